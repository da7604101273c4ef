/** Signs what the ledger has become soon after it has grown, so that little of it rests on the database alone. */
import { signCheckpoint, witnessCheckpoints } from '../enforcement/index.ts';
import type { House } from './house.ts';
import { ledgerSigner } from './ledger-signer.ts';

/** Milliseconds between two looks. */
const PAUSE = 30_000;

/** Signs and hands the checkpoint to the witness; where nothing was added since, nothing is written. */
export async function signLedger(house: House): Promise<void> {
  const { owner, environment } = house;
  const signer = ledgerSigner(house);
  await signCheckpoint(owner, signer, () => new Date());
  await witnessCheckpoints(owner, environment.witnessFolder, signer.verifierKey);
}

/** @returns What ends it; it resolves when a signing under way is through. */
export function signOften(house: House, report: (message: string) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= signLedger(house)
      .catch((error: unknown) => report(`ledger: ${error instanceof Error ? error.name : 'failed'}`))
      .finally(() => {
        running = null;
      });
  }, PAUSE);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
