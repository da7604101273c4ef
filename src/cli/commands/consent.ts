/** `kept consent give|withdraw`: a customer's choice that came by telephone or over the counter. */
import type { Principal } from '../../enforcement/index.ts';
import { nearest, type Policy } from '../../policy/index.ts';
import { giveConsent, withdrawConsent } from '../../records/index.ts';
import { customerIdByEmail } from '../../register/index.ts';
import { sessionsOf } from '../../web/index.ts';
import type { Environment } from '../environment.ts';
import type { House } from '../house.ts';
import { newIds } from '../new-id.ts';
import { withEnforcement } from '../open-enforcement.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse, planInput } from './apply.ts';

const now = (): Date => new Date();
const COMMAND: Principal = { kind: 'system', id: 'kept consent', roles: [] };
const PURPOSE = 'privacy-administration';

export interface ConsentChange {
  readonly verb: 'give' | 'withdraw';
  readonly email: string;
  readonly purpose: string;
}

/** @returns The exit code: 1 when there is no such purpose or customer, or nothing to withdraw. */
export function changeConsent(change: ConsentChange, environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const input = planInput(house);
    if (input === null || !restsOnConsent(input.policy, change.purpose, terminal)) return 1;
    const done = await writeChange(house, input.policy, change);
    const { nb, en } = OUTCOMES[done];
    terminal.tell({ nb, en });
    return done === 'given' || done === 'withdrawn' ? 0 : 1;
  });
}

const OUTCOMES = {
  given: { nb: 'Samtykket er registrert.', en: 'The consent is recorded.' },
  withdrawn: { nb: 'Samtykket er trukket tilbake.', en: 'The consent is withdrawn.' },
  unknown: { nb: 'Ingen kunde har denne e-postadressen.', en: 'No customer has this e-mail address.' },
  nothing: { nb: 'Det er ikke noe samtykke å trekke tilbake.', en: 'There is no consent to withdraw.' },
} as const;

function restsOnConsent(policy: Policy, purpose: string, terminal: Terminal): boolean {
  const possible = Object.values(policy.purposes)
    .filter(({ consentText }) => consentText !== null)
    .map(({ name }) => name);
  if (possible.includes(purpose)) return true;
  const near = nearest(purpose, possible) ?? possible.join(', ');
  terminal.tell({
    nb: `Policyen har ikke noe formål ${purpose} som bygger på samtykke. Mente du ${near}?`,
    en: `The policy has no purpose ${purpose} that rests on consent. Did you mean ${near}?`,
  });
  return false;
}

function writeChange(house: House, policy: Policy, change: ConsentChange): Promise<keyof typeof OUTCOMES> {
  return withEnforcement(house, policy, (enforcement) =>
    enforcement.asPurpose(COMMAND, PURPOSE, async (session) => {
      const { register, records } = sessionsOf(session);
      const personId = await customerIdByEmail(register, change.email);
      if (personId === null) return 'unknown';
      const { purpose } = change;
      if (change.verb === 'withdraw') {
        const withdrawn = await withdrawConsent(records, { personId, purpose, withdrawnAt: now(), method: 'phone' });
        return withdrawn > 0 ? 'withdrawn' : 'nothing';
      }
      await giveConsent(records, policy, {
        ...{ personId, consentId: newIds(now)(), purpose, language: house.terminal.language },
        ...{ noticeVersion: policy.controller.version.number, method: 'phone', givenAt: now() },
      });
      return 'given';
    }),
  );
}
