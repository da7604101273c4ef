/** What is done with a category of somebody's data: for which purposes, and who is given it. Pure. */
import type { DataSubjectKind, Policy, Purpose, Recipient } from '../../policy/index.ts';

export interface UsesOfCategory {
  /** Purposes that read or write it and are about such people. */
  readonly purposes: readonly Purpose[];
  /** Who is given it for one of those. */
  readonly recipients: readonly Recipient[];
}

/** The purposes that are about one of these kinds of people, in the order of the policy. */
export function purposesAbout(policy: Policy, kinds: readonly Pick<DataSubjectKind, 'name'>[]): readonly Purpose[] {
  return Object.values(policy.purposes).filter(({ about }) => kinds.some(({ name }) => about.includes(name)));
}

export function usesOfCategory(
  policy: Policy,
  category: string,
  kinds: readonly Pick<DataSubjectKind, 'name'>[],
): UsesOfCategory {
  const purposes = purposesAbout(policy, kinds).filter(
    ({ uses, records }) => uses.includes(category) || records.includes(category),
  );
  const recipients = Object.values(policy.recipients).filter(
    (recipient) =>
      recipient.categories.includes(category) && purposes.some(({ name }) => recipient.purposes.includes(name)),
  );
  return { purposes, recipients };
}
