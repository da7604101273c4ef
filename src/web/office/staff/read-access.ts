/** What was typed about somebody's access: read, checked, and either what is wanted or a message at each field. */
import { forbiddenNumberIn } from '../../../enforcement/index.ts';
import type { Policy } from '../../../policy/index.ts';
import {
  type AccessWanted,
  faultsOfAccess,
  isTemporary,
  type StaffFault,
  type StaffMember,
} from '../../../records/index.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import { LONGEST_NOTE } from './review.tsx';

export const STAFF_FIELDS = ['name', 'email', 'until', 'recipient', 'reason'] as const;

interface AccessTyped {
  readonly typed: Readonly<Partial<Record<(typeof STAFF_FIELDS)[number], string>>>;
  readonly roles: readonly string[];
}

export function readAccess(
  policy: Policy,
  { typed, roles }: AccessTyped,
  member: StaffMember | null,
  today: string,
): { readonly wanted: AccessWanted; readonly faults: readonly StaffFault[] } {
  const text = (name: (typeof STAFF_FIELDS)[number]): string => (typed[name] ?? '').trim();
  const wanted: AccessWanted = {
    name: text('name'),
    email: member?.email ?? text('email'),
    roles: [...new Set(roles)],
    accessUntil: text('until') || null,
    need: isTemporary(policy, roles) ? { recipient: text('recipient'), reason: text('reason') } : null,
  };
  return { wanted, faults: faultsOfAccess(policy, wanted, today) };
}

export function faultsInForm(faults: readonly StaffFault[], texts: OfficeTexts): Readonly<Record<string, string>> {
  // The first of each field is the one to mend first.
  return Object.fromEntries([...faults].reverse().map(({ field, code }) => [field, texts.staffFaults[code]]));
}

/** A note that may be left empty. */
export function readNote(typed: string): string | null | 'wrong' {
  const note = typed.trim();
  if (note.length > LONGEST_NOTE || forbiddenNumberIn(note) !== null) return 'wrong';
  return note === '' ? null : note;
}
