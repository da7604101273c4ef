/**
 * The control that the access log is whole: nobody can write or change it but through its door, every purpose goes through
 * that door, the days that were sealed hold what they held, and what is known from elsewhere to have been done is in it.
 */
import { dayOfLog, sealsSince } from '../access-log/seal-day.ts';
import { accessLogRole, roleOfPurpose } from '../roles.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults } from './outcome.ts';

/** Days of seals that are gone through, and acts of each kind whose entries are looked for. */
const DAYS = 31;
const MOST_ACTS = 200;
/** Minutes between what a row says of its time and its entry. */
const APART = 10;

export const accessLogComplete: Control = {
  name: 'access-log-complete',
  label: { nb: 'Innsynsloggen er hel', en: 'The access log is complete' },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    await lookAtDoor(system, faults);
    const days = await lookAtSeals(system, faults);
    const acts = await lookForActs(system, faults);
    return faults.outcome(
      {
        nb: 'Alle formål skriver gjennom én dør, ingen kan endre loggen, og det som ble sjekket mot den, står der.',
        en: 'All purposes write through one door, nobody can change the log, and what was checked against it is there.',
      },
      { nb: 'Loggen mangler noe, eller kan endres.', en: 'The log lacks something, or can be changed.' },
      { days, acts },
    );
  },
};

/** A purpose that cannot reach the door gets no rows at all; one that can reach past it could hide its looks. */
async function lookAtDoor({ owner, policy }: SystemUnderControl, faults: Faults): Promise<void> {
  const { rows: here } = await owner.query<{ prefix: string }>('select role_prefix as prefix from kept.installation');
  const prefix = here[0]?.prefix ?? '';
  const purposes = Object.keys(policy.purposes).map((name) => roleOfPurpose(prefix, name));
  const { rows } = await owner.query<{ role: string; place: string }>(
    `select role.rolname as role, log.oid::regclass::text as place
       from pg_roles as role, pg_class as log
      where role.rolname = any($1)
        and (log.oid = 'kept.access_log'::regclass
             or log.oid in (select inhrelid from pg_inherits where inhparent = 'kept.access_log'::regclass))
        and (has_any_column_privilege(role.oid, log.oid, 'insert, update')
             or has_table_privilege(role.oid, log.oid, 'delete, truncate, trigger'))
     union all
     select role.rolname, 'kept.log_access'
       from pg_roles as role
      where role.rolname = any($2)
        and not has_function_privilege(role.oid, 'kept.log_access(integer, text, text, uuid[])', 'execute')
      order by 1, 2`,
    [[...purposes, accessLogRole(prefix)], purposes],
  );
  for (const { role, place } of rows) {
    faults.add(place === 'kept.log_access' ? `${role}: cannot reach ${place}` : `${role}: can change ${place}`);
  }
}

async function lookAtSeals({ owner, now }: SystemUnderControl, faults: Faults): Promise<number> {
  const from = new Date(now().getTime() - DAYS * 86_400_000).toISOString().slice(0, 10);
  const seals = await sealsSince(owner, from);
  for (const [day, sealed] of seals) {
    const found = await dayOfLog(owner, day);
    if (found.entries !== sealed.entries) {
      faults.add(`kept.access_log ${day}: ${sealed.entries} entries when sealed, ${found.entries} now`);
    } else if (found.sum !== sealed.sum) faults.add(`kept.access_log ${day}: changed since it was sealed`);
  }
  return seals.size;
}

/** Rows that come about through a session alone, with whose they are and when. */
const ACTS = [
  { table: 'kept.sign_in', person: 'account_id', at: 'at' },
  { table: 'kept.look_reason', person: 'person_id', at: 'at' },
  { table: 'kept.access_review', person: 'staff_id', at: 'signed_at' },
];

/** Who signed in was looked up, and who wrote a reason wrote it: each must have left an entry that names the person. */
async function lookForActs({ owner, policy }: SystemUnderControl, faults: Faults): Promise<number> {
  let looked = 0;
  for (const { table, person, at } of ACTS.filter((act) => policy.tables[act.table] !== undefined)) {
    const { rows } = await owner.query<{ person: string; entered: boolean }>(
      `select act.person, exists (
                select from kept.access_log as entry
                 where entry.at between act.at - interval '${APART} minutes' and act.at + interval '${APART} minutes'
                   and entry.data_subjects @> array[act.person]) as entered
         from (select ${person} as person, ${at} as at from ${table}
                where ${at} > now() - interval '${DAYS} days' order by ${at} desc limit ${MOST_ACTS}) as act
        order by 1`,
    );
    looked += rows.length;
    for (const row of rows) if (!row.entered) faults.add(`${table} ${row.person}: no entry in the log`);
  }
  return looked;
}
