/**
 * Controls of what the program calls outside: as it is configured it calls nobody whom the policy does not name. That
 * HTTP goes through one gate, which knows the same hosts, is held by a test of the source.
 */
import type { Policy } from '../../policy/index.ts';
import { isThisMachine } from '../this-machine.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, notRun } from './outcome.ts';

const declaredHosts = ({ recipients, sources }: Policy): ReadonlySet<string> =>
  new Set([...Object.values(recipients), ...Object.values(sources)].flatMap(({ hosts }) => hosts));

export const egressRegistered: Control = {
  name: 'egress-registered',
  label: {
    nb: 'Programmet kontakter bare dem som står på listen over mottakere og kilder',
    en: 'The program calls nobody but those on the list of recipients and sources',
  },
  async look({ policy, outgoingHosts }): Promise<ControlOutcome> {
    if (outgoingHosts === undefined) {
      return notRun({
        nb: 'Innstillingene er ikke for hånden, så ingen vet hvem programmet kontakter.',
        en: 'The settings are not at hand, so whom the program calls is not known.',
      });
    }
    const declared = declaredHosts(policy);
    const faults = new Faults();
    for (const [setting, host] of outgoingHosts) {
      if (!isThisMachine(host) && !declared.has(host)) faults.add(`${setting}: ${host} is in no recipient or source`);
    }
    const count = outgoingHosts.size;
    return faults.outcome(
      {
        nb: `${count} innstillinger sier hvem programmet kontakter, og alle er registrert.`,
        en: `${count} settings say whom the program calls, and all are registered.`,
      },
      {
        nb: 'Programmet er satt til å kontakte noen ingen har ført opp.',
        en: 'The program is set to call somebody whom nobody has listed.',
      },
      { settings: count, declared: declared.size },
    );
  },
};
