/** What the commands on staff share: a session of the purpose, who makes a change, and finding somebody by their address. */
import type { Enforcement, Principal } from '../../enforcement/index.ts';
import type { LocalizedText, Policy } from '../../policy/index.ts';
import {
  type Accounts,
  dayOf,
  type StaffChange,
  type StaffMember,
  type StaffSession,
  staffWithAddress,
} from '../../records/index.ts';
import type { WebTables } from '../../web/index.ts';
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
export interface StaffWork {
  readonly house: House;
  readonly policy: Policy;
  readonly accounts: Accounts;
  readonly change: StaffChange;
  asAdministration<T>(work: (session: StaffSession) => Promise<T>): Promise<T>;
}

export function withStaff(
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
    change: { policy, by: null, at: now(), today: dayOf(now(), policy), newId: newIds(now) },
    ...{ house, policy, accounts: openAccounts(house, policy, enforcement, (said) => house.terminal.tell(said)) },
    asAdministration: (work) =>
      enforcement.asPurpose(COMMAND, PURPOSE, (session) =>
        // A session has all tables that its purpose reaches; the builder's type is invariant and cannot see it.
        work(session as unknown as StaffSession),
      ),
  };
}

const NOBODY: LocalizedText = {
  nb: 'Ingen ansatt har denne e-postadressen. `kept staff list` viser alle.',
  en: 'No member of staff has this e-mail address. `kept staff list` shows them all.',
};

/** Finds a member of staff and does something with them; 1 when nobody has the address. */
export function withMember(
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
