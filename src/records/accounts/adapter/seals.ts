/**
 * What makes stored tokens and values useless to whoever reads the tables: digests for what is only compared, AES-GCM
 * under a key outside the database for what must be read back.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Tokens are 32 random letters and digits: a plain digest cannot be guessed back. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export interface Seal {
  seal(text: string): string;
  /** @throws Error when the text was sealed under another key or changed. */
  open(sealed: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param secret The installation's secret. @param use The key is derived for this use alone. */
export function createSeal(secret: Buffer, use: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
