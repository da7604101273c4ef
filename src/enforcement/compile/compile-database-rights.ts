/**
 * What everybody may do with the database itself. Postgres gives everybody temporary tables and functions, where data
 * would outlive the consent it was read under; a purpose has its tables and nothing beside them.
 */
import type { WantedFact } from './fact.ts';
import { ident } from './sql.ts';

/** The key and value are those that `readDatabaseRights` finds where it is so. */
export function compileDatabaseRights(database: string): WantedFact[] {
  return [
    {
      ...{ kind: 'database', key: 'temporary', value: 'not for everybody' },
      create: [`revoke temporary on database ${ident(database)} from public`],
      drop: `grant temporary on database ${ident(database)} to public`,
      reason: {
        nb: 'Et formål har tabellene sine og ingen midlertidige ved siden av.',
        en: 'A purpose has its tables, and no temporary ones beside them.',
      },
    },
  ];
}
