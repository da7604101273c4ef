/**
 * The compiled database is a list of facts: each has a key that says what it is about and a value that says how it is.
 * The live catalogue is read as facts of the same form, so that plan, apply and drift are one comparison.
 */
import type { LocalizedText } from '../../policy/index.ts';

/** In the order in which they are made; what goes is taken away in the opposite order. */
export const FACT_KINDS = [
  'database',
  'role',
  'function',
  'schema',
  'usage',
  'row-security',
  'row-policy',
  'execute',
  'grant',
  'view',
  'trigger',
  'setting',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface Fact {
  readonly kind: FactKind;
  /** Unique within the kind: `register.customer kept_marketing select`. */
  readonly key: string;
  /** Equal when there is nothing to do. */
  readonly value: string;
  /** Takes it away; also run before it is made anew. */
  readonly drop: string;
}

export interface WantedFact extends Fact {
  readonly create: readonly string[];
  /** Brings a differing one right where it cannot be dropped and made anew. */
  readonly replace?: readonly string[];
  readonly reason: LocalizedText;
  /** What is printed in place of a statement that holds a password. */
  readonly printed?: string;
}

export const factId = ({ kind, key }: Fact): string => `${kind} ${key}`;
