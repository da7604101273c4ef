/** Controls over the policy's people and periods: everyone is covered, everything has a date, all can be seen. */
import { accessOfPurpose, type Table } from '../../policy/index.ts';
import { ownersOfRow } from '../compile/row-owner.ts';
import { tableIdent } from '../compile/sql.ts';
import { lastDueDate, rulesOf } from '../retention/due-date.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults } from './outcome.ts';
import { personalColumns, tablesOfPeople } from './people-tables.ts';
import { readAsPerson } from './read-as-person.ts';

export const retentionForEveryTable: Control = {
  name: 'retention-for-every-table',
  label: { nb: 'Hver tabell om personer har en frist', en: 'Every table of people has a time limit' },
  async look({ policy }): Promise<ControlOutcome> {
    const faults = new Faults();
    const tables = tablesOfPeople(policy).filter(({ unused }) => !unused);
    for (const { name } of tables) if (rulesOf(policy, name).length === 0) faults.add(name);
    return faults.outcome(
      { nb: `${tables.length} tabeller har hver sin regel.`, en: `${tables.length} tables have a rule each.` },
      { nb: 'En tabell om personer har ingen frist.', en: 'A table of people has no time limit.' },
    );
  },
};

export const retentionDatesComputable: Control = {
  name: 'retention-dates-computable',
  label: { nb: 'Hver rad har en dato den slettes', en: 'Every row has a date on which it goes' },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    for (const table of tablesOfPeople(policy)) {
      const { rows } = await owner.query<{ rows: number }>(
        `select count(*) as rows from ${tableIdent(table.name)} as t
          where ${lastDueDate(policy, table, 't')} is null and not (${isOfStaffAtWork(table)})`,
      );
      const count = rows[0]?.rows ?? 0;
      if (count > 0) faults.add(`${table.name}: ${count}`);
    }
    return faults.outcome(
      {
        nb: 'Alle rader om personer har en dato; for ansatte kommer den når de slutter.',
        en: 'All rows of people have a date; for staff it comes when they leave.',
      },
      { nb: 'Rader har ingen dato å slettes på.', en: 'Rows have no date to be deleted on.' },
    );
  },
};

/** The time of those who work here begins when they leave, so until then their rows have no date and lack none. */
function isOfStaffAtWork(table: Table): string {
  const owners = ownersOfRow(table.belongsTo, 't');
  if (owners.length === 0) return 'false';
  return `exists (select from kept.staff as employed
                   where employed.left_at is null and employed.staff_id in (${owners.join(', ')}))`;
}

export const allKindsCovered: Control = {
  name: 'all-data-subject-kinds-covered',
  label: { nb: 'Alle slags registrerte er omfattet', en: 'Every kind of data subject is covered' },
  async look({ policy }): Promise<ControlOutcome> {
    const faults = new Faults();
    const about = new Set(Object.values(policy.purposes).flatMap((purpose) => purpose.about));
    const kinds = Object.keys(policy.dataSubjects);
    for (const kind of kinds) if (!about.has(kind)) faults.add(kind);
    return faults.outcome(
      {
        nb: `${kinds.length} slags registrerte har formål.`,
        en: `${kinds.length} kinds of data subject have purposes.`,
      },
      { nb: 'En slags registrerte har ingen formål.', en: 'A kind of data subject has no purpose.' },
    );
  },
};

export const dataVisibleToPerson: Control = {
  name: 'personal-data-visible-to-person',
  label: { nb: 'Personen kan selv se alt om seg', en: 'People can see everything about themselves' },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    const { rows } = await owner.query<{ prefix: string }>('select role_prefix as prefix from kept.installation');
    const own = Object.values(policy.purposes).filter(({ ownRowsOnly }) => ownRowsOnly);
    const roles = own.map(({ name }) => `${rows[0]?.prefix}_${name.replaceAll('-', '_')}`);
    const asked = own.flatMap(({ name }) => accessOfPurpose(policy, name));
    for (const table of tablesOfPeople(policy)) {
      const readable = new Set(asked.filter((one) => one.table === table.name).flatMap(({ read }) => read));
      for (const column of personalColumns(table)) {
        const { rows: granted } = await owner.query<{ may: boolean }>(
          `select coalesce(bool_or(has_column_privilege(oid, to_regclass($1), $2, 'select')), false) as may
             from pg_roles where rolname = any($3)`,
          [table.name, column, roles],
        );
        if (!readable.has(column) || granted[0]?.may !== true) faults.add(`${table.name}.${column}`);
      }
    }
    let tried: number | null = 0;
    for (const [at, { name }] of own.entries()) {
      const reads = accessOfPurpose(policy, name).filter(({ read }) => read.length > 0);
      const tables = tablesOfPeople(policy).filter((table) => reads.some((one) => one.table === table.name));
      const found = await readAsPerson(owner, policy, roles[at] ?? '', tables);
      for (const place of found.hidden) faults.add(place);
      tried = found.tried === null || tried === null ? null : tried + found.tried;
    }
    return faults.outcome(
      {
        nb: 'Alle kolonner om personer kan ses av dem selv, og de som ble prøvd, så alle radene sine.',
        en: 'Every column of people can be seen by them, and those who were tried saw all their rows.',
      },
      {
        nb: 'Noe om personer kan ikke ses av dem selv.',
        en: 'Something about people cannot be seen by them.',
      },
      { tried },
    );
  },
};

/** Where the data came from, through which channel and beside which notice: never empty for a person's own row. */
const PROVENANCE = ['registered_at', 'registered_through', 'notice_version'];

export const provenanceRecorded: Control = {
  name: 'provenance-recorded',
  label: { nb: 'Det er ført hvordan opplysningene kom', en: 'How the data came is on record' },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    const homes = tablesOfPeople(policy).filter(
      ({ belongsTo, schema }) => belongsTo.kind === 'self' && schema === 'register',
    );
    for (const { name } of homes) {
      const { rows } = await owner.query<{ column: string }>(
        `select wanted.name as column from unnest($2::text[]) as wanted (name)
          where not exists (select from pg_attribute where attrelid = to_regclass($1) and attname = wanted.name and attnotnull)`,
        [name, PROVENANCE],
      );
      for (const { column } of rows) faults.add(`${name}.${column}`);
    }
    return faults.outcome(
      {
        nb: `${homes.length} tabeller krever kilde, kanal og utgave.`,
        en: `${homes.length} tables demand source, channel and version.`,
      },
      { nb: 'En tabell tar imot personer uten å føre hvordan.', en: 'A table takes people in without recording how.' },
    );
  },
};
