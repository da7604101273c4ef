/** Controls over signing in: what browsers are given to keep, who can see the log, and that an access that ended ended. */
import { accessOfPurpose } from '../../policy/index.ts';
import { literal } from '../compile/sql.ts';
import { roleOfPurpose } from '../roles.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, notRun, withoutTable } from './outcome.ts';

/** What a browser requires before it takes a cookie, not part of what the cookie is called. */
export const plainCookieName = (name: string): string => name.replace(/^__(?:Host|Secure)-/, '');

/** Ways in which a script keeps something in the browser. */
const KEEPS = /\b(?:document\.cookie|cookieStore|localStorage|sessionStorage|indexedDB|caches\.open)\b/;

export const storageInventoryComplete: Control = {
  name: 'storage-inventory-complete',
  label: { nb: 'Listen over informasjonskapsler er hel', en: 'The inventory of cookies is complete' },
  async look({ policy, settableCookies, scripts }): Promise<ControlOutcome> {
    if (settableCookies === undefined || scripts === undefined) {
      return notRun({ nb: 'Nettstedet er ikke for hånden.', en: 'The web site is not at hand.' });
    }
    const faults = new Faults();
    const listed = Object.values(policy.storage).map(({ name }) => name);
    for (const name of settableCookies) if (!listed.includes(name)) faults.add(`${name}: can be set, is not listed`);
    for (const name of listed) if (!settableCookies.includes(name)) faults.add(`${name}: is listed, nothing sets it`);
    for (const [name, text] of scripts) {
      const [found] = KEEPS.exec(text) ?? [];
      if (found !== undefined) faults.add(`${name}: ${found}`);
    }
    return faults.outcome(
      { nb: 'Listen har det som kan lagres, og ikke mer.', en: 'The inventory has what can be stored, and no more.' },
      { nb: 'Listen og det som kan lagres, er ikke like.', en: 'The inventory and what can be stored differ.' },
      { cookies: settableCookies.length, scripts: scripts.size },
    );
  },
};

const LOG = 'sign-in-log';

export const signInLogVisible: Control = {
  name: 'sign-in-log-visible',
  label: { nb: 'Hver og en kan se sine egne innlogginger', en: 'People can see their own sign-ins' },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const columns = Object.values(policy.tables).flatMap((table) =>
      Object.values(table.columns)
        .filter(({ category }) => category === LOG)
        .map(({ name }) => ({ table: table.name, column: name })),
    );
    if (columns.length === 0) return withoutTable('kept.sign_in');
    const own = Object.values(policy.purposes).filter(({ ownRowsOnly }) => ownRowsOnly);
    const asked = own.flatMap(({ name }) => accessOfPurpose(policy, name));
    const { rows } = await owner.query<{ prefix: string }>('select role_prefix as prefix from kept.installation');
    const roles = own.map(({ name }) => roleOfPurpose(rows[0]?.prefix ?? '', name));
    const faults = new Faults();
    for (const { table, column } of columns) {
      const { rows: granted } = await owner.query<{ may: boolean }>(
        `select coalesce(bool_or(has_column_privilege(oid, to_regclass($1), $2, 'select')), false) as may
           from pg_roles where rolname = any($3)`,
        [table, column, roles],
      );
      const intended = asked.some((one) => one.table === table && one.read.includes(column));
      if (!intended || granted[0]?.may !== true) faults.add(`${table}.${column}`);
    }
    const { rows: unlogged } = await owner.query<{ account: string }>(
      `select account_id as account from kept.account_session as opened
        where not exists (select from kept.sign_in as logged
                           where logged.account_id = opened.account_id and logged.at = opened.opened_at)
        order by account_id`,
    );
    for (const { account } of unlogged) faults.add(`kept.account_session ${account}: not in kept.sign_in`);
    return faults.outcome(
      { nb: 'Alle innlogginger er ført og kan ses.', en: 'All sign-ins are on record and can be seen.' },
      { nb: 'Innlogginger er ikke ført eller kan ikke ses.', en: 'Sign-ins are not on record or cannot be seen.' },
      { columns: columns.length },
    );
  },
};

export const accessEndsOnDate: Control = {
  name: 'access-ends-on-date',
  label: { nb: 'Tilgangen slutter på sin dato', en: 'Access ends on its date' },
  async look({ policy, owner }): Promise<ControlOutcome> {
    if (policy.tables['kept.staff'] === undefined) return withoutTable('kept.staff');
    const zone = literal(policy.controller.timeZone);
    const { rows } = await owner.query<{ staff: string; looks: number; signIns: number }>(
      `with over as (
         select staff_id, least(left_at, (access_until + 1)::timestamp at time zone ${zone}) as at from kept.staff
       )
       select staff_id as staff,
              (select count(*) from kept.access_log as look
                where look.principal_kind = 'staff' and look.principal_id = over.staff_id::text
                  and look.at > over.at) as looks,
              (select count(*) from kept.sign_in as signed
                where signed.account_id = over.staff_id and signed.at > over.at
                  and not exists (select from register.customer where account_id = over.staff_id::text)) as "signIns"
         from over where over.at is not null order by staff_id`,
    );
    const faults = new Faults();
    for (const { staff, looks, signIns } of rows) {
      if (looks > 0) faults.add(`kept.staff ${staff}: ${looks} looks after the access ended`);
      if (signIns > 0) faults.add(`kept.staff ${staff}: ${signIns} sign-ins after the access ended`);
    }
    return faults.outcome(
      { nb: 'Ingen har brukt en tilgang som er over.', en: 'Nobody has used an access that is over.' },
      { nb: 'En tilgang som er over, er brukt.', en: 'An access that is over has been used.' },
      { ended: rows.length },
    );
  },
};
