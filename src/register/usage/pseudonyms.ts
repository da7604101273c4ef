/**
 * A code in place of a person, made with a key that exists for a day, in memory alone. Nobody stores the key: when the
 * day is over, or the program ends, no code leads back to anybody, and the same person has another code the next day.
 */
import { createHmac, randomBytes } from 'node:crypto';

export interface Pseudonyms {
  /** For a person on a day; the same all day while the program runs. */
  of(personId: string, day: string): string;
  /** For somebody who is not signed in: another one each time, so that visits are not put together. */
  once(): string;
}

/** Hexadecimal digits, 128 bits. */
const LENGTH = 32;

export function createPseudonyms(): Pseudonyms {
  let key = { day: '', secret: randomBytes(32) };
  return {
    of(personId, day) {
      if (key.day !== day) {
        key.secret.fill(0);
        key = { day, secret: randomBytes(32) };
      }
      return createHmac('sha256', key.secret).update(personId).digest('hex').slice(0, LENGTH);
    },
    once: () => randomBytes(LENGTH / 2).toString('hex'),
  };
}
