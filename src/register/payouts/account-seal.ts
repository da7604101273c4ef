/**
 * Account numbers under AES-256-GCM, bound to the payout that they are for: a ciphertext that is moved to another row
 * does not open there. The key is derived from the installation's secret, which is outside the database.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

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

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const USE = 'kept account numbers of payouts';

/** @param secret The installation's secret. */
export function createAccountSeal(secret: Buffer): AccountSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', USE, 32));
  const boundTo = ({ customerId, payoutId }: SealedRow): Buffer =>
    Buffer.from(`register.payout ${customerId} ${payoutId}`, 'utf8');
  return {
    seal(row, accountNumber) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(boundTo(row));
      const body = Buffer.concat([cipher.update(accountNumber, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(row, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(boundTo(row));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
