/** What the policy leaves out, or time runs past, and the control that must notice it. */
import type { SystemUnderControl } from '../../../src/enforcement/index.ts';
import type { Policy } from '../../../src/policy/index.ts';
import type { Lapse } from './breach.ts';
import { MAIL_LAPSES } from './breaches-in-mail.ts';
import { type PageChange, smallSite } from './small-site.ts';

const withPolicy =
  (changed: (policy: Policy) => Partial<Policy>) =>
  (system: SystemUnderControl): SystemUnderControl => ({
    ...system,
    policy: { ...system.policy, ...changed(system.policy) },
  });

const onDay =
  (day: string) =>
  (system: SystemUnderControl): SystemUnderControl => ({ ...system, now: () => new Date(`${day}T12:00:00Z`) });

const without = <T>(named: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(named).filter(([key]) => key !== name));

const onSite =
  (change: PageChange) =>
  (system: SystemUnderControl): SystemUnderControl => ({ ...system, fetchPage: smallSite(system.policy, change) });

export const LAPSES: readonly Lapse[] = [
  {
    control: 'statistics-cell-size',
    when: 'figures of a single customer are allowed',
    lapsed: withPolicy(({ security }) => ({ security: { ...security, smallestGroup: 1 } })),
    place: 'security.yaml smallest_group: 1',
  },
  ...MAIL_LAPSES,
  {
    control: 'access-reviews-signed',
    when: 'a quarter has gone since access was last reviewed',
    lapsed: onDay('2027-01-06'),
    place: 'kept.access_review: due 2027-01-05',
  },
  {
    control: 'profiling-visible',
    when: 'My page does not show what is inferred',
    lapsed: withPolicy(({ purposes }) => ({
      purposes: Object.fromEntries(
        Object.entries(purposes).map(([name, purpose]) => [
          name,
          purpose.ownRowsOnly
            ? { ...purpose, uses: purpose.uses.filter((category) => category !== 'purchase-patterns') }
            : purpose,
        ]),
      ),
    })),
    place: 'register.purchase_pattern.segment: not shown to whom it is about',
  },
  {
    control: 'derived-data-labelled',
    when: 'the policy says that somebody told us what we concluded',
    lapsed: withPolicy(({ tables }) => {
      const name = 'register.purchase_pattern';
      const table = tables[name];
      const segment = table?.columns.segment;
      if (table === undefined || segment === undefined) throw new Error(`the policy has no ${name}`);
      const columns = { ...table.columns, segment: { ...segment, source: 'data-subject' as const } };
      return { tables: { ...tables, [name]: { ...table, columns } } };
    }),
    place: 'register.purchase_pattern segment',
  },
  {
    control: 'retention-for-every-table',
    when: 'no rule says how long sent mail is kept',
    lapsed: withPolicy(({ retention }) => ({ retention: retention.filter(({ name }) => name !== 'outgoing-mail') })),
    place: 'kept.outbox',
  },
  {
    control: 'all-data-subject-kinds-covered',
    when: 'there is a kind of people whom no purpose is about',
    lapsed: withPolicy(({ purposes }) => ({
      purposes: Object.fromEntries(
        Object.entries(purposes).map(([name, purpose]) => [
          name,
          { ...purpose, about: purpose.about.filter((kind) => kind !== 'lead') },
        ]),
      ),
    })),
    place: 'lead',
  },
  {
    control: 'recipients-registered',
    when: 'the ledger tells of a disclosure to somebody whom the policy no longer lists',
    lapsed: withPolicy(({ recipients }) => ({ recipients: without(recipients, 'auditor') })),
    place: 'kept.ledger_entry 5: disclosure to an unregistered recipient',
  },
  {
    control: 'data-locations-registered',
    when: 'the place where the servers stand is not told',
    lapsed: withPolicy(({ security }) => ({
      security: { ...security, dataLocations: security.dataLocations.filter(({ country }) => country !== 'NO') },
    })),
    place: 'hosting: stores in NO, which data_locations does not tell',
  },
  {
    control: 'egress-registered',
    when: 'the program is set to call a machine that no recipient or source declares',
    lapsed: (system) => ({ ...system, outgoingHosts: new Map([['KEPT_CREDIT_URL', 'tracker.example.net']]) }),
    place: 'KEPT_CREDIT_URL: tracker.example.net is in no recipient or source',
  },
  {
    control: 'egress-registered',
    when: 'a source that is called is taken off the list',
    lapsed: (system) => ({
      ...withPolicy(() => ({ sources: {} }))(system),
      outgoingHosts: new Map([['KEPT_COMPANY_REGISTER', 'data.brreg.no']]),
    }),
    place: 'KEPT_COMPANY_REGISTER: data.brreg.no is in no recipient or source',
  },
  {
    control: 'agreements-in-force',
    when: 'an agreement with a processor should have been reviewed the day before',
    lapsed: onDay('2027-01-13'),
    place: 'hosting: due 2027-01-12',
  },
  {
    control: 'risk-assessment-current',
    when: 'a year and a day have passed since the risk was assessed',
    lapsed: onDay('2027-10-20'),
    place: 'risk_assessment: due 2027-10-19',
  },
  {
    control: 'legal-review-current',
    when: 'a year and a day have passed since the law was reviewed',
    lapsed: onDay('2027-10-20'),
    place: 'legal_review: due 2027-10-19',
  },
  {
    control: 'security-measures-checked',
    when: 'a measure was not checked again in time',
    lapsed: onDay('2026-12-03'),
    place: 'updates: due 2026-12-02',
  },
  {
    control: 'notice-linked-at-forms',
    when: 'a form has no link to the notice beside it',
    lapsed: onSite({ path: '/registrer?a=1&b=2', html: (html) => html.replace('/personvern', '/annet') }),
    place: '/registrer?a=1&b=2',
  },
  {
    control: 'no-third-party-requests',
    when: 'a page takes a picture from somebody else',
    lapsed: onSite({ path: '/en', html: (html) => `${html}<img alt="" src="https://images.example.com/a.png">` }),
    place: '/en: https://images.example.com/a.png',
  },
  {
    control: 'no-third-party-requests',
    when: 'a page allows the browser to fetch from anywhere',
    lapsed: onSite({ path: '/en', headers: { 'Content-Security-Policy': 'default-src *' } }),
    place: '/en: content-security-policy',
  },
  {
    control: 'no-storage-before-consent',
    when: 'a page sets a cookie that is not necessary',
    lapsed: onSite({ path: '/', headers: { 'Set-Cookie': 'visitor=1; Path=/' } }),
    place: '/: visitor',
  },
  {
    control: 'storage-inventory-complete',
    when: 'a cookie can be set that nobody has listed',
    lapsed: withPolicy(({ storage }) => ({ storage: without(storage, 'kept.two_factor') })),
    place: 'kept.two_factor: can be set, is not listed',
  },
  {
    control: 'storage-inventory-complete',
    when: 'a cookie is listed that nothing sets',
    lapsed: (system) => ({ ...system, settableCookies: ['kept.session_token', 'kept.two_factor'] }),
    place: 'kept.passkey_challenge: is listed, nothing sets it',
  },
  {
    control: 'storage-inventory-complete',
    when: 'a script keeps something in the browser',
    lapsed: (system) => ({ ...system, scripts: new Map([['count.js', 'localStorage.visits = 1']]) }),
    place: 'count.js: localStorage',
  },
  {
    control: 'contact-channels-published',
    when: 'the notice loses the telephone number in one language',
    lapsed: onSite({ path: '/en/privacy', html: (html) => html.replace('tel:', 'fax:') }),
    place: '/en/privacy: controller.phone',
  },
  {
    control: 'complaint-route-published',
    when: 'the notice no longer links to the supervisory authority',
    lapsed: onSite({ path: '/personvern', html: (html) => html.replaceAll('https://www.datatilsynet.no', '#') }),
    place: '/personvern: controller.supervisory_authority.complaint_url',
  },
];
