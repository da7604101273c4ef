/** Control over fields that nobody reads: each is counted, and after a year without a reader somebody has decided about it. */
import { dayAt } from '../calendar/day-at.ts';
import { type FieldDecision, fieldsOfPeople, type KnownField, unusedFields, yearAfter } from '../fields/unused.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

export const unusedFieldsReported: Control = {
  name: 'unused-fields-reported',
  label: {
    nb: 'Felter ingen har lest på tolv måneder, er det tatt stilling til',
    en: 'Fields that nobody has read for twelve months have been decided on',
  },
  async look({ policy, owner, now }): Promise<ControlOutcome> {
    if (policy.tables['kept.field'] === undefined) return withoutTable('kept.field');
    const today = dayAt(now(), policy.controller.timeZone);
    const { rows: known } = await owner.query<KnownField>(
      `select table_name as "table", column_name as "column", known_since::text as "knownSince",
              last_read_on::text as "lastReadOn" from kept.field`,
    );
    const { rows: decisions } = await owner.query<FieldDecision>(
      `select table_name as "table", column_name as "column", decision, reason, decided_on::text as "decidedOn"
         from kept.field_decision`,
    );
    const faults = new Faults();
    const counted = new Set(known.map(({ table, column }) => `${table} ${column}`));
    for (const { table, column } of fieldsOfPeople(policy)) {
      if (!counted.has(`${table} ${column}`)) faults.add(`${table} ${column}: not counted; run kept apply`);
    }
    const unused = unusedFields(policy, known, decisions, today);
    for (const { table, column, lastReadOn, knownSince, decided } of unused) {
      if (!decided) faults.add(`${table} ${column}: not read since ${lastReadOn ?? knownSince}`);
    }
    const since = known.map(({ knownSince }) => knownSince).sort()[0] ?? today;
    const first = yearAfter(since);
    return faults.outcome(
      today < first
        ? {
            nb: `Det er talt siden ${since}, og tolv måneder er først gått ${first}. Til da er det ingenting å ta stilling til.`,
            en: `It has been counted since ${since}, and twelve months have passed on ${first}. Until then there is nothing to decide.`,
          }
        : {
            nb: `${unused.length} felter er ikke lest på tolv måneder, og alle er det tatt stilling til.`,
            en: `${unused.length} fields were not read for twelve months, and all of them have been decided on.`,
          },
      {
        nb: 'Felter leses ikke, og ingen har tatt stilling til dem. Gjør det på siden Felter ingen leser.',
        en: 'Fields are not read, and nobody has decided on them. Do so on the page Fields nobody reads.',
      },
      { countedSince: since, firstReportDue: first, unused: unused.length },
    );
  },
};
