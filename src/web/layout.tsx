/** What every page has around it: language, menu, the notice's address, contact. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import { phoneInWords } from '../notice/index.ts';
import type { Language, Policy } from '../policy/index.ts';
import { ADDRESSES, addressOf, type PageName } from './addresses.ts';
import { offersLanguage, offersPage } from './offered.ts';
import { textsIn } from './texts/index.ts';

export interface PageProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly title: string;
  /** The page in the menu; null for one that stands outside it. */
  readonly page: PageName | null;
}

export const Layout: FC<PropsWithChildren<PageProps>> = ({ policy, language, title, page, children }) => {
  const texts = textsIn(language);
  const other: Language = language === 'nb' ? 'en' : 'nb';
  const { name } = policy.controller;
  const pages = (['order', 'register', 'privacy'] as const).filter((one) => offersPage(policy, one));
  const translated = offersLanguage(policy, other);
  return (
    <html lang={language} data-color-scheme="auto" data-size="md">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{page === 'home' ? name : `${title} · ${name}`}</title>
        <link rel="stylesheet" href="/assets/designsystemet.css" />
        <link rel="stylesheet" href="/assets/theme.css" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href="data:," />
        {page === null || !translated ? null : <link rel="alternate" hreflang={other} href={addressOf(page, other)} />}
      </head>
      <body>
        <a class="ds-skip-link" href="#content">
          {texts.skipToContent}
        </a>
        <header class="site-header">
          <a class="site-name" href={addressOf('home', language)}>
            {name}
          </a>
          <nav aria-label={texts.navigation}>
            <ul class="menu">
              {pages.map((one) => (
                <li>
                  <a
                    class="ds-link"
                    href={addressOf(one, language)}
                    {...(one === page ? { 'aria-current': 'page' } : {})}
                  >
                    {texts[one]}
                  </a>
                </li>
              ))}
              {translated ? (
                <li>
                  <a class="ds-link" lang={other} hreflang={other} href={ADDRESSES[page ?? 'home'][other]}>
                    {texts.otherLanguage}
                  </a>
                </li>
              ) : null}
            </ul>
          </nav>
        </header>
        <main id="content" class="site-main">
          {children}
        </main>
        <Footer policy={policy} language={language} />
      </body>
    </html>
  );
};

const Footer: FC<{ policy: Policy; language: Language }> = ({ policy, language }) => {
  const { name, address, email, phone } = policy.controller;
  const texts = textsIn(language);
  return (
    <footer class="site-footer">
      <p>
        {name}, {address.street}, {address.postalCode} {address.city}
      </p>
      <p>
        {texts.contact}:{' '}
        <a class="ds-link" href={`mailto:${email}`}>
          {email}
        </a>
        ,{' '}
        <a class="ds-link" href={`tel:${phone}`}>
          {phoneInWords(phone)}
        </a>{' '}
        ·{' '}
        <a class="ds-link" href={addressOf('privacy', language)}>
          {texts.noticeLink}
        </a>
      </p>
    </footer>
  );
};
