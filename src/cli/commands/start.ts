/**
 * `kept start`: database, policy, first customers, web site, in that order. The owner's connections are closed before
 * the first page is served: what serves pages has no right beyond those of the purposes.
 */
import { serve } from '@hono/node-server';
import { applyPolicy, type PlanInput, signCheckpoint, witnessCheckpoints } from '../../enforcement/index.ts';

import type { createWebApplication, PublishedNotice } from '../../web/index.ts';
import type { Environment } from '../environment.ts';
import { type House, openHouse } from '../house.ts';
import { loadInventedCustomers } from '../invented/load.ts';
import { ledgerSigner } from '../ledger-signer.ts';
import { startMail } from '../mail.ts';
import { openWeb, readPublished } from '../open-web.ts';
import { PACKAGED_POLICY } from '../policy-folder.ts';
import type { Terminal } from '../terminal.ts';
import { planInput } from './apply.ts';

const now = (): Date => new Date();

/** Serves until `ended` settles. @returns The exit code: 0, or 1 when the policy has faults. */
export async function start(environment: Environment, terminal: Terminal, ended: Promise<unknown>): Promise<number> {
  const house = await openHouse(environment, terminal, 'server');
  let ownerIsOpen = true;
  const endOwner = async (): Promise<void> => {
    if (ownerIsOpen) await house.owner.end();
    ownerIsOpen = false;
  };
  try {
    const input = planInput(house);
    if (input === null) return 1;
    await prepare(house, input);
    const published = await readPublished(house);
    await endOwner();
    await serveUntil(house, input, published, ended);
    return 0;
  } finally {
    await endOwner();
    if (house.server?.startedHere) await house.server.stop();
  }
}

async function prepare(house: House, input: PlanInput): Promise<void> {
  const { owner, terminal, environment } = house;
  await terminal.step({ nb: 'Tar policyen i bruk', en: 'Applying the policy' }, () =>
    applyPolicy(owner, { ...input, now, appliedBy: 'kept start' }),
  );
  if (environment.policyFolder === PACKAGED_POLICY) {
    await terminal.step({ nb: 'Ser etter kunder', en: 'Looking for customers' }, () =>
      loadInventedCustomers(owner, input.policy, now()),
    );
  }
  await owner.query('select kept.access_log_partitions(2), kept.refresh_all_rows()');
  const signer = ledgerSigner(house);
  await signCheckpoint(owner, signer, now);
  await witnessCheckpoints(owner, environment.witnessFolder, signer.verifierKey);
}

async function serveUntil(
  house: House,
  input: PlanInput,
  published: readonly PublishedNotice[],
  ended: Promise<unknown>,
): Promise<void> {
  const { environment, terminal } = house;
  const { policy } = input;
  const { baseUrl } = environment;
  const report = (message: string): void => terminal.tell(message);
  const { app, enforcement } = openWeb(house, input, published, report);
  const server = await listen(app, environment);
  terminal.print(
    {
      nb: `${policy.controller.name} er klar på ${baseUrl.href}\nErklæringen: ${new URL('/personvern', baseUrl).href}\nCtrl-C avslutter.`,
      en: `${policy.controller.name} is ready at ${baseUrl.href}\nThe notice: ${new URL('/en/privacy', baseUrl).href}\nCtrl-C ends it.`,
    }[terminal.language],
  );
  const stopMail = startMail(house, policy, enforcement, report);
  await ended;
  await stopMail();
  await new Promise((resolve) => server.close(resolve));
  await enforcement.close();
}

function listen(app: ReturnType<typeof createWebApplication>, { host, port }: Environment) {
  return new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server));
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE' ? `; port ${port} is in use, set PORT to another` : '';
      reject(new Error(`the web site cannot listen on ${host}:${port}${taken}`, { cause }));
    });
  });
}
