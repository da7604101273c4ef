/**
 * Whether a purpose is in force for somebody today, and if not, why. Pure. It says in words what `kept.person_permits`
 * decides in the database; a test holds the two together.
 */
import { gateOf } from '../../enforcement/index.ts';
import type { Purpose } from '../../policy/index.ts';
import type { Choices, ConsentRecord, ObjectionRecord, RestrictionRecord } from './reading.ts';

export type Standing =
  /** `consent`: the one it rests on, where it rests on one. */
  | { readonly kind: 'in-force'; readonly consent: ConsentRecord | null }
  | { readonly kind: 'no-consent' }
  | { readonly kind: 'objected'; readonly objection: ObjectionRecord }
  /** Art. 18: everything stands still but storage, legal claims, and what the law demands. */
  | { readonly kind: 'restricted'; readonly restriction: RestrictionRecord };

export function standingOf(purpose: Purpose, choices: Choices): Standing {
  const restriction = choices.restrictions.find(({ lifted_at }) => lifted_at === null);
  if (restriction !== undefined && !purpose.despiteRestriction) return { kind: 'restricted', restriction };
  const gate = gateOf(purpose);
  if (gate === 'consent') {
    const consent = consentInForce(choices, purpose.name);
    return consent === null ? { kind: 'no-consent' } : { kind: 'in-force', consent };
  }
  const objection = choices.objections.find((one) => one.purpose === purpose.name && one.withdrawn_at === null);
  if (gate === 'objection' && objection !== undefined) return { kind: 'objected', objection };
  return { kind: 'in-force', consent: null };
}

export const consentInForce = ({ consents }: Choices, purpose: string): ConsentRecord | null =>
  consents.find((one) => one.purpose === purpose && one.withdrawn_at === null) ?? null;
