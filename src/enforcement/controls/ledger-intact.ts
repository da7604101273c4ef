/**
 * The control that the ledger is what it was: recomputed whole, against every checkpoint and against the witness.
 */
import { verifyLedger } from '../ledger/verify-ledger.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults } from './outcome.ts';

export const ledgerIntact: Control = {
  name: 'ledger-intact',
  label: { nb: 'Ingen oppføring i hovedboken er endret', en: 'No entry of the ledger was changed' },
  async look(system): Promise<ControlOutcome> {
    const checkpoints = await system.witnessedCheckpoints();
    const leafHashes = (await system.witnessedLeafHashes?.()) ?? [];
    const found = await verifyLedger(system.owner, system.ledgerVerifierKey, { checkpoints, leafHashes });
    const faults = new Faults();
    for (const { kind, from, until, what } of found.faults) {
      const one = from === null || until === null || until <= from + 1;
      faults.add(
        ['ledger', kind, one ? from : `${from}-${until - 1}`, what]
          .filter((it) => it !== null)
          .join(' ')
          .trim(),
      );
    }
    const facts = { entries: found.size, signed: found.signedSize, witnessed: found.witnessedSize };
    return faults.outcome(
      {
        nb: `${found.size} oppføringer stemmer; ${found.signedSize} er signert, ${found.witnessedSize} også bevitnet.`,
        en: `${found.size} entries are intact; ${found.signedSize} are signed, ${found.witnessedSize} also witnessed.`,
      },
      { nb: 'Hovedboken er endret.', en: 'The ledger was changed.' },
      facts,
    );
  },
};
