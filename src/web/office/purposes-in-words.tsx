/** What is said of a purpose to staff: its basis in plain words, and which of one's purposes reaches a table. */
import { accessOfPurpose, type Language, type Policy, type Purpose } from '../../policy/index.ts';
import { officeTextsIn } from '../texts/office.ts';
import type { Desk } from './desk.tsx';

/** The lawful basis with its article, and the law where the basis is one. */
export function basisOf({ basis, law }: Purpose, language: Language): string {
  const words = officeTextsIn(language).staffBasis[basis];
  return law === null ? words : `${words}: ${law.cite}`;
}

export const purposeReads = (policy: Policy, { name }: Purpose, table: string): boolean =>
  accessOfPurpose(policy, name).some((access) => access.table === table && access.read.length > 0);

/** The first of one's own purposes that reads a table; null when none does. */
export const purposeWithTable = ({ frame, own }: Pick<Desk, 'frame' | 'own'>, table: string): Purpose | null =>
  own.find((purpose) => purposeReads(frame.policy, purpose, table)) ?? null;
