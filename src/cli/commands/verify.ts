/** `kept verify`: every control looks at the live system, and each promise holds, is broken, or has no control yet. */
import {
  CONTROLS,
  readWitness,
  renderVerification,
  runControls,
  somethingBroken,
  toJson,
} from '../../enforcement/index.ts';
import { siteScripts } from '../../web/index.ts';
import type { Environment } from '../environment.ts';
import { ledgerSigner } from '../ledger-signer.ts';
import { openWeb, readPublished } from '../open-web.ts';
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
    const web = openWeb(house, input, await readPublished(house), () => {});
    const witness = await readWitness(environment.witnessFolder);
    const system = {
      policy: input.policy,
      owner: house.owner,
      now: () => new Date(),
      fetchPage: async (path: string) => web.app.request(new URL(path, environment.baseUrl)),
      settableCookies: web.accounts.settableCookies,
      scripts: siteScripts(),
      witnessedCheckpoints: async () => witness.checkpoints,
      witnessedLeafHashes: async () => [...witness.leafHashes],
      ledgerVerifierKey: ledgerSigner(house).verifierKey,
    };
    const verification = await runControls(system, CONTROLS, input.policy).finally(() => web.enforcement.close());
    const { language, colour } = terminal;
    if (options.json) terminal.print(JSON.stringify(toJson(verification), null, 2));
    else terminal.print(renderVerification(verification, language, colour));
    return somethingBroken(verification) ? 1 : 0;
  });
}
