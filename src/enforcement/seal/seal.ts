/**
 * What must be read back and yet be of no use to whoever reads the tables: AES-256-GCM under a key that is derived from
 * the installation's secret, which is outside the database.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  /** @param place Where the sealed text is to lie; moved elsewhere it does not open. */
  seal(text: string, place?: string): string;
  /** @throws Error when the text was sealed under another key or for another place, or changed. */
  open(sealed: string, place?: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param secret The installation's secret. @param use The key is derived for this use alone. */
export function createSeal(secret: Buffer, use: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  return {
    seal(text, place = '') {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(place, 'utf8'));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, place = '') {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(place, 'utf8'));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}
