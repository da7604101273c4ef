/**
 * Functions that tell until when a row is kept. A rule may count from columns that the purpose which shows the row cannot
 * read, so the dates are worked out with the owner's eyes: for people of their own rows alone, for staff of the rows that
 * permit the purpose they act for.
 */
import { accessOfPurpose, type Policy, type Purpose, type Table } from '../../policy/index.ts';
import { dueDateOf, rulesOf } from '../retention/due-date.ts';
import { roleOfPurpose } from '../roles.ts';
import { functionFact } from './compile-functions.ts';
import { executeFact } from './compile-roles.ts';
import type { WantedFact } from './fact.ts';
import { isAbout, isGated } from './row-owner.ts';
import { ident, literal, tableIdent } from './sql.ts';

/**
 * The function that answers for the rows of a table: it takes the row's key as texts, and gives a date for each of
 * `rulesOf`, in that order, null where the event has not happened; null for a row that is not the person's, and for staff
 * for one that the purpose does not see.
 */
export const dueDatesFunction = ({ schema, table }: Pick<Table, 'schema' | 'table'>): string =>
  `kept.due_dates_${schema}_${table}`;

export function compileDueDates(policy: Policy, prefix: string, bits: ReadonlyMap<string, number>): WantedFact[] {
  const showing = Object.values(policy.purposes).filter(({ ownRowsOnly, roles }) => ownRowsOnly || roles.length > 0);
  return Object.values(policy.tables)
    .filter((table) => table.belongsTo.kind !== 'nobody' && rulesOf(policy, table.name).length > 0)
    .flatMap((table) => {
      const readers = showing.filter((purpose) => mayRead(policy, purpose, table));
      const key = `${dueDatesFunction(table)}(text[])`;
      const executes = readers.map(({ name, label }) =>
        executeFact(key, roleOfPurpose(prefix, name), {
          nb: `«${label.nb}» viser hvor lenge hver rad lagres.`,
          en: `"${label.en}" shows how long each row is kept.`,
        }),
      );
      return readers.length === 0 ? [] : [dueDates(policy, table, admittedBy(prefix, bits, readers)), ...executes];
    });
}

const mayRead = (policy: Policy, purpose: Purpose, table: Table): boolean =>
  accessOfPurpose(policy, purpose.name).some((access) => access.table === table.name && access.read.length > 0);

const REASON = {
  nb: 'Den registrerte og de som arbeider med raden, får se hvor lenge den lagres.',
  en: 'The person, and those who work with the row, see how long it is kept.',
};

/** The bit that a row must have for the role that is connected; null for purposes that show people their own. */
function admittedBy(prefix: string, bits: ReadonlyMap<string, number>, readers: readonly Purpose[]): string {
  const cases = readers
    .filter(({ ownRowsOnly }) => !ownRowsOnly)
    .map(({ name }) => {
      const bit = bits.get(name);
      if (bit === undefined) throw new Error(`the purpose ${name} has no bit`);
      return `when ${literal(roleOfPurpose(prefix, name))} then ${2n ** BigInt(bit)}`;
    });
  return cases.length === 0 ? 'null' : `case session_user ${cases.join(' ')} end`;
}

/** @param bit Of the role that is connected, as `admittedBy` has it. */
function dueDates(policy: Policy, table: Table, bit: string): WantedFact {
  const name = tableIdent(table.name);
  const dates = rulesOf(policy, table.name).map((rule) => dueDateOf(policy, rule, table, 't'));
  const keys = table.key.map((column, at) => ({ column: ident(column), variable: `kept_key_${at}` }));
  const variables = [
    `  kept_person uuid := nullif(current_setting('kept.person', true), '')::uuid;`,
    // The policy does not know types; the catalogue does.
    ...keys.map(({ column, variable }, at) => `  ${variable} ${name}.${column}%type := kept_row[${at + 1}];`),
    `  kept_bit bigint := ${bit};`,
    '  kept_dates date[];',
  ];
  const lines = [
    `  select array[${dates.join(', ')}] into kept_dates from ${name} as t`,
    `   where ${keys.map(({ column, variable }) => `t.${column} = ${variable}`).join(' and ')}`,
    // Whoever is connected for a purpose of staff could set the person themselves, so that for them it counts for nothing.
    `     and case when kept_bit is null then (${isAbout(table.belongsTo, 't', 'kept_person')}) else ${isGated(table) ? '(t.permits & kept_bit) <> 0' : 'true'} end;`,
    '  return kept_dates;',
  ];
  const called = dueDatesFunction(table);
  return functionFact(`${called}(text[])`, `${called}(kept_row text[])`, 'date[]', lines, {
    ...{ variables, volatility: 'stable', reason: REASON },
  });
}
