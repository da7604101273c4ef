/** What separates the live database from the compiled one, as steps in the order in which they can be taken. */

import type { LocalizedText } from '../../policy/index.ts';
import { FACT_KINDS, type Fact, factId, type WantedFact } from '../compile/fact.ts';

export interface Step {
  /** `+` is made, `~` is made anew, `-` is taken away. */
  readonly sign: '+' | '~' | '-';
  readonly fact: Fact;
  readonly sql: readonly string[];
  /** As it may be shown: no password in it. */
  readonly printed: readonly string[];
  readonly reason: LocalizedText;
  /** The value it had, where it differs. */
  readonly before?: string;
}

const GONE: LocalizedText = {
  nb: 'Policyen ber ikke lenger om det.',
  en: 'The policy does not ask for it any more.',
};

/** Empty when the live facts are those wanted. What goes is taken away first, then the rest is made. */
export function differenceOf(wanted: readonly WantedFact[], live: readonly Fact[]): Step[] {
  const present = new Map(live.map((fact) => [factId(fact), fact]));
  const asked = new Set(wanted.map(factId));
  const removed = live.filter((fact) => !asked.has(factId(fact))).sort(lastMadeFirst);
  return [
    ...removed.filter((fact) => !vanishes(fact, removed)).map(removal),
    ...wanted.flatMap((fact) => step(fact, present.get(factId(fact)))),
  ];
}

const rank = ({ kind }: Fact): number => FACT_KINDS.indexOf(kind);
const lastMadeFirst = (a: Fact, b: Fact): number => rank(b) - rank(a);

function removal(fact: Fact): Step {
  return { sign: '-', fact, sql: [fact.drop], printed: [fact.drop], reason: GONE };
}

/** A view goes with its schema. */
function vanishes(fact: Fact, removed: readonly Fact[]): boolean {
  const schema = fact.kind === 'view' ? fact.key.split('.')[0] : null;
  return removed.some((other) => other.kind === 'schema' && other.key === schema);
}

function step(fact: WantedFact, live: Fact | undefined): Step[] {
  if (live?.value === fact.value) return [];
  const { reason } = fact;
  const shown = fact.printed === undefined ? fact.create : [fact.printed];
  if (live === undefined) return [{ sign: '+', fact, sql: fact.create, printed: shown, reason }];
  const sql = fact.replace ?? [live.drop, ...fact.create];
  return [{ sign: '~', fact, sql, printed: fact.replace ?? [live.drop, ...shown], reason, before: live.value }];
}
