/**
 * Who may be given access, and for how long. Pure. Whoever gets a temporary role is an adviser, an auditor or somebody
 * like them: they have a last day, and why they are let in is on record. Somebody who can give access is always left.
 */
import { Temporal } from 'temporal-polyfill';
import { dayAt, forbiddenNumberIn } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';

/** A temporary access is given for a year at most, and can be given anew. */
export const LONGEST_TEMPORARY = { years: 1 } as const;
export const LONGEST_STAFF_NAME = 200;
const LONGEST_ADDRESS = 254;
export const LONGEST_NEED = 500;
const SHORTEST_NEED = 5;

/** Why somebody from outside is let in. */
export interface Need {
  /** One of recipients.yaml. */
  readonly recipient: string;
  readonly reason: string;
}

export interface AccessWanted {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** A date, `YYYY-MM-DD`; null for as long as they work here. */
  readonly accessUntil: string | null;
  /** Null where no role is temporary. */
  readonly need: Need | null;
}

export type StaffField = 'name' | 'email' | 'roles' | 'until' | 'recipient' | 'reason';
export type StaffFaultCode =
  | 'name-missing'
  | 'name-too-long'
  | 'email-wrong'
  | 'roles-missing'
  | 'role-unknown'
  | 'until-missing'
  | 'until-no-date'
  | 'until-past'
  | 'until-too-late'
  | 'recipient-missing'
  | 'reason-short'
  | 'reason-long'
  | 'reason-number'
  | 'last-owner'
  | 'address-taken';

export interface StaffFault {
  readonly field: StaffField;
  readonly code: StaffFaultCode;
}

/** What stands in the way, found where only the rows can tell it. */
export class StaffError extends Error {
  override readonly name = 'StaffError';
  readonly fault: StaffFault;
  constructor(fault: StaffFault) {
    super(`access of staff: ${fault.code}`);
    this.fault = fault;
  }
}

/** The day where the controller is, `YYYY-MM-DD`. */
export const dayOf = (at: Date, { controller }: Pick<Policy, 'controller'>): string => dayAt(at, controller.timeZone);

export const isTemporary = (policy: Policy, roles: readonly string[]): boolean =>
  roles.some((role) => policy.roles[role]?.temporary === true);

/** Who may be named as the one who gets an access: those who get data only where a single case requires it. */
export const occasionalRecipients = (policy: Policy): readonly string[] =>
  Object.values(policy.recipients)
    .filter(({ occasional }) => occasional)
    .map(({ name }) => name);

/** @returns Every fault, in the order of the fields; empty when it can be done. */
export function faultsOfAccess(policy: Policy, wanted: AccessWanted, today: string): readonly StaffFault[] {
  const faults: StaffFault[] = [];
  const add = (field: StaffField, code: StaffFaultCode): void => void faults.push({ field, code });
  const { name, email, roles } = wanted;
  if (name.trim() === '') add('name', 'name-missing');
  if (name.length > LONGEST_STAFF_NAME) add('name', 'name-too-long');
  if (email.length > LONGEST_ADDRESS || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) add('email', 'email-wrong');
  if (roles.length === 0) add('roles', 'roles-missing');
  if (roles.some((role) => !Object.hasOwn(policy.roles, role))) add('roles', 'role-unknown');
  const until = faultOfUntil(policy, wanted, today);
  if (until !== null) add('until', until);
  if (isTemporary(policy, roles)) faults.push(...faultsOfNeed(policy, wanted.need));
  return faults;
}

function faultOfUntil(policy: Policy, { roles, accessUntil }: AccessWanted, today: string): StaffFaultCode | null {
  const temporary = isTemporary(policy, roles);
  if (accessUntil === null) return temporary ? 'until-missing' : null;
  if (!isDate(accessUntil)) return 'until-no-date';
  if (accessUntil < today) return 'until-past';
  const latest = Temporal.PlainDate.from(today).add(LONGEST_TEMPORARY).toString();
  return temporary && accessUntil > latest ? 'until-too-late' : null;
}

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function faultsOfNeed(policy: Policy, need: Need | null): readonly StaffFault[] {
  const faults: StaffFault[] = [];
  if (need === null || !occasionalRecipients(policy).includes(need.recipient)) {
    faults.push({ field: 'recipient', code: 'recipient-missing' });
  }
  const fault = faultOfReason(need?.reason ?? '');
  if (fault !== null) faults.push({ field: 'reason', code: fault });
  return faults;
}

export function faultOfReason(typed: string): Extract<StaffFaultCode, `reason-${string}`> | null {
  const reason = typed.trim();
  if (reason.length < SHORTEST_NEED) return 'reason-short';
  if (reason.length > LONGEST_NEED) return 'reason-long';
  return forbiddenNumberIn(reason) === null ? null : 'reason-number';
}

interface MayOpen {
  readonly roles: readonly string[];
  readonly accessUntil: string | null;
  readonly leftAt: Date | null;
}

/** The purpose whose roles give others their access. */
export const STAFF_ADMINISTRATION = 'staff-administration';

/** Whether it is one of those who can give access for as long as they work here. */
export const isLastingOwner = (policy: Policy, { roles, accessUntil, leftAt }: MayOpen): boolean =>
  leftAt === null &&
  accessUntil === null &&
  roles.some((role) => policy.purposes[STAFF_ADMINISTRATION]?.roles.includes(role) === true);
