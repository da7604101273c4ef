/**
 * Controls that read every text of every described table for numbers that must not be there. Postgres sorts out the
 * rows that can hold one, and only those travel.
 */
import type { Column, Policy, Table } from '../../policy/index.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { CARD_CANDIDATE, holdsCardNumber, holdsIdentityNumber, IDENTITY_CANDIDATE } from './forbidden-numbers.ts';
import { Faults } from './outcome.ts';
import { eachRow, isText, type LiveColumn, liveColumns, quoted } from './people-tables.ts';

interface Search {
  /** A Postgres regular expression that every find matches. */
  readonly candidate: string;
  readonly found: (text: string) => boolean;
}

/**
 * Columns that are searched: all of text and JSON, but for those whose content nobody typed. A column `from: system`
 * holds what Kept or a library makes itself (a payment reference ends in a Luhn digit by design), and an encrypted or
 * hashed one holds no number at all.
 */
export function searchedColumns(policy: Policy, live: readonly LiveColumn[]): LiveColumn[] {
  return live.filter((column) => {
    const described: Column | undefined = policy.tables[column.table]?.columns[column.column];
    if (described === undefined || !isText(column)) return isText(column);
    return described.protect === 'none' && !(described.source === 'system' && described.category !== null);
  });
}

async function search(system: SystemUnderControl, { candidate, found }: Search): Promise<[Faults, number]> {
  const columns = searchedColumns(system.policy, await liveColumns(system.owner, system.policy));
  const faults = new Faults();
  for (const [name, own] of Map.groupBy(columns, (column) => column.table)) {
    const table = system.policy.tables[name];
    if (table !== undefined) await searchTable(system, table, own, { candidate, found }, faults);
  }
  return [faults, columns.length];
}

async function searchTable(
  system: SystemUnderControl,
  table: Table,
  columns: readonly LiveColumn[],
  { candidate, found }: Search,
  faults: Faults,
): Promise<void> {
  const expressions = Object.fromEntries(columns.map(({ column }) => [column, `t.${quoted(column)}`]));
  const where = Object.values(expressions).map((expression) => `${expression}::text ~ '${candidate}'`);
  for await (const row of eachRow(system.owner, table, expressions, where.join(' or '))) {
    for (const [column, text] of Object.entries(row.values)) {
      if (text !== null && found(text)) faults.add(`${table.name} ${row.key} ${column}`);
    }
  }
}

export const noCardNumbers: Control = {
  name: 'no-card-numbers',
  label: {
    nb: 'Ingen betalingskortnummer i noe tekstfelt',
    en: 'No payment card number in any text field',
  },
  async look(system): Promise<ControlOutcome> {
    const [faults, columns] = await search(system, { candidate: CARD_CANDIDATE, found: holdsCardNumber });
    return faults.outcome(
      {
        nb: `${columns} tekstkolonner er lest; ingen har kortnummer.`,
        en: `${columns} text columns read; none has a card number.`,
      },
      { nb: 'Tekst med kortnummer er funnet.', en: 'Text with a card number was found.' },
      { columns },
    );
  },
};

export const noNationalIdentityNumbers: Control = {
  name: 'no-national-identity-numbers',
  label: {
    nb: 'Ingen fødselsnummer eller D-nummer i noe tekstfelt',
    en: 'No national identity number in any text field',
  },
  async look(system): Promise<ControlOutcome> {
    const [faults, columns] = await search(system, { candidate: IDENTITY_CANDIDATE, found: holdsIdentityNumber });
    return faults.outcome(
      {
        nb: `${columns} tekstkolonner er lest; ingen har fødselsnummer.`,
        en: `${columns} text columns read; none has a national identity number.`,
      },
      { nb: 'Tekst med fødselsnummer er funnet.', en: 'Text with a national identity number was found.' },
      { columns },
    );
  },
};
