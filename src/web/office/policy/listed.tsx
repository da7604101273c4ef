/** What the policy's pages have in common: a list of named things to jump to, each with its terms, and links between. */
import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import type { Language, LocalizedText, Named } from '../../../policy/index.ts';
import type { PageName } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';

export interface Labelled {
  readonly name: string;
  readonly label: LocalizedText | string;
}

export const labelIn = (label: LocalizedText | string, language: Language): string =>
  typeof label === 'string' ? label : label[language];

interface ListPageProps {
  readonly desk: Desk;
  readonly page: PageName & keyof ReturnType<typeof officeTextsIn>;
  readonly lead: string;
  readonly things: readonly Labelled[];
}

export const ListPage: FC<PropsWithChildren<ListPageProps>> = ({ desk, page, lead, things, children }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const title = String(texts[page]);
  return (
    <DeskPage desk={desk} title={title} page="officePolicy">
      <PolicyMenu desk={desk} page={page} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <nav aria-label={texts.jumpTo}>
        <details>
          <summary>
            {texts.jumpTo} ({things.length})
          </summary>
          <ul class="listed">
            {things.map(({ name, label }) => (
              <li>
                <a class="ds-link" href={`#${name}`}>
                  {labelIn(label, language)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      {children}
    </DeskPage>
  );
};

export const LISTS = [
  'officePurposes',
  'officeCategories',
  'officeRetention',
  'officeRoles',
  'officeRecipients',
] as const satisfies readonly PageName[];

const PolicyMenu: FC<{ desk: Desk; page: PageName }> = ({ desk, page }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <nav aria-label={texts.officePolicy}>
      <ul class="menu">
        {(['officePolicy', ...LISTS] as const).map((one) => (
          <li>
            <a class="ds-link" href={deskAddress(desk, one)} {...(one === page ? { 'aria-current': 'page' } : {})}>
              {texts[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

export const Thing: FC<PropsWithChildren<{ thing: Labelled; language: Language }>> = ({
  thing,
  language,
  children,
}) => (
  <section class="ds-card thing" id={thing.name} aria-labelledby={`${thing.name}-label`}>
    <h2 id={`${thing.name}-label`}>{labelIn(thing.label, language)}</h2>
    {children}
  </section>
);

/** Terms and what stands to them; a term with nothing is left out. */
export const Terms: FC<{ terms: readonly (readonly [term: string, value: Child | null])[] }> = ({ terms }) => (
  <dl class="terms">
    {terms
      .filter(([, value]) => value !== null && value !== '')
      .map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

interface LinksProps {
  readonly desk: Desk;
  readonly page: PageName;
  readonly names: readonly string[];
  readonly among: Named<{ readonly label: LocalizedText | string }>;
}

/** Names of the policy as links to where each is told of. */
export const Links: FC<LinksProps> = ({ desk, page, names, among }) => (
  <ul class="listed">
    {names.map((name) => (
      <li>
        <a class="ds-link" href={`${deskAddress(desk, page)}#${name}`}>
          {labelIn(among[name]?.label ?? name, desk.frame.language)}
        </a>
      </li>
    ))}
  </ul>
);
