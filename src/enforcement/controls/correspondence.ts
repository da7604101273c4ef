/**
 * Controls of correspondence: what extends a relationship is a recorded decision about something the customer did (P84),
 * questions that led to no purchase are gone in time (P47), and what we write ourselves tells of nothing sensitive (P38).
 */
import type { Table } from '../../policy/index.ts';
import { SPECIAL_CANDIDATE, specialCategoriesIn } from '../content/special-categories.ts';
import { expiredEnquiries } from '../retention/enquiries.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';
import { eachRow } from './people-tables.ts';

export const extensionRecorded: Control = {
  name: 'extension-recorded',
  label: {
    nb: 'Bare det kunden selv gjorde, forlenger kundeforholdet, og hver gang står det hvorfor, av hvem og når',
    en: 'Only what customers did themselves extends the relationship, and each time it says why, by whom and when',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    if (policy.tables['register.message'] === undefined) return withoutTable('register.message');
    const faults = new Faults();
    const { rows } = await owner.query<{ place: string }>(
      `select 'register.message ' || customer_id || ' ' || message_id || ': ' ||
              case when direction = 'out' then 'ours' else 'no reason, or nobody who gave it' end as place
         from register.message
        where extends_relationship and (direction = 'out' or coalesce(btrim(extension_reason), '') = ''
                or extension_by is null or extension_at is null)
        limit 20`,
    );
    for (const { place } of rows) faults.add(place);
    return faults.outcome(
      { nb: 'Hver forlengelse er begrunnet.', en: 'Every extension has its reason.' },
      { nb: 'Kundeforhold er forlenget uten grunn.', en: 'Relationships were extended without a reason.' },
    );
  },
};

export const enquiriesExpire: Control = {
  name: 'enquiries-expire',
  label: {
    nb: 'Spørsmål som ikke førte til kjøp, og usortert e-post slettes når tiden er ute',
    en: 'Questions that led to no purchase, and unsorted mail, are deleted when their time is over',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const expired = expiredEnquiries(policy);
    if (expired.length === 0) return withoutTable('register.message');
    const faults = new Faults();
    for (const { table, key, where } of expired) {
      const { rows } = await owner.query<{ place: string }>(
        `select '${table} ' || concat_ws(' ', ${key.join(', ')}) || ': kept too long' as place from ${table} as row
          where ${where} limit 20`,
      );
      for (const { place } of rows) faults.add(place);
    }
    return faults.outcome(
      { nb: 'Ingenting ligger lenger enn det skal.', en: 'Nothing lies longer than it should.' },
      { nb: 'Spørsmål og e-post ligger for lenge.', en: 'Questions and mail lie too long.' },
    );
  },
};

/** Texts that we write, by table; those of customers are theirs, and only counted. */
const OUR_WORDS: Readonly<Record<string, { readonly column: string; readonly ours: string }>> = {
  'register.note': { column: 'body', ours: 'true' },
  'register.message': { column: 'body', ours: `(t.direction = 'out' or t.channel in ('phone', 'counter'))` },
  'register.claim_entry': { column: 'body', ours: `(t.direction = 'out' or t.channel in ('phone', 'counter'))` },
  'register.claim': { column: 'outcome_text', ours: 'true' },
};

export const specialCategoriesScanned: Control = {
  name: 'special-categories-scanned',
  label: {
    nb: 'Det vi selv skriver, er lest etter ord om helse, tro og annet sensitivt',
    en: 'What we write ourselves is read for words on health, belief and other sensitive matters',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    let read = 0;
    for (const [name, { column, ours }] of Object.entries(OUR_WORDS)) {
      const table: Table | undefined = policy.tables[name];
      if (table === undefined) continue;
      read += 1;
      const where = `${ours} and t.${column} ~* '${SPECIAL_CANDIDATE}'`;
      for await (const { key, values } of eachRow(owner, table, { text: `t.${column}` }, where)) {
        const found = specialCategoriesIn(values.text ?? '');
        if (found.length > 0) faults.add(`${name} ${key}: ${found.join(', ')}`);
      }
    }
    if (read === 0) return withoutTable('register.message');
    return faults.outcome(
      {
        nb: 'Ingen tekst av oss ser ut til å si noe sensitivt.',
        en: 'No text of ours seems to tell of anything sensitive.',
      },
      {
        nb: 'Tekster ser ut til å si noe sensitivt. Se på dem, og ta ut det som ikke trengs.',
        en: 'Texts seem to tell of something sensitive. Look at them, and take out what is not needed.',
      },
    );
  },
};
