/** Secrets compared without telling by the time it takes how much of one was right. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** In the same time whatever was given. */
export function isSameSecret(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
