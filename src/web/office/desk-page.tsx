/** What every page of the office has around it: the office's menu, and the purpose one works for, always in sight. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import type { PageName } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import { officeTextsIn } from '../texts/office.ts';
import { type Desk, deskAddress, withPurpose } from './desk.tsx';
import { purposeWithTable } from './purposes-in-words.tsx';

interface DeskPageProps {
  readonly desk: Desk;
  readonly title: string;
  readonly page: PageName;
  /** The page shows one customer: changing the purpose opens the same customer again. */
  readonly customer?: boolean;
}

export const DeskPage: FC<PropsWithChildren<DeskPageProps>> = ({ desk, title, page, customer, children }) => {
  const { frame, here, purpose } = desk;
  const other = frame.language === 'nb' ? 'en' : 'nb';
  return (
    <Layout frame={frame} title={title} page="office" otherAddress={withPurpose(here[other], purpose?.name ?? null)}>
      <DeskMenu desk={desk} page={page} />
      {purpose === null ? null : <PurposeBar desk={desk} customer={customer === true} />}
      {children}
    </Layout>
  );
};

const DeskMenu: FC<{ desk: Desk; page: PageName }> = ({ desk, page }) => {
  const texts = officeTextsIn(desk.frame.language);
  const evidence = purposeWithTable(desk, 'kept.control_result') === null ? [] : (['officeEvidence'] as const);
  return (
    <nav class="desk-menu" aria-label={texts.officeNavigation}>
      <ul class="menu">
        {(['officeCustomers', 'officePolicy', ...evidence] as const).map((one) => (
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

/** Works without scripts: a form that asks for the same page again. */
const PurposeBar: FC<{ desk: Desk; customer: boolean }> = ({ desk, customer }) => {
  const { frame, own, purpose, here } = desk;
  const { language } = frame;
  const texts = officeTextsIn(language);
  return (
    <div class="desk-purpose">
      <p>
        {texts.purposeNow} <strong>{purpose?.label[language]}</strong>
      </p>
      {own.length < 2 ? null : (
        <form class="desk-change" method="get" action={here[language]}>
          <label for="purpose">{customer ? texts.changeCustomerPurpose : texts.changePurpose}</label>
          <div class="together">
            <select class="ds-input" id="purpose" name="purpose">
              {own.map(({ name, label }) => (
                <option value={name} selected={name === purpose?.name}>
                  {label[language]}
                </option>
              ))}
            </select>
            <button class="ds-button" data-variant="secondary" type="submit">
              {customer ? texts.openFor : texts.change}
            </button>
          </div>
        </form>
      )}
    </div>
  );
};
