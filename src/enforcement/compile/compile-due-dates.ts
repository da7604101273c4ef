/**
 * Functions that tell a person until when a row of theirs is kept. A rule may count from columns that the purpose which
 * shows the row cannot read, so the dates are worked out with the owner's eyes, for rows of the signed-in person alone.
 */
import { accessOfPurpose, type Policy, type Purpose, type Table } from '../../policy/index.ts';
import { dueDateOf, rulesOf } from '../retention/due-date.ts';
import { roleOfPurpose } from '../roles.ts';
import { functionFact } from './compile-functions.ts';
import { executeFact } from './compile-roles.ts';
import type { WantedFact } from './fact.ts';
import { isAbout } from './row-owner.ts';
import { ident, tableIdent } from './sql.ts';

/**
 * The function that answers for the rows of a table: it takes the row's key as texts, and gives a date for each of
 * `rulesOf`, in that order, null where the event has not happened; null for a row that is not the person's.
 */
export const dueDatesFunction = ({ schema, table }: Pick<Table, 'schema' | 'table'>): string =>
  `kept.due_dates_${schema}_${table}`;

export function compileDueDates(policy: Policy, prefix: string): WantedFact[] {
  const own = Object.values(policy.purposes).filter(({ ownRowsOnly }) => ownRowsOnly);
  return Object.values(policy.tables)
    .filter((table) => table.belongsTo.kind !== 'nobody' && rulesOf(policy, table.name).length > 0)
    .flatMap((table) => {
      const readers = own.filter((purpose) => mayRead(policy, purpose, table));
      const key = `${dueDatesFunction(table)}(text[])`;
      const executes = readers.map(({ name, label }) =>
        executeFact(key, roleOfPurpose(prefix, name), {
          nb: `«${label.nb}» viser hvor lenge hver rad lagres.`,
          en: `"${label.en}" shows how long each row is kept.`,
        }),
      );
      return readers.length === 0 ? [] : [dueDates(policy, table), ...executes];
    });
}

const mayRead = (policy: Policy, purpose: Purpose, table: Table): boolean =>
  accessOfPurpose(policy, purpose.name).some((access) => access.table === table.name && access.read.length > 0);

const REASON = {
  nb: 'Den registrerte får se hvor lenge hver rad lagres.',
  en: 'The person sees how long each row is kept.',
};

function dueDates(policy: Policy, table: Table): WantedFact {
  const name = tableIdent(table.name);
  const dates = rulesOf(policy, table.name).map((rule) => dueDateOf(policy, rule, table, 't'));
  const keys = table.key.map((column, at) => ({ column: ident(column), variable: `kept_key_${at}` }));
  const variables = [
    `  kept_person uuid := nullif(current_setting('kept.person', true), '')::uuid;`,
    // The policy does not know types; the catalogue does.
    ...keys.map(({ column, variable }, at) => `  ${variable} ${name}.${column}%type := kept_row[${at + 1}];`),
    '  kept_dates date[];',
  ];
  const lines = [
    `  select array[${dates.join(', ')}] into kept_dates from ${name} as t`,
    `   where ${keys.map(({ column, variable }) => `t.${column} = ${variable}`).join(' and ')}`,
    `     and (${isAbout(table.belongsTo, 't', 'kept_person')});`,
    '  return kept_dates;',
  ];
  const called = dueDatesFunction(table);
  return functionFact(`${called}(text[])`, `${called}(kept_row text[])`, 'date[]', lines, {
    ...{ variables, volatility: 'stable', reason: REASON },
  });
}
