/** `kept staff`: who works here, in which roles and until when; and the way in for whoever cannot get in. */
import { nearest, type Policy } from '../../policy/index.ts';
import {
  type AccessWanted,
  addStaff,
  changeAccess,
  endStaff,
  faultsOfAccess,
  LINK_MINUTES,
  listStaff,
  type Need,
  type StaffChange,
  StaffError,
  type StaffMember,
} from '../../records/index.ts';
import { signInLink } from '../../web/index.ts';
import type { Environment } from '../environment.ts';
import type { Terminal } from '../terminal.ts';
import { faultInWords } from './staff-faults.ts';
import { withMember, withStaff } from './staff-work.ts';

/** Roles as they were typed, `sales,support`; null when the policy lacks one, which is told. */
function rolesOf(typed: string, policy: Policy, terminal: Terminal): readonly string[] | null {
  const roles = [
    ...new Set(
      typed
        .split(',')
        .map((role) => role.trim())
        .filter((role) => role !== ''),
    ),
  ];
  const known = Object.keys(policy.roles);
  const unknown = roles.find((role) => !known.includes(role));
  if (unknown === undefined && roles.length > 0) return roles;
  const near = (unknown === undefined ? null : nearest(unknown, known)) ?? known.join(', ');
  terminal.tell({
    nb: `Policyen har ikke rollen ${unknown ?? '(ingen)'}. Mente du ${near}?`,
    en: `The policy has no role ${unknown ?? '(none)'}. Did you mean ${near}?`,
  });
  return null;
}

export interface StaffAdded {
  readonly email: string;
  readonly name: string;
  readonly roles: string;
  /** A date, `YYYY-MM-DD`; null for as long as they work here. */
  readonly until: string | null;
  /** For a temporary role: who they come from, and why they are let in. */
  readonly recipient: string | null;
  readonly reason: string | null;
}

/** @returns The exit code: 1 when the policy lacks a role, or a value is not one. */
export function staffAdd(added: StaffAdded, environment: Environment, terminal: Terminal): Promise<number> {
  return withStaff(environment, terminal, async ({ policy, change, asAdministration }) => {
    const roles = rolesOf(added.roles, policy, terminal);
    if (roles === null) return 1;
    const { name, email, until: accessUntil } = added;
    const wanted: AccessWanted = { name, email, roles, accessUntil, need: needOf(added) };
    return await tried(policy, terminal, wanted, change, async () => {
      await asAdministration((session) => addStaff(session, change, wanted));
      terminal.tell({
        nb: 'Lagt til. `kept staff link` lager en lenke til første innlogging.',
        en: 'Added. `kept staff link` makes a link for the first sign-in.',
      });
    });
  });
}

const needOf = ({ recipient, reason }: Pick<StaffAdded, 'recipient' | 'reason'>): Need | null =>
  recipient === null && reason === null ? null : { recipient: recipient ?? '', reason: reason ?? '' };

/** Tells every fault, or does the work and tells what the rows have against it. @returns The exit code. */
async function tried(
  policy: Policy,
  terminal: Terminal,
  wanted: AccessWanted,
  { today }: StaffChange,
  work: () => Promise<void>,
): Promise<number> {
  const faults = faultsOfAccess(policy, wanted, today);
  for (const { code } of faults) terminal.tell(faultInWords(code, policy));
  if (faults.length > 0) return 1;
  return await refusing(policy, terminal, work);
}

async function refusing(policy: Policy, terminal: Terminal, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof StaffError)) throw error;
    terminal.tell(faultInWords(error.fault.code, policy));
    return 1;
  }
}

/** @returns The exit code. */
export function staffList(environment: Environment, terminal: Terminal): Promise<number> {
  return withStaff(environment, terminal, async ({ change: { today }, asAdministration }) => {
    for (const member of await asAdministration(listStaff)) terminal.print(lineOf(member, today, terminal));
    return 0;
  });
}

function lineOf(
  { email, name, roles, accessUntil, leftAt }: StaffMember,
  today: string,
  { language }: Terminal,
): string {
  const [left, until, over] = { nb: ['sluttet', 'til', 'utløpt'], en: ['left', 'until', 'expired'] }[language] as [
    string,
    string,
    string,
  ];
  const state =
    leftAt !== null
      ? `${left} ${leftAt.toISOString().slice(0, 10)}`
      : accessUntil === null
        ? ''
        : `${accessUntil < today ? over : until} ${accessUntil}`;
  return [email, name, roles.join(','), state].filter((part) => part !== '').join('  ');
}

export interface StaffChanged extends Pick<StaffAdded, 'recipient' | 'reason'> {
  /** Null: as they are. */
  readonly roles: string | null;
  /** A date; `none` for as long as they work here; null: as it is. */
  readonly until: string | null;
}

/** Other roles, another last day, or both. */
export function staffChange(
  email: string,
  typed: StaffChanged,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  return withMember(email, environment, terminal, async (member, { policy, change, asAdministration }) => {
    const roles = typed.roles === null ? member.roles : rolesOf(typed.roles, policy, terminal);
    if (roles === null) return 1;
    const until = typed.until === null ? member.accessUntil : typed.until === 'none' ? null : typed.until;
    const wanted = { name: member.name, email: member.email, roles, accessUntil: until, need: needOf(typed) };
    return await tried(policy, terminal, wanted, change, async () => {
      await asAdministration((session) => changeAccess(session, change, member.staffId, wanted));
      terminal.tell({ nb: 'Tilgangen er endret, og gjelder fra nå.', en: 'The access is changed, from now on.' });
    });
  });
}

/** Ends the access, every session, and all that they could sign in with. */
export function staffEnd(email: string, environment: Environment, terminal: Terminal): Promise<number> {
  return withMember(email, environment, terminal, async ({ staffId }, { policy, change, asAdministration }) =>
    refusing(policy, terminal, async () => {
      await asAdministration((session) => endStaff(session, change, staffId));
      terminal.tell({
        nb: 'Tilgangen er avsluttet, og øktene med den.',
        en: 'The access has ended, and its sessions.',
      });
    }),
  );
}

/** Prints a one-time link. @param resetSecondStep Whoever has lost their telephone sets the second step up anew. */
export function staffLink(
  email: string,
  resetSecondStep: boolean,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  return withMember(email, environment, terminal, async ({ staffId }, { accounts }) => {
    if (resetSecondStep) await accounts.shutOut(staffId, 'second-step');
    const token = await accounts.makeLink(email);
    if (token === null) {
      terminal.tell({ nb: 'Tilgangen til denne ansatte er over.', en: 'The access of this member of staff is over.' });
      return 1;
    }
    terminal.tell({
      nb: `Lenken virker én gang, i ${LINK_MINUTES} minutter:`,
      en: `The link works once, for ${LINK_MINUTES} minutes:`,
    });
    terminal.print(signInLink(environment.baseUrl, terminal.language, token));
    return 0;
  });
}
