/** Controls that visit the web site as somebody who is not signed in: every page that its front pages lead to. */
import type { Language, Policy } from '../../policy/index.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, isPromised, notRun } from './outcome.ts';
import { plainCookieName } from './sign-in.ts';

/** Where the notice is, in each language. */
const NOTICE: Readonly<Record<Language, string>> = { nb: '/personvern', en: '/en/privacy' };
const FRONT: Readonly<Record<Language, string>> = { nb: '/', en: '/en' };
/** A site with more public pages than these is visited in part, and the control says so by naming the limit. */
const MOST_PAGES = 200;

interface VisitedPage {
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
}

type FetchPage = NonNullable<SystemUnderControl['fetchPage']>;

const languageOf = (path: string): Language => (/^\/en(\/|$)/.test(path) ? 'en' : 'nb');

/** Follows links within the site, without their fragments. */
async function visitSite(fetchPage: FetchPage, { controller }: Policy): Promise<VisitedPage[]> {
  const waiting: string[] = controller.languages.map((language) => FRONT[language]);
  const seen = new Set(waiting);
  const pages: VisitedPage[] = [];
  for (let path = waiting.shift(); path !== undefined && pages.length < MOST_PAGES; path = waiting.shift()) {
    const response = await fetchPage(path, languageOf(path));
    const html = await response.text();
    pages.push({ path, html, headers: response.headers });
    for (const [, found = ''] of html.matchAll(/<a\s[^>]*href="(\/(?!\/)[^"#]*)/g)) {
      const next = found.replaceAll('&amp;', '&');
      if (!seen.has(next)) waiting.push(next);
      seen.add(next);
    }
  }
  return pages;
}

function onSite(
  head: Pick<Control, 'name' | 'label'>,
  find: (pages: readonly VisitedPage[], system: SystemUnderControl, faults: Faults) => void,
  said: { readonly good: Control['label']; readonly bad: Control['label'] },
): Control {
  return {
    ...head,
    async look(system): Promise<ControlOutcome> {
      if (system.fetchPage === null) {
        return notRun({ nb: 'Nettstedet er ikke for hånden.', en: 'The web site is not at hand.' });
      }
      const pages = await visitSite(system.fetchPage, system.policy);
      const faults = new Faults();
      find(pages, system, faults);
      return faults.outcome(said.good, said.bad, { pages: pages.length });
    },
  };
}

export const noticeLinkedAtForms = onSite(
  {
    name: 'notice-linked-at-forms',
    label: { nb: 'Erklæringen er lenket ved hvert skjema', en: 'The notice is linked beside every form' },
  },
  (pages, { policy }, faults) => {
    for (const { path, html } of pages) {
      const main = /<main[\s>].*<\/main>/s.exec(html)?.[0] ?? '';
      if (main.includes('<form') && !main.includes(`href="${NOTICE[languageOf(path)]}"`)) faults.add(path);
    }
    // A site where nobody can register or order needs none; one that promises the link has somewhere to put it.
    const formless = !pages.some(({ html }) => html.includes('<form'));
    if (formless && isPromised(policy, 'notice-linked-at-forms')) faults.add('no form was found');
  },
  {
    good: { nb: 'Hvert skjema har lenken ved siden av seg.', en: 'Every form has the link beside it.' },
    bad: { nb: 'Skjemaer mangler lenken.', en: 'Forms lack the link.' },
  },
);

export const noThirdPartyRequests = onSite(
  {
    name: 'no-third-party-requests',
    label: { nb: 'Sidene henter ingenting fra andre', en: 'Pages fetch nothing from others' },
  },
  (pages, _system, faults) => {
    for (const { path, html, headers } of pages) {
      for (const [, , address] of html.matchAll(
        /<(?:script|img|iframe|link|source|video|audio)\s[^>]*?(src|href)="([^"]*)/g,
      )) {
        if (/^(?:[a-z]+:)?\/\//i.test(address ?? '')) faults.add(`${path}: ${address}`);
      }
      // What the page says is one thing; the browser refuses everything else only when the header tells it to.
      const policy = headers.get('content-security-policy') ?? '';
      if (!/default-src '(?:none|self)'/.test(policy) || /https?:|\*|unsafe/.test(policy)) {
        faults.add(`${path}: content-security-policy`);
      }
    }
  },
  {
    good: { nb: 'Alt kommer fra nettstedet selv.', en: 'Everything comes from the site itself.' },
    bad: { nb: 'Sider kan hente noe fra andre.', en: 'Pages may fetch something from others.' },
  },
);

export const noStorageBeforeConsent = onSite(
  {
    name: 'no-storage-before-consent',
    label: { nb: 'Ingenting unødvendig lagres før samtykke', en: 'Nothing unnecessary is stored before consent' },
  },
  (pages, { policy }, faults) => {
    for (const { path, html, headers } of pages) {
      for (const cookie of headers.getSetCookie()) {
        const name = plainCookieName(cookie.slice(0, cookie.indexOf('=')));
        if (policy.storage[name]?.class !== 'necessary') faults.add(`${path}: ${name}`);
      }
      if (/<script(?![^>]*\ssrc="\/)/.test(html)) faults.add(`${path}: inline script`);
    }
  },
  {
    good: {
      nb: 'Den som ikke er logget inn, får ingenting lagret.',
      en: 'Whoever is not signed in gets nothing stored.',
    },
    bad: { nb: 'Noe lagres uten samtykke.', en: 'Something is stored without consent.' },
  },
);

/** What the notice must say in each language of the site, as the policy has it. */
function inNotice(
  head: Pick<Control, 'name' | 'label'>,
  wanted: (system: SystemUnderControl) => Readonly<Record<string, string>>,
  said: { readonly good: Control['label']; readonly bad: Control['label'] },
): Control {
  const find = (pages: readonly VisitedPage[], system: SystemUnderControl, faults: Faults): void => {
    for (const language of system.policy.controller.languages) {
      const path = NOTICE[language];
      const html = pages.find((page) => page.path === path)?.html;
      if (html === undefined) faults.add(path);
      const missing = Object.entries(wanted(system)).filter(([, text]) => html !== undefined && !html.includes(text));
      for (const [name] of missing) faults.add(`${path}: ${name}`);
    }
  };
  return onSite(head, find, said);
}

export const contactChannelsPublished = inNotice(
  {
    name: 'contact-channels-published',
    label: { nb: 'E-post og telefon står i erklæringen', en: 'E-mail and telephone stand in the notice' },
  },
  ({ policy: { controller } }) => ({
    'controller.email': `mailto:${controller.email}`,
    'controller.phone': `tel:${controller.phone}`,
    'controller.privacy_contact.email': controller.privacyContact.email,
  }),
  {
    good: { nb: 'Kontaktpunktene er lenket fra erklæringen.', en: 'The points of contact are linked from the notice.' },
    bad: { nb: 'Kontaktpunkter mangler.', en: 'Points of contact are missing.' },
  },
);

export const complaintRoutePublished = inNotice(
  {
    name: 'complaint-route-published',
    label: { nb: 'Erklæringen sier hvor en kan klage', en: 'The notice says where to complain' },
  },
  ({ policy: { controller } }) => ({
    'controller.supervisory_authority.name': controller.supervisoryAuthority.name,
    'controller.supervisory_authority.complaint_url': `href="${controller.supervisoryAuthority.complaintUrl}`,
  }),
  {
    good: { nb: 'Tilsynsmyndigheten er navngitt og lenket.', en: 'The supervisory authority is named and linked.' },
    bad: { nb: 'Veien til tilsynsmyndigheten mangler.', en: 'The way to the supervisory authority is missing.' },
  },
);
