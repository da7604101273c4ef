/**
 * The control of issued invoices: the series has no hole and no double, what was issued adds up, and what keeps it from
 * being changed stands guard.
 */
import type { Pool } from '../../postgres/index.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

/** By table: what refuses a change of what was issued. */
const GUARDS: Readonly<Record<string, readonly string[]>> = {
  'register.invoice': ['invoice_stays', 'never_emptied', 'invoice_issued'],
  'register.invoice_line': ['invoice_line_stays', 'never_emptied', 'lines_come_at_once'],
  'register.invoice_series': ['series_only_grows'],
};

export const invoiceNumbersWithoutGaps: Control = {
  name: 'invoice-numbers-without-gaps',
  label: {
    nb: 'Fakturanummer er en serie uten hull, og utstedte fakturaer endres aldri',
    en: 'Invoice numbers are a series without gaps, and issued invoices never change',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    if (policy.tables['register.invoice'] === undefined) return withoutTable('register.invoice');
    const faults = new Faults();
    for (const place of await findHoles(owner)) faults.add(place);
    for (const place of await findStrayCounter(owner)) faults.add(place);
    for (const place of await findSums(owner)) faults.add(place);
    for (const place of await findMissingGuards(owner)) faults.add(place);
    const { rows } = await owner.query<{ invoices: string }>('select count(*) as invoices from register.invoice');
    return faults.outcome(
      {
        nb: 'Serien har ingen hull, fakturaene stemmer, og ingen kan endre dem.',
        en: 'The series has no gaps, the invoices add up, and nobody can change them.',
      },
      {
        nb: 'Serien har hull, eller utstedte fakturaer stemmer ikke eller kan endres.',
        en: 'The series has gaps, or issued invoices do not add up or can be changed.',
      },
      { invoices: Number(rows[0]?.invoices ?? 0) },
    );
  },
};

/** What retention deleted lies at the beginning, so the series is looked at from the lowest number there is. */
async function findHoles(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ after: string; before: string }>(
    `select after, before from (
       select invoice_number as before, lag(invoice_number) over (order by invoice_number) as after
         from register.invoice) pair
      where before <> after + 1 order by before limit 20`,
  );
  return rows.map(({ after, before }) => `register.invoice: nothing between ${after} and ${before}`);
}

/** A counter ahead of the last invoice is a number that was taken and given up: the hole at the end of the series. */
async function findStrayCounter(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ next: string; last: string }>(
    `select next_number as next, last from register.invoice_series,
            (select max(invoice_number) as last from register.invoice) as newest
      where series = 'invoice' and last is not null and next_number <> last + 1`,
  );
  return rows.map(
    ({ next, last }) => `register.invoice_series: the next number is ${next}, and the last invoice has ${last}`,
  );
}

async function findSums(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ place: string }>(
    `select 'register.invoice ' || issued.customer_id || ' ' || issued.invoice_number || ': its lines make up '
            || sum(line.net_ore) || ' of ' || issued.net_ore as place
       from register.invoice as issued join register.invoice_line as line using (customer_id, invoice_id)
      group by issued.customer_id, issued.invoice_id, issued.invoice_number, issued.net_ore
     having sum(line.net_ore) <> issued.net_ore order by issued.invoice_number limit 20`,
  );
  return rows.map(({ place }) => place);
}

async function findMissingGuards(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; guard: string }>(
    `select tgrelid::regclass::text as table, tgname as guard from pg_trigger
      where not tgisinternal and tgenabled in ('O', 'A') and tgrelid = any ($1::regclass[])`,
    [Object.keys(GUARDS)],
  );
  const standing = new Set(rows.map(({ table, guard }) => `${table} ${guard}`));
  const missing = Object.entries(GUARDS).flatMap(([table, guards]) =>
    guards
      .filter((guard) => !standing.has(`${table} ${guard}`))
      .map((guard) => `${table}: ${guard} does not stand guard`),
  );
  const { rows: unique } = await owner.query<{ doubled: boolean }>(
    `select not exists (select from pg_constraint where conrelid = 'register.invoice'::regclass and contype = 'u'
       and conkey = (select array_agg(attnum) from pg_attribute
                      where attrelid = 'register.invoice'::regclass and attname = 'invoice_number')) as doubled`,
  );
  return [...missing, ...(unique[0]?.doubled === true ? ['register.invoice: two may have one number'] : [])];
}
