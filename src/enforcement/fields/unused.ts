/**
 * Fields of people that nobody has read for a year, and what was decided about them. Pure. A field that is not used is not
 * needed (Art. 5(1)(c)), unless somebody says why; that answer is asked for anew after another year.
 */
import { Temporal } from 'temporal-polyfill';
import type { Policy } from '../../policy/index.ts';
import type { Field } from './read-fields.ts';

/** After so long without a reader a field is reported; a decision holds for as long. */
export const UNUSED_AFTER = 'P12M';

export interface KnownField extends Field {
  /** Dates, `YYYY-MM-DD`. */
  readonly knownSince: string;
  /** Null: not since then. */
  readonly lastReadOn: string | null;
}

export interface FieldDecision extends Field {
  readonly decision: 'keep' | 'remove';
  readonly reason: string;
  readonly decidedOn: string;
}

export interface UnusedField extends KnownField {
  /** The newest; null where nobody has decided. */
  readonly decision: FieldDecision | null;
  /** A decision that holds today stands. */
  readonly decided: boolean;
}

/** Every field of people that the policy describes, but those that only say whose a row is. */
export const fieldsOfPeople = (policy: Policy): readonly Field[] =>
  Object.values(policy.tables)
    .filter(({ belongsTo }) => belongsTo.kind !== 'nobody')
    .flatMap(({ name, columns }) =>
      Object.values(columns)
        .filter(({ category }) => category !== null)
        .map((column) => ({ table: name, column: column.name })),
    );

/** The first day on which something from `day` is a year old. */
export const yearAfter = (day: string): string => Temporal.PlainDate.from(day).add(UNUSED_AFTER).toString();

const sameField = (one: Field, other: Field): boolean => one.table === other.table && one.column === other.column;

/**
 * @param known As they are stored; those that the policy no longer describes are left out.
 * @param today `YYYY-MM-DD`.
 * @returns In the order of the policy.
 */
export function unusedFields(
  policy: Policy,
  known: readonly KnownField[],
  decisions: readonly FieldDecision[],
  today: string,
): readonly UnusedField[] {
  return fieldsOfPeople(policy).flatMap((field) => {
    const found = known.find((one) => sameField(one, field));
    if (found === undefined || yearAfter(found.lastReadOn ?? found.knownSince) > today) return [];
    const [decision = null] = decisions
      .filter((one) => sameField(one, field))
      .sort((one, other) => (one.decidedOn < other.decidedOn ? 1 : -1));
    return [{ ...found, decision, decided: decision !== null && yearAfter(decision.decidedOn) > today }];
  });
}
