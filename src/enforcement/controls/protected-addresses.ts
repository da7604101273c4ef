/**
 * Controls of what staff write down: confidential addresses are with those who deliver alone, and whoever was registered
 * has been told where the notice is.
 */
import { accessOfPurpose, type Policy, type Purpose } from '../../policy/index.ts';
import { roleOfPurpose } from '../roles.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

const TABLE = 'register.protected_address';

/** The triggers that move an address out of sight as it is written. */
const MOVING = [
  ['register.customer', 'protect_address'],
  ['register.customer', 'protect_earlier_orders'],
  ['register.sales_order', 'protect_address'],
] as const;

export const protectedAddressesHidden: Control = {
  name: 'protected-addresses-hidden',
  label: {
    nb: 'Fortrolige adresser ses bare av dem som leverer',
    en: 'Confidential addresses are seen by those who deliver alone',
  },
  async look(system): Promise<ControlOutcome> {
    if (system.policy.tables[TABLE] === undefined) return withoutTable(TABLE);
    const faults = new Faults();
    for (const place of await inSight(system)) faults.add(place);
    for (const place of await mayRead(system)) faults.add(place);
    for (const [table, trigger] of MOVING) {
      const { rows } = await system.owner.query(
        `select from pg_trigger where tgrelid = to_regclass($1) and tgname = $2 and tgenabled in ('O', 'A')`,
        [table, trigger],
      );
      if (rows.length === 0) faults.add(`${table}: the trigger ${trigger} is off`);
    }
    return faults.outcome(
      { nb: 'Ingen andre ser dem.', en: 'Nobody else sees them.' },
      { nb: 'Fortrolige adresser kan ses av andre.', en: 'Confidential addresses can be seen by others.' },
    );
  },
};

/** Rows where a confidential address stands in the open. */
async function inSight({ owner }: SystemUnderControl): Promise<readonly string[]> {
  const { rows } = await owner.query<{ place: string }>(
    `select 'register.customer ' || customer_id as place from register.customer
      where protected_address and num_nonnulls(street_address, postal_code, city) > 0
     union all
     select 'register.sales_order ' || customer_id || ' ' || order_id from register.sales_order
       join register.customer using (customer_id)
      where protected_address and num_nonnulls(deliver_to_street, deliver_to_postal_code, deliver_to_city) > 0
     order by place limit 20`,
  );
  return rows.map(({ place }) => place);
}

/** Purposes that Postgres lets read them, though they neither deliver nor show people their own. */
async function mayRead({ owner, policy }: SystemUnderControl): Promise<readonly string[]> {
  const { rows: installed } = await owner.query<{ prefix: string }>(
    'select role_prefix as prefix from kept.installation',
  );
  const prefix = installed[0]?.prefix ?? '';
  const others = Object.values(policy.purposes).filter((purpose) => !purpose.ownRowsOnly && !delivers(policy, purpose));
  const roles = new Map(others.map(({ name }) => [roleOfPurpose(prefix, name), name]));
  const { rows } = await owner.query<{ role: string }>(
    `select rolname as role from pg_roles
      where rolname = any($1) and has_any_column_privilege(oid, to_regclass($2), 'select') order by 1`,
    [[...roles.keys()], TABLE],
  );
  return rows.map(({ role }) => `${TABLE}: ${roles.get(role)} reads it`);
}

const delivers = (policy: Policy, { name }: Purpose): boolean =>
  accessOfPurpose(policy, name).some(({ table, insert }) => table === 'register.delivery' && insert.length > 0);

export const noticeShownRecorded: Control = {
  name: 'notice-shown-recorded',
  label: {
    nb: 'For hver kunde står det når og hvordan de fikk vite om erklæringen',
    en: 'Of every customer it stands when and how they were told of the notice',
  },
  async look({ owner, policy }): Promise<ControlOutcome> {
    for (const table of ['register.customer', 'kept.notice_shown']) {
      if (policy.tables[table] === undefined) return withoutTable(table);
    }
    const faults = new Faults();
    // Who was moved from another system was told there.
    const { rows } = await owner.query<{ place: string }>(
      `select customer_id as place from register.customer as customer
        where registered_through <> 'import' and not exists (
          select from kept.notice_shown as shown
           where shown.person_id = customer_id and shown.version_number = customer.notice_version
             and shown.shown_at <= customer.registered_at + interval '1 minute')
        order by 1 limit 20`,
    );
    for (const { place } of rows) faults.add(`register.customer ${place}`);
    return faults.outcome(
      { nb: 'Alle som er registrert, fikk vite om erklæringen.', en: 'Everyone registered was told of the notice.' },
      { nb: 'Noen er registrert uten å få vite om erklæringen.', en: 'Some were registered without being told.' },
    );
  },
};
