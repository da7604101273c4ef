/**
 * What is inferred of people stands open to them (Art. 13(2)(f) and 15(1)(h)): they may read every column of it, and none
 * is left of somebody who has not said yes, or no longer does.
 */
import { accessOfPurpose, type Policy, type Purpose, type Table } from '../../policy/index.ts';
import { ownersOfRow } from '../compile/row-owner.ts';
import { tableIdent } from '../compile/sql.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, notRun } from './outcome.ts';

/** A table in which a purpose keeps what it infers. */
interface Inferred {
  readonly purpose: Purpose;
  readonly table: Table;
}

export const profilingVisible: Control = {
  name: 'profiling-visible',
  label: {
    nb: 'Det som sluttes om folk, kan de se selv, og det finnes bare om dem som har sagt ja',
    en: 'People can see what is inferred about them, and it is there only of those who said yes',
  },
  async look(system): Promise<ControlOutcome> {
    const inferred = inferredIn(system.policy);
    if (inferred.length === 0) {
      return notRun({
        nb: 'Ingen formål slutter seg til noe om folk.',
        en: 'No purpose infers anything about people.',
      });
    }
    const faults = new Faults();
    for (const { table } of inferred) for (const place of hiddenIn(system.policy, table)) faults.add(place);
    for (const one of inferred) {
      const without = await withoutConsent(system, one);
      if (without > 0) faults.add(`${one.table.name}: ${without} without consent to ${one.purpose.name}`);
    }
    return faults.outcome(
      {
        nb: 'Alt som sluttes om noen, er synlig for dem og hviler på et ja.',
        en: 'All that is inferred about somebody is visible to them and rests on a yes.',
      },
      {
        nb: 'Noe sluttes om folk uten at de ser det eller har sagt ja.',
        en: 'Something is inferred unseen or unasked.',
      },
      { tables: inferred.length },
    );
  },
};

/** Tables with derived columns that a purpose with profiling writes. */
function inferredIn(policy: Policy): readonly Inferred[] {
  return Object.values(policy.purposes).flatMap((purpose) => {
    if (purpose.profiling === null) return [];
    return accessOfPurpose(policy, purpose.name).flatMap(({ table: name, insert }) => {
      const table = policy.tables[name];
      const derived = Object.values(table?.columns ?? {}).some(
        ({ name: column, source }) => source === 'derived' && insert.includes(column),
      );
      return table !== undefined && derived ? [{ purpose, table }] : [];
    });
  });
}

/** Columns about people that no purpose of their own shows them. */
function hiddenIn(policy: Policy, table: Table): string[] {
  const shown = new Set(
    Object.values(policy.purposes)
      .filter(({ ownRowsOnly }) => ownRowsOnly)
      .flatMap(({ name }) => accessOfPurpose(policy, name))
      .flatMap((access) => (access.table === table.name ? access.read : [])),
  );
  return Object.values(table.columns)
    .filter(({ name, category }) => category !== null && !shown.has(name))
    .map(({ name }) => `${table.name}.${name}: not shown to whom it is about`);
}

async function withoutConsent({ owner }: SystemUnderControl, { purpose, table }: Inferred): Promise<number> {
  if (purpose.basis !== 'consent') return 0;
  const people = ownersOfRow(table.belongsTo, 't');
  const { rows } = await owner.query<{ without: number }>(
    `select count(*)::integer as without from ${tableIdent(table.name)} as t
      where ${people.map((person) => `not ${consents(person)}`).join(' or ')}`,
    [purpose.name],
  );
  return rows[0]?.without ?? 0;
}

const consents = (person: string): string =>
  `exists (select from kept.consent_record as given
            where given.person_id = ${person} and given.purpose = $1 and given.withdrawn_at is null)`;
