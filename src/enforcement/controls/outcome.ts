/**
 * How a control tells what it found: a sentence in each language, facts and places, and never a personal value.
 */
import type { LocalizedText, Policy } from '../../policy/index.ts';
import type { ControlOutcome, EvidenceValue } from '../types.ts';

/** Places told of one control; the facts say how many there are. */
const MOST_PLACES = 20;

type Facts = Readonly<Record<string, EvidenceValue>>;

export function holds(summary: LocalizedText, facts: Facts = {}): ControlOutcome {
  return { status: 'holds', evidence: { summary, facts, places: [] } };
}

export function broken(summary: LocalizedText, places: readonly string[], facts: Facts = {}): ControlOutcome {
  return { status: 'broken', evidence: { summary, facts, places: places.slice(0, MOST_PLACES) } };
}

/** What the control looks at is not at hand; the promise then has no control yet. */
export function notRun(summary: LocalizedText): ControlOutcome {
  return { status: 'not-run', evidence: { summary, facts: {}, places: [] } };
}

/** Counts what is wrong and keeps the first places. */
export class Faults {
  #count = 0;
  readonly #places: string[] = [];

  /** `place` holds names of tables and columns, ids and counts. */
  add(place: string): void {
    this.#count += 1;
    if (this.#places.length < MOST_PLACES) this.#places.push(place);
  }

  get count(): number {
    return this.#count;
  }

  /** Holds when nothing was added. */
  outcome(good: LocalizedText, bad: LocalizedText, facts: Facts = {}): ControlOutcome {
    if (this.#count === 0) return holds(good, facts);
    return broken(bad, this.#places, { ...facts, faults: this.#count });
  }
}

/** Whether a promise of the policy rests on the control. */
export const isPromised = ({ promises }: Policy, control: string): boolean =>
  Object.values(promises).some(({ controls }) => controls.includes(control));

/**
 * Something a company has yet to do: broken where a promise of the policy rests on the control, and otherwise nothing
 * that anybody was promised.
 */
export function undone(
  policy: Policy,
  control: string,
  summary: LocalizedText,
  places: readonly string[] = [],
): ControlOutcome {
  return isPromised(policy, control) ? broken(summary, places) : notRun(summary);
}

/** The control looks at tables of which the policy describes none. */
export function withoutTable(table: string): ControlOutcome {
  return notRun({
    nb: `Retningslinjene beskriver ikke tabellen ${table}.`,
    en: `The policy does not describe the table ${table}.`,
  });
}
