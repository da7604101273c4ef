/**
 * Controls of what is mailed: each template was read by somebody not long ago, service messages praise nothing, and every
 * mail says where the notice is (P4, P72).
 */
import type { LocalizedText } from '../../policy/index.ts';
import { tableIdent } from '../compile/sql.ts';
import type { Control, ControlOutcome, MailTemplateSeen, SystemUnderControl } from '../types.ts';
import { Faults, notRun, withoutTable } from './outcome.ts';

/** Days for which a review holds. */
const REVIEW_DAYS = 366;

/**
 * Words that praise or lure, by the beginning of the word. "Tilbud" and "offer" are not among them: both are also what
 * somebody asked for.
 */
const PRAISE =
  /(?<!\p{L})(rabatt|kampanje|salgspris|spar \d|gratis|kjøp nå|bestill nå|nyhetsbrev|anbefaler deg|discount|campaign|sale price|save \d|buy now|order now|newsletter|special offer|don.t miss)/iu;

const NO_TEMPLATES: LocalizedText = {
  nb: 'Malene for e-post er ikke for hånden.',
  en: 'The templates of outgoing mail are not at hand.',
};

export const serviceMessagesReviewed: Control = {
  name: 'service-messages-reviewed',
  label: {
    nb: 'E-post sendes bare etter maler som er lest gjennom, og tjenestemeldinger er uten reklame',
    en: 'Mail is sent only by templates that were reviewed, and service messages are free of advertising',
  },
  async look(system): Promise<ControlOutcome> {
    const { mailTemplates } = system;
    if (mailTemplates === undefined) return notRun(NO_TEMPLATES);
    const faults = new Faults();
    for (const template of mailTemplates) for (const fault of faultsOf(template, system)) faults.add(fault);
    for (const place of await sentOtherwise(system, mailTemplates)) faults.add(place);
    return faults.outcome(
      {
        nb: `${mailTemplates.length} maler er lest gjennom, og alt som er sendt, følger en av dem.`,
        en: `${mailTemplates.length} templates were reviewed, and all that was sent follows one of them.`,
      },
      { nb: 'E-post kan gå ut som ingen har lest gjennom.', en: 'Mail can go out that nobody has reviewed.' },
      { templates: mailTemplates.length },
    );
  },
};

function faultsOf(template: MailTemplateSeen, { policy, now }: SystemUnderControl): string[] {
  const { name, purposes, forms } = template;
  const age = (now().getTime() - new Date(`${template.reviewedOn}T00:00:00Z`).getTime()) / 86_400_000;
  // A company that does without a part of the system has no use for its templates.
  const known = purposes.flatMap((purpose) => policy.purposes[purpose] ?? []);
  const marketing = template.class === 'marketing';
  return [
    ...(template.reviewHolds ? [] : [`${name}: the words are not those that were reviewed`]),
    ...(age > REVIEW_DAYS ? [`${name}: reviewed ${template.reviewedOn}`] : []),
    ...known
      .filter(({ directMarketing }) => marketing && !directMarketing)
      .map((purpose) => `${name}: ${template.class} for the purpose ${purpose.name}`),
    ...(!marketing && forms.some(({ subjectLine, bodyText }) => PRAISE.test(`${subjectLine}\n${bodyText}`))
      ? [`${name}: a service message that advertises`]
      : []),
  ];
}

/** Mail in the outbox that follows no template. */
async function sentOtherwise(
  { policy, owner }: SystemUnderControl,
  templates: readonly MailTemplateSeen[],
): Promise<string[]> {
  if (policy.tables['kept.outbox'] === undefined) return [];
  const { rows } = await owner.query<{ mail_id: string }>(
    'select mail_id from kept.outbox where template <> all ($1) order by created_at desc limit 20',
    [templates.map(({ name }) => name)],
  );
  return rows.map(({ mail_id }) => `kept.outbox ${mail_id}: no such template`);
}

/** The notice's address within any site. */
const NOTICE_PATHS: readonly string[] = ['/personvern', '/en/privacy'];

export const otherChannelsMentionNotice: Control = {
  name: 'other-channels-mention-notice',
  label: {
    nb: 'E-post fra oss lenker til erklæringen, og ved telefon og skranke nevnes den',
    en: 'Mail from us links to the notice, and it is mentioned on the telephone and at the counter',
  },
  async look(system): Promise<ControlOutcome> {
    const { mailTemplates, policy, owner } = system;
    if (mailTemplates === undefined) return notRun(NO_TEMPLATES);
    if (policy.tables['register.message'] === undefined) return withoutTable('register.message');
    const faults = new Faults();
    for (const { name, forms } of mailTemplates) {
      const silent = forms.some(({ bodyText }) => !NOTICE_PATHS.some((path) => bodyText.includes(path)));
      if (silent) faults.add(`${name}: does not say where the notice is`);
    }
    const { rows: mails } = await owner.query<{ place: string }>(
      `select 'kept.outbox ' || mail_id || ': does not say where the notice is' as place from kept.outbox
        where body_text !~ $1 order by created_at desc limit 20`,
      [NOTICE_PATHS.join('|')],
    );
    const spoken = [
      ...(await spokenUntold(system, 'register.message')),
      ...(await spokenUntold(system, 'register.claim_entry')),
    ];
    for (const { place } of [...mails, ...spoken]) faults.add(place);
    return faults.outcome(
      {
        nb: 'All e-post lenker til erklæringen, og den er nevnt i hver samtale som er skrevet ned.',
        en: 'All mail links to the notice, and it was mentioned in every conversation written down.',
      },
      {
        nb: 'Noen har fått høre fra oss uten å få vite om erklæringen.',
        en: 'Somebody heard from us without being told of the notice.',
      },
    );
  },
};

/** Whoever writes down a call or a visit confirms that the notice was mentioned; that is kept at the same moment. */
async function spokenUntold({ policy, owner }: SystemUnderControl, name: string): Promise<{ place: string }[]> {
  const table = policy.tables[name];
  if (table === undefined) return [];
  const { rows } = await owner.query<{ place: string }>(
    `select concat_ws(' ', $1::text, ${table.key.join(', ')}) || ': the notice was not mentioned' as place
       from ${tableIdent(name)} as said
      where direction = 'in' and channel in ('phone', 'counter') and not exists (
        select from kept.notice_shown as shown
         where shown.person_id = said.customer_id and shown.channel = said.channel and shown.shown_at <= said.at)
      limit 20`,
    [name],
  );
  return rows;
}
