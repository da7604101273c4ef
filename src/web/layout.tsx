/** What every page has around it: language, menu, the notice's address, contact. */
import { raw } from 'hono/html';
import type { FC, PropsWithChildren } from 'hono/jsx';
import { organisationNumberInWords, phoneInWords } from '../notice/index.ts';
import type { Language, Policy } from '../policy/index.ts';
import { ADDRESSES, addressOf, type PageName } from './addresses.ts';
import type { Frame } from './frame.ts';
import { offersLanguage, offersPage } from './offered.ts';
import { textsIn } from './texts/index.ts';

export interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  /** The page in the menu; null for one that stands outside it. */
  readonly page: PageName | null;
  /** Where the same page is in the other language; absent: that of `page`. */
  readonly otherAddress?: string;
  /** The name of a script under `/assets/`; its address must stand in `WITH_SCRIPT`. */
  readonly script?: string;
}

/** Without the first line browsers lay a page out as they did in the nineties. */
export const Layout: FC<PropsWithChildren<PageProps>> = (props) => (
  <>
    {raw('<!DOCTYPE html>')}
    <WholePage {...props} />
  </>
);

const WholePage: FC<PropsWithChildren<PageProps>> = ({ frame, title, page, otherAddress, script, children }) => {
  const { policy, language } = frame;
  const texts = textsIn(language);
  const other: Language = language === 'nb' ? 'en' : 'nb';
  const { name } = policy.controller;
  const elsewhere = otherAddress ?? ADDRESSES[page ?? 'home'][other];
  const translated = offersLanguage(policy, other);
  return (
    <html lang={language} data-color-scheme="auto" data-size={page === 'office' ? 'sm' : 'md'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{page === 'home' ? name : `${title} · ${name}`}</title>
        <link rel="stylesheet" href="/assets/designsystemet.css" />
        <link rel="stylesheet" href="/assets/theme.css" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/my-page.css" />
        <link rel="stylesheet" href="/assets/conversation.css" />
        {page === 'office' ? <OfficeStyles /> : null}
        <link rel="icon" href="data:," />
        {script === undefined ? null : <script type="module" src={`/assets/${script}`}></script>}
        {page === null || !translated ? null : <link rel="alternate" hreflang={other} href={elsewhere} />}
      </head>
      <body {...(page === 'office' ? { class: 'office' } : {})}>
        <a class="ds-skip-link" href="#content">
          {texts.skipToContent}
        </a>
        <header class="site-header">
          <div class="site-header-inside">
            <a class="site-name" href={addressOf('home', language)}>
              {name}
            </a>
            <Menu frame={frame} page={page} elsewhere={elsewhere} />
          </div>
        </header>
        <main id="content" class="site-main">
          {children}
        </main>
        <Footer policy={policy} language={language} />
      </body>
    </html>
  );
};

const OfficeStyles: FC = () => (
  <>
    {['office', 'office-frame', 'office-list', 'office-customer', 'office-find', 'office-invoices'].map((name) => (
      <link rel="stylesheet" href={`/assets/${name}.css`} />
    ))}
  </>
);

/** The public pages, then what the reader has: My page, the back office, a way in or out. */
const Menu: FC<{ frame: Frame; page: PageName | null; elsewhere: string }> = ({ frame, page, elsewhere }) => {
  const { policy, language, viewer } = frame;
  const texts = textsIn(language);
  const other: Language = language === 'nb' ? 'en' : 'nb';
  const open = ['order', ...(viewer === null ? (['register'] as const) : []), 'privacy'] as const;
  const pages: ((typeof open)[number] | 'myPage' | 'office' | 'security')[] = open.filter((one) =>
    offersPage(policy, one),
  );
  if (viewer !== null) pages.push('myPage');
  if (viewer?.staff) pages.push('office');
  if (viewer !== null) pages.push('security');
  return (
    <nav aria-label={texts.navigation}>
      <ul class="menu">
        {pages.map((one) => (
          <li>
            <a class="ds-link" href={addressOf(one, language)} {...(one === page ? { 'aria-current': 'page' } : {})}>
              {texts[one]}
            </a>
          </li>
        ))}
        {viewer === null ? (
          <li>
            <a
              class="ds-link"
              href={addressOf('signIn', language)}
              {...(page === 'signIn' ? { 'aria-current': 'page' } : {})}
            >
              {texts.signIn}
            </a>
          </li>
        ) : (
          <li>
            <form class="sign-out" method="post" action={addressOf('signOut', language)}>
              <button class="ds-link" type="submit">
                {texts.signOut}
              </button>
            </form>
          </li>
        )}
        {offersLanguage(policy, other) ? (
          <li>
            <a class="ds-link" lang={other} hreflang={other} href={elsewhere}>
              {texts.otherLanguage}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
};

const Footer: FC<{ policy: Policy; language: Language }> = ({ policy, language }) => {
  const { name, address, email, phone, organisationNumber } = policy.controller;
  const texts = textsIn(language);
  return (
    <footer class="site-footer">
      <div class="site-footer-inside">
        <div>
          <p>
            <strong>{name}</strong>
          </p>
          <p>
            {texts.organisationNumberShort} {organisationNumberInWords(organisationNumber)}
          </p>
          <p>
            {address.street}, {address.postalCode} {address.city}
          </p>
        </div>
        <div>
          <p>
            {texts.contact}:{' '}
            <a class="ds-link" href={`mailto:${email}`}>
              {email}
            </a>{' '}
            ·{' '}
            <a class="ds-link" href={`tel:${phone}`}>
              {phoneInWords(phone)}
            </a>
          </p>
          <p>
            <a class="ds-link" href={addressOf('privacy', language)}>
              {texts.noticeLink}
            </a>
          </p>
        </div>
      </div>
    </footer>
  );
};
