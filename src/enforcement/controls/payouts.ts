/**
 * The control of account numbers: they stand on payouts and nowhere else, sealed, for those who pay, approved by another
 * than asked, and no longer than the policy says.
 */
import type { Policy } from '../../policy/index.ts';
import { dueDateOf, todaySql } from '../retention/due-date.ts';
import { roleOfPurpose } from '../roles.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { rolePrefix } from './live-database.ts';
import { Faults, withoutTable } from './outcome.ts';

const TABLE = 'register.payout';
const COLUMN = 'account_sealed';
const CATEGORY = 'payout-account';

export const payoutAccountsOnlyForPayouts: Control = {
  name: 'payout-accounts-only-for-payouts',
  label: {
    nb: 'Kontonummer brukes bare til utbetalinger',
    en: 'Account numbers are used for payouts only',
  },
  async look(system): Promise<ControlOutcome> {
    if (system.policy.tables[TABLE] === undefined) return withoutTable(TABLE);
    const faults = new Faults();
    for (const place of elsewhere(system.policy)) faults.add(place);
    for (const place of await strangers(system)) faults.add(place);
    for (const place of await wrongRows(system)) faults.add(place);
    const { rows } = await system.owner.query<{ accounts: string }>(
      `select count(*) as accounts from ${TABLE} where ${COLUMN} is not null`,
    );
    return faults.outcome(
      {
        nb: 'Hvert kontonummer er forseglet, hører til en utbetaling og blir slettet etter den.',
        en: 'Every account number is sealed, belongs to a payout and is deleted after it.',
      },
      {
        nb: 'Et kontonummer ligger et annet sted, lenger eller mer åpent enn det skal.',
        en: 'An account number lies elsewhere, longer or more openly than it should.',
      },
      { accounts: Number(rows[0]?.accounts ?? 0) },
    );
  },
};

const elsewhere = (policy: Policy): string[] =>
  Object.values(policy.tables)
    .filter(({ name }) => name !== TABLE)
    .flatMap(({ name, columns }) =>
      Object.values(columns)
        .filter(({ category }) => category === CATEGORY)
        .map((column) => `${name}.${column.name}: holds account numbers`),
    );

/** Purposes that can read account numbers without paying out, other than each person their own. */
async function strangers(system: SystemUnderControl): Promise<string[]> {
  const prefix = await rolePrefix(system);
  const others = Object.values(system.policy.purposes).filter(
    ({ records, ownRowsOnly }) => !records.includes(CATEGORY) && !ownRowsOnly,
  );
  const { rows } = await system.owner.query<{ role: string }>(
    `select rolname as role from pg_roles
      where rolname = any ($1) and has_column_privilege(oid, '${TABLE}', '${COLUMN}', 'select')`,
    [others.map(({ name }) => roleOfPurpose(prefix, name))],
  );
  return others
    .filter(({ name }) => rows.some(({ role }) => role === roleOfPurpose(prefix, name)))
    .map(({ name }) => `${name}: ${TABLE}.${COLUMN}`);
}

async function wrongRows({ policy, owner }: SystemUnderControl): Promise<string[]> {
  const late = overdue(policy);
  const { rows } = await owner.query<{ place: string }>(
    `select '${TABLE} ' || t.customer_id || ' ' || t.payout_id || ': ' || fault as place
       from ${TABLE} as t cross join lateral (values
         (case when ${COLUMN} is not null and (${COLUMN} ~ '[0-9]{11}' or length(${COLUMN}) < 40) then 'not sealed' end),
         (case when approved_by = requested_by then 'approved by whoever asked' end),
         (case when ${COLUMN} is not null and (refused_at is not null or ${late}) then 'kept too long' end),
         (case when paid_on is not null and approved_at is null then 'paid and not approved' end)
       ) as found (fault) where fault is not null order by 1 limit 20`,
  );
  const { rows: guards } = await owner.query(
    `select from pg_trigger where tgrelid = '${TABLE}'::regclass and tgname = 'payout_stays' and tgenabled in ('O', 'A')`,
  );
  return [
    ...rows.map(({ place }) => place),
    ...(guards.length === 0 ? [`${TABLE}: payout_stays does not stand guard`] : []),
  ];
}

/** The time of the account number is over, by the rule of the policy that keeps it; never, where there is none. */
function overdue(policy: Policy): string {
  const table = policy.tables[TABLE];
  const rule = policy.retention.find(({ keep }) =>
    keep.some((kept) => kept.table === TABLE && kept.columns.includes(COLUMN)),
  );
  if (table === undefined || rule === undefined) return 'false';
  return `coalesce(${dueDateOf(policy, rule, table, 't')} < ${todaySql(policy)}, false)`;
}
