/** Who signs the ledger's checkpoints: the installation's origin with its key. */
import { type NoteSigner, noteSigner } from '../enforcement/index.ts';
import type { House } from './house.ts';

export const ledgerSigner = ({ installation, keys }: House): NoteSigner =>
  noteSigner(installation.ledgerOrigin, keys.ledgerKey);
