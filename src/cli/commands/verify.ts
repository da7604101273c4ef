/** `kept verify`: every control looks at the live system, and each promise holds, is broken, or has no control yet. */
import { renderVerification, somethingBroken, toJson } from '../../enforcement/index.ts';
import { runAllControls } from '../all-controls.ts';
import type { Environment } from '../environment.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse, planInput } from './apply.ts';

/** @returns The exit code: 1 when a control is broken or the policy has faults, else 0. */
export function verify(
  options: { readonly json: boolean },
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const input = planInput(house);
    if (input === null) return 1;
    const verification = await runAllControls(house, input);
    const { language, colour } = terminal;
    if (options.json) terminal.print(JSON.stringify(toJson(verification), null, 2));
    else terminal.print(renderVerification(verification, language, colour));
    return somethingBroken(verification) ? 1 : 0;
  });
}
