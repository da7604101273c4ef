/** What a policy has and its notice hides: Art. 13 and 14 ask for every one of these. */
import type { Policy } from '../policy/index.ts';
import { textOf } from './markers.ts';
import type { Touched } from './template.ts';

/** The rights that a notice tells of: Art. 13(2)(b) to (d) and (f), 19. */
export const RIGHTS = [
  'information',
  'access',
  'rectification',
  'erasure',
  'restriction',
  'notification',
  'portability',
  'objection',
  'automated-decisions',
  'withdraw-consent',
  'complaint',
] as const;

export interface Omission {
  readonly code: string;
  readonly facts: { readonly name: string };
}

/** A thing counts as mentioned when its own label was shown; recipients and storage when their name stands there. */
export function findOmissions(policy: Policy, html: string, { texts, rights }: Touched): Omission[] {
  const seen = textOf(html);
  const missing = (code: string, names: readonly string[]): Omission[] =>
    names.map((name) => ({ code, facts: { name } }));
  const unlabelled = (named: Readonly<Record<string, { readonly label: unknown }>>): string[] =>
    Object.entries(named).flatMap(([name, { label }]) => (texts.has(label) ? [] : [name]));
  return [
    ...missing('KEPT-401', unlabelled(policy.purposes)),
    ...missing('KEPT-402', unlabelled(policy.categories)),
    ...missing(
      'KEPT-403',
      Object.values(policy.recipients).flatMap(({ name, label }) => (seen.includes(label) ? [] : [name])),
    ),
    ...missing(
      'KEPT-404',
      policy.retention.flatMap(({ name, label }) => (texts.has(label) ? [] : [name])),
    ),
    ...missing(
      'KEPT-405',
      RIGHTS.filter((name) => !rights.has(name)),
    ),
    ...missing(
      'KEPT-410',
      Object.keys(policy.storage).filter((name) => !seen.includes(name)),
    ),
  ];
}
