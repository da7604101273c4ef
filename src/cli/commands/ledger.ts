/** `kept ledger …`: recomputing the ledger, and signing what it has become. */
import { readWitness, signCheckpoint, verifyLedger, witnessCheckpoints } from '../../enforcement/index.ts';
import type { Environment } from '../environment.ts';
import { ledgerSigner } from '../ledger-signer.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse } from './apply.ts';

/** @returns The exit code: 1 when an entry was changed, removed or reordered. */
export function verifyTheLedger(environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const witness = await readWitness(environment.witnessFolder);
    const found = await verifyLedger(house.owner, ledgerSigner(house).verifierKey, witness);
    const { size, signedSize, witnessedSize, faults } = found;
    for (const { kind, from, until, what } of faults)
      terminal.print(`${kind} ${from ?? ''}-${until ?? ''} ${what ?? ''}`);
    const counts = {
      nb: `${size} oppføringer, ${signedSize} signert, ${witnessedSize} bevitnet, ${faults.length} feil.`,
      en: `${size} entries, ${signedSize} signed, ${witnessedSize} witnessed, ${faults.length} faults.`,
    };
    terminal.print(counts[terminal.language]);
    return faults.length === 0 ? 0 : 1;
  });
}

/** @returns The exit code 0. */
export function checkpoint(environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const signer = ledgerSigner(house);
    const signed = await signCheckpoint(house.owner, signer, () => new Date());
    await witnessCheckpoints(house.owner, environment.witnessFolder, signer.verifierKey);
    terminal.print(signed?.note ?? { nb: 'Hovedboken er tom.', en: 'The ledger is empty.' }[terminal.language]);
    return 0;
  });
}
