/** Every control over the live system, as `kept verify` and the daily job run them: the results are stored. */
import {
  CONTROLS,
  type PlanInput,
  type RunOptions,
  readWitness,
  runControls,
  type Verification,
} from '../enforcement/index.ts';
import { mailTemplatesOf, siteScripts } from '../web/index.ts';
import type { House } from './house.ts';
import { ledgerSigner } from './ledger-signer.ts';
import { openWeb, readPublished } from './open-web.ts';
import { outgoingHosts } from './outgoing-hosts.ts';
import { createWatch } from './watch/watch.ts';

/** Pages are visited by controls here, not by people. */
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** @param options What `runControls` takes; an error of `onProgress` ends the run. */
export async function runAllControls(house: House, input: PlanInput, options: RunOptions = {}): Promise<Verification> {
  const { environment, owner } = house;
  const web = openWeb(house, input, await readPublished(house), createWatch(SILENT));
  try {
    const witness = await readWitness(environment.witnessFolder);
    const system = {
      ...{ policy: input.policy, owner, now: () => new Date() },
      fetchPage: async (path: string) => web.app.request(new URL(path, environment.baseUrl)),
      settableCookies: web.accounts.settableCookies,
      scripts: siteScripts(),
      mailTemplates: mailTemplatesOf({ policy: input.policy, baseUrl: environment.baseUrl }),
      outgoingHosts: outgoingHosts(environment),
      witnessedCheckpoints: async () => witness.checkpoints,
      witnessedLeafHashes: async () => [...witness.leafHashes],
      ledgerVerifierKey: ledgerSigner(house).verifierKey,
    };
    return await runControls(system, CONTROLS, input.policy, options);
  } finally {
    await web.enforcement.close();
  }
}
