/** `kept staff`: who works here, in which roles and until when; and the way in for whoever cannot get in. */
import type { Enforcement, Principal } from '../../enforcement/index.ts';
import { type LocalizedText, nearest, type Policy } from '../../policy/index.ts';
import {
  type Accounts,
  addStaff,
  changeRoles,
  endStaff,
  LINK_MINUTES,
  listStaff,
  type StaffMember,
  type StaffSession,
  staffWithAddress,
} from '../../records/index.ts';
import { signInLink, type WebTables } from '../../web/index.ts';
import type { Environment } from '../environment.ts';
import type { House } from '../house.ts';
import { newIds } from '../new-id.ts';
import { openAccounts } from '../open-accounts.ts';
import { withEnforcement } from '../open-enforcement.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse, planInput } from './apply.ts';

const now = (): Date => new Date();
const COMMAND: Principal = { kind: 'system', id: 'kept staff', roles: [] };
const PURPOSE = 'staff-administration';

/** What a command on staff works with. */
interface StaffWork {
  readonly house: House;
  readonly policy: Policy;
  readonly accounts: Accounts;
  asAdministration<T>(work: (session: StaffSession) => Promise<T>): Promise<T>;
}

function withStaff(
  environment: Environment,
  terminal: Terminal,
  work: (parts: StaffWork) => Promise<number>,
): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const input = planInput(house);
    if (input === null) return 1;
    const { policy } = input;
    return await withEnforcement(house, policy, (enforcement) => work(workOf(house, policy, enforcement)));
  });
}

function workOf(house: House, policy: Policy, enforcement: Enforcement<WebTables>): StaffWork {
  return {
    ...{ house, policy, accounts: openAccounts(house, policy, enforcement, (said) => house.terminal.tell(said)) },
    asAdministration: (work) =>
      enforcement.asPurpose(COMMAND, PURPOSE, (session) =>
        // A session has all tables that its purpose reaches; the builder's type is invariant and cannot see it.
        work(session as unknown as StaffSession),
      ),
  };
}

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

const NOBODY: LocalizedText = {
  nb: 'Ingen ansatt har denne e-postadressen. `kept staff list` viser alle.',
  en: 'No member of staff has this e-mail address. `kept staff list` shows them all.',
};

export interface StaffAdded {
  readonly email: string;
  readonly name: string;
  readonly roles: string;
  /** A date, `YYYY-MM-DD`; null for as long as they work here. */
  readonly until: string | null;
}

/** @returns The exit code: 1 when the policy lacks a role, or a value is not one. */
export function staffAdd(added: StaffAdded, environment: Environment, terminal: Terminal): Promise<number> {
  return withStaff(environment, terminal, async ({ policy, asAdministration }) => {
    const roles = rolesOf(added.roles, policy, terminal);
    const fault = faultOf(added);
    if (fault !== null) terminal.tell(fault);
    if (roles === null || fault !== null) return 1;
    const { name, email, until: accessUntil } = added;
    const staffId = newIds(now)();
    await asAdministration((session) => addStaff(session, { staffId, name, email, roles, accessUntil, at: now() }));
    terminal.tell({
      nb: 'Lagt til. `kept staff link` lager en lenke til første innlogging.',
      en: 'Added. `kept staff link` makes a link for the first sign-in.',
    });
    return 0;
  });
}

function faultOf({ email, name, until }: StaffAdded): LocalizedText | null {
  if (name.trim() === '') return { nb: 'Skriv navnet etter --name.', en: 'Write the name after --name.' };
  if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) {
    return { nb: 'Det er ikke en e-postadresse.', en: 'That is not an e-mail address.' };
  }
  const day = until === null ? null : new Date(`${until}T00:00:00Z`);
  if (day === null || (/^\d{4}-\d{2}-\d{2}$/.test(until ?? '') && day.toJSON()?.startsWith(until ?? ''))) return null;
  return { nb: '--until er en dato, som 2027-06-30.', en: '--until is a date, as 2027-06-30.' };
}

/** @returns The exit code. */
export function staffList(environment: Environment, terminal: Terminal): Promise<number> {
  return withStaff(environment, terminal, async ({ asAdministration }) => {
    const today = now().toISOString().slice(0, 10);
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

/** Finds a member of staff and does something with them; 1 when nobody has the address. */
function withMember(
  email: string,
  environment: Environment,
  terminal: Terminal,
  work: (member: StaffMember, parts: StaffWork) => Promise<number>,
): Promise<number> {
  return withStaff(environment, terminal, async (parts) => {
    const member = await parts.asAdministration((session) => staffWithAddress(session, email));
    if (member !== null) return await work(member, parts);
    terminal.tell(NOBODY);
    return 1;
  });
}

export function staffRoles(
  email: string,
  typed: string,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  return withMember(email, environment, terminal, async ({ staffId }, { policy, asAdministration }) => {
    const roles = rolesOf(typed, policy, terminal);
    if (roles === null) return 1;
    await asAdministration((session) => changeRoles(session, staffId, roles));
    terminal.tell({ nb: 'Rollene er endret, og gjelder fra nå.', en: 'The roles are changed, from now on.' });
    return 0;
  });
}

/** Ends the access, then every session, and takes away all that they could sign in with. */
export function staffEnd(email: string, environment: Environment, terminal: Terminal): Promise<number> {
  return withMember(email, environment, terminal, async ({ staffId }, { accounts, asAdministration }) => {
    await asAdministration((session) => endStaff(session, staffId, now()));
    await accounts.shutOut(staffId, 'everything');
    terminal.tell({ nb: 'Tilgangen er avsluttet, og øktene med den.', en: 'The access has ended, and its sessions.' });
    return 0;
  });
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
