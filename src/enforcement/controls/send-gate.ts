/**
 * Controls of what was sent on a consent: it stood when the mail went out, and the address was its addressee's (P12, P14,
 * P21). Each mail carries the consent it rested on; the database settles that when the mail is tried.
 */
import { accessOfPurpose, type Policy, type Purpose } from '../../policy/index.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

const OUTBOX = 'kept.outbox';

/** What rests on consent, and all direct marketing: by e-mail that asks for a consent whatever the basis. */
export const asksForConsent = ({ basis, directMarketing }: Purpose): boolean => basis === 'consent' || directMarketing;

const consentPurposes = ({ purposes }: Policy): readonly Purpose[] => Object.values(purposes).filter(asksForConsent);

/** Ways out to a person other than the outbox, which no gate stands before. */
const OTHER_WAYS = ['register.message', 'register.survey_invitation'];

/**
 * The sender asks the database at one moment; a withdrawal bears the time at which its request came in, which can lie a
 * little before it is committed.
 */
const UNDER_WAY = '1 minute';

export const marketingSendGate: Control = {
  name: 'marketing-send-gate',
  label: {
    nb: 'Samtykket sto ved lag da hver melding med reklame gikk ut',
    en: 'The consent stood when each marketing message went out',
  },
  async look(system): Promise<ControlOutcome> {
    const { policy, owner } = system;
    if (policy.tables[OUTBOX] === undefined) return withoutTable(OUTBOX);
    const faults = new Faults();
    const purposes = consentPurposes(policy);
    for (const place of await missingTriggers(system, [[OUTBOX, 'mail_gate']])) faults.add(place);
    for (const { name } of purposes) {
      for (const { table, insert } of accessOfPurpose(policy, name)) {
        if (insert.length > 0 && OTHER_WAYS.includes(table)) faults.add(`${name}: can write ${table}, past the gate`);
      }
    }
    const { rows } = await owner.query<{ mail_id: string; purpose: string }>(
      `select mail_id, purpose from kept.outbox as mail
        where sent_at is not null and purpose = any($1) and not exists (
          select from kept.consent_record as given
           where given.consent_id = mail.consent_id and given.person_id = mail.person_id and given.purpose = mail.purpose
             and given.given_at <= mail.tried_at
             and (given.withdrawn_at is null or given.withdrawn_at >= mail.tried_at - interval '${UNDER_WAY}'))
        order by sent_at desc`,
      [purposes.map(({ name }) => name)],
    );
    for (const { mail_id: id, purpose } of rows) faults.add(`${OUTBOX} ${id}: sent for ${purpose} without a consent`);
    const counts = await countMail(system, purposes);
    return faults.outcome(
      {
        nb: `${counts.sent} meldinger er sendt på et samtykke, som sto ved lag da de gikk. ${counts.stopped} er stanset ved utsendelsen.`,
        en: `${counts.sent} messages were sent on a consent, which stood when they went. ${counts.stopped} were stopped as they were to be sent.`,
      },
      {
        nb: 'Noe er sendt, eller kan sendes, uten at samtykket sto ved lag. Stans utsendelsen, meld det som brudd, og kjør kept apply.',
        en: 'Something was sent, or can be, with no consent in force. Stop sending, treat it as a breach, and run kept apply.',
      },
      { ...counts },
    );
  },
};

export const emailAddressesVerified: Control = {
  name: 'email-addresses-verified',
  label: {
    nb: 'Reklame går bare til e-postadresser som er bekreftet',
    en: 'Marketing goes only to e-mail addresses that were confirmed',
  },
  async look(system): Promise<ControlOutcome> {
    const { policy, owner } = system;
    if (policy.tables[OUTBOX] === undefined) return withoutTable(OUTBOX);
    const faults = new Faults();
    const purposes = consentPurposes(policy);
    const gates = HOMES.filter(({ table }) => policy.tables[table] !== undefined);
    const wanted = gates.map(({ table }) => [table, 'verify_address'] as const);
    for (const place of await missingTriggers(system, [[OUTBOX, 'mail_gate'], ...wanted])) faults.add(place);
    const { rows } = await owner.query<{ mail_id: string }>(
      `select mail_id from kept.outbox where sent_at is not null and purpose = any($1)
          and (address_verified_at is null or address_verified_at > tried_at) order by sent_at desc`,
      [purposes.map(({ name }) => name)],
    );
    for (const { mail_id: id } of rows) faults.add(`${OUTBOX} ${id}: sent to an address that nobody had confirmed`);
    const { confirmed, awaiting } = await countConsents(system, purposes);
    return faults.outcome(
      {
        nb: `${confirmed} samtykker til reklame gjelder en bekreftet adresse. ${awaiting} venter på at adressen bekreftes, og får ingen reklame før det.`,
        en: `${confirmed} consents to marketing are for a confirmed address. ${awaiting} wait for the address to be confirmed, and get no marketing before that.`,
      },
      {
        nb: 'Reklame er sendt, eller kan sendes, til adresser ingen har bekreftet. Stans utsendelsen og kjør kept apply.',
        en: 'Marketing was sent, or can be, to addresses that nobody has confirmed. Stop sending and run kept apply.',
      },
      { confirmed, awaiting },
    );
  },
};

/** Where people's own addresses stand. */
const HOMES = [
  { table: 'register.customer', key: 'customer_id' },
  { table: 'register.contact_person', key: 'contact_person_id' },
] as const;

/** By table and name; one that is switched off is missing. */
async function missingTriggers(
  { owner }: SystemUnderControl,
  wanted: readonly (readonly [string, string])[],
): Promise<string[]> {
  const { rows } = await owner.query<{ place: string }>(
    `select tgrelid::regclass::text || ' ' || tgname as place from pg_trigger where tgenabled in ('O', 'A')`,
  );
  const there = new Set(rows.map(({ place }) => place));
  return wanted.map((one) => one.join(' ')).filter((one) => !there.has(one));
}

async function countMail({ owner }: SystemUnderControl, purposes: readonly Purpose[]) {
  const { rows } = await owner.query<{ sent: number; stopped: number }>(
    `select count(*) filter (where sent_at is not null)::int as sent,
            count(*) filter (where stopped_at is not null)::int as stopped from kept.outbox where purpose = any($1)`,
    [purposes.map(({ name }) => name)],
  );
  return rows[0] ?? { sent: 0, stopped: 0 };
}

/** Consents in force to direct marketing, by whether the address they are for was confirmed. */
async function countConsents({ policy, owner }: SystemUnderControl, purposes: readonly Purpose[]) {
  const homes = HOMES.filter(({ table }) => policy.tables[table] !== undefined);
  if (homes.length === 0) return { confirmed: 0, awaiting: 0 };
  const { rows } = await owner.query<{ confirmed: number; awaiting: number }>(
    `select count(*) filter (where home.verified is not null)::int as confirmed,
            count(*) filter (where home.verified is null)::int as awaiting
       from kept.consent_record as given join (${homes
         .map(({ table, key }) => `select ${key} as person_id, email_verified_at as verified from ${table}`)
         .join(' union all ')}) as home using (person_id)
      where given.withdrawn_at is null and given.purpose = any($1)`,
    [purposes.filter(({ directMarketing }) => directMarketing).map(({ name }) => name)],
  );
  return rows[0] ?? { confirmed: 0, awaiting: 0 };
}
