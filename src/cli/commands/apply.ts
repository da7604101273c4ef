/** `kept plan` and `kept apply`: what it takes to make the database what the policy says, and doing it. */
import { applyPolicy, type PlanInput, planPolicy, renderPlan } from '../../enforcement/index.ts';
import { renderDiagnostics } from '../../policy/index.ts';
import { compileFolder } from '../compile-policy.ts';
import type { Environment } from '../environment.ts';
import { type House, openHouse } from '../house.ts';
import type { Terminal } from '../terminal.ts';

/**
 * The input of plan and apply from the policy folder.
 * @returns null when the folder has faults; they are printed then.
 */
export function planInput({ environment, terminal, installation, keys }: House): PlanInput | null {
  const { files, diagnostics, compiled } = compileFolder(environment.policyFolder);
  if (compiled === null) {
    const { language, colour } = terminal;
    const faults = diagnostics.filter(({ severity }) => severity === 'fault');
    terminal.print(renderDiagnostics(faults, { language, files, colour }));
    return null;
  }
  const { policy, notices } = compiled;
  const { secret } = keys;
  return { policy, files, notices: Object.values(notices), prefix: installation.rolePrefix, secret };
}

/** Opens the house for one command and closes it after. */
export async function inHouse(
  environment: Environment,
  terminal: Terminal,
  work: (house: House) => Promise<number>,
): Promise<number> {
  const house = await openHouse(environment, terminal, 'command');
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** @returns The exit code: 0, or 1 when the policy has faults. */
export function plan(environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const input = planInput(house);
    if (input === null) return 1;
    terminal.print(renderPlan(await planPolicy(house.owner, input), input.policy, terminal));
    return 0;
  });
}

/** @returns The exit code: 0, or 1 when the policy has faults. */
export function apply(environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const input = planInput(house);
    if (input === null) return 1;
    const { changed, plan: done } = await applyPolicy(house.owner, {
      ...input,
      now: () => new Date(),
      appliedBy: 'kept apply',
    });
    terminal.print(renderPlan(done, input.policy, terminal));
    if (changed) {
      terminal.tell({
        nb: 'Gjort, i én transaksjon. Et nettsted som går, må startes på nytt for å følge den nye policyen.',
        en: 'Done, in one transaction. A web site that runs has to be started again to follow the new policy.',
      });
    }
    return 0;
  });
}
