/** Purposes and staff roles as the other rooms read them. */
import type { Policy, Purpose } from '../model.ts';
import { qualified } from '../names.ts';
import type { PurposesText } from '../schemas/purposes.ts';
import { labelOf, lawOf, mapNamed } from './build-policy.ts';

type PurposeText = PurposesText['purposes'][string];

export function buildPurposes(text: PurposesText): Pick<Policy, 'roles' | 'purposes'> {
  return {
    roles: mapNamed(text.roles, (role, name) => ({ name, label: labelOf(role), temporary: role.temporary })),
    purposes: mapNamed(text.purposes, buildPurpose),
  };
}

function buildPurpose(text: PurposeText, name: string): Purpose {
  return {
    name,
    label: labelOf(text),
    description: text.description,
    basis: text.basis,
    law: text.law === undefined ? null : lawOf(text.law),
    balancing: balancingOf(text),
    about: text.about,
    uses: text.uses,
    records: text.records,
    maintains: text.maintains.map(qualified),
    removesFrom: text.removes_from.map(qualified),
    tables: text.tables.map(qualified),
    roles: text.roles,
    openTo: text.open_to,
    ownRowsOnly: text.own_rows_only,
    despiteRestriction: text.despite_restriction,
    directMarketing: text.direct_marketing,
    profiling: profilingOf(text),
    consentText: text.consent_text ?? null,
    earlierConsentTexts: text.earlier_consent_texts,
  };
}

function balancingOf({ balancing }: PurposeText): Purpose['balancing'] {
  if (balancing === undefined) return null;
  const { interest, necessity, outcome, assessed_on: assessedOn } = balancing;
  return { interest, necessity, outcome, assessedOn: assessedOn ?? null };
}

function profilingOf({ profiling }: PurposeText): Purpose['profiling'] {
  if (profiling === undefined) return null;
  const { infers, from, effect, automated_decision: automatedDecision } = profiling;
  return { infers, from, effect, automatedDecision };
}
