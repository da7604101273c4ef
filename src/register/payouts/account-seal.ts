/** Account numbers are sealed for the payout that they are for: moved to another row they do not open. */
import { createSeal } from '../../enforcement/index.ts';

export interface SealedRow {
  readonly customerId: string;
  readonly payoutId: string;
}

/** What keeps account numbers unreadable; with keys of each person, another implementation stands here. */
export interface AccountSeal {
  seal(row: SealedRow, accountNumber: string): string;
  /** @throws Error when it was sealed for another row, under another key, or changed. */
  open(row: SealedRow, sealed: string): string;
}

const USE = 'kept account numbers of payouts';

/** @param secret The installation's secret. */
export function createAccountSeal(secret: Buffer): AccountSeal {
  const seal = createSeal(secret, USE);
  const placeOf = ({ customerId, payoutId }: SealedRow): string => `register.payout ${customerId} ${payoutId}`;
  return {
    seal: (row, accountNumber) => seal.seal(accountNumber, placeOf(row)),
    open: (row, sealed) => seal.open(sealed, placeOf(row)),
  };
}
