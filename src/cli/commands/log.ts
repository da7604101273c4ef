/** `kept log`: who has looked at a customer, when and for which purpose (Art. 15; every look is on record). */
import { type LoggedLook, type Principal, readAccessLog } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import { customerIdByEmail } from '../../register/index.ts';
import { sessionsOf } from '../../web/index.ts';
import type { Environment } from '../environment.ts';
import { withEnforcement } from '../open-enforcement.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse, planInput } from './apply.ts';

const COMMAND: Principal = { kind: 'system', id: 'kept log', roles: [] };
/** Finding the customer is a look too, for this purpose, and stands in the log that is then shown. */
const PURPOSE = 'privacy-administration';

/**
 * Prints the newest looks first.
 * @param limit Lines at most.
 * @returns The exit code: 1 when no customer has the address or the policy has faults.
 */
export function log(email: string, limit: number, environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const input = planInput(house);
    if (input === null) return 1;
    const { policy } = input;
    const personId = await withEnforcement(house, policy, (enforcement) =>
      enforcement.asPurpose(COMMAND, PURPOSE, (session) => customerIdByEmail(sessionsOf(session).register, email)),
    );
    if (personId === null) {
      terminal.tell({ nb: 'Ingen kunde har denne e-postadressen.', en: 'No customer has this e-mail address.' });
      return 1;
    }
    for (const look of await readAccessLog(house.owner, personId, { limit })) {
      terminal.print(lineOf(look, policy, terminal));
    }
    return 0;
  });
}

function lineOf(look: LoggedLook, policy: Policy, { language }: Terminal): string {
  const purpose = policy.purposes[look.purpose]?.label[language] ?? look.purpose;
  const categories = look.categories.map((name) => policy.categories[name]?.label[language] ?? name);
  const at = look.at.toISOString().replace(/\.\d+Z$/, 'Z');
  return [at, look.action, `${look.principalKind} ${look.principalId}`, purpose, categories.join(', ')].join('  ');
}
