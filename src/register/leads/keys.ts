/**
 * What a person on a list is recognised by: mail address, telephone number, or name with address, each brought to one
 * form. The keys are turned into digests before they are kept or compared; the key of those lies outside the database.
 */
import { phoneNumber } from '../customers/person-rules.ts';

export interface Reachable {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
}

export interface PersonKey {
  readonly kind: 'email' | 'phone' | 'address';
  readonly text: string;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

export function keysOf({ name, email, phone, street, postalCode }: Reachable): readonly PersonKey[] {
  const keys: PersonKey[] = [];
  if (email !== null && email.trim() !== '') keys.push({ kind: 'email', text: email.trim().toLowerCase() });
  const number = phone === null ? null : phoneNumber(phone);
  if (number !== null) keys.push({ kind: 'phone', text: number });
  const parts = [name, street, postalCode].map((part) => folded(part ?? ''));
  if (parts.every((part) => part !== '')) keys.push({ kind: 'address', text: parts.join('|') });
  return keys;
}

/** @param digest Under a key outside the database. */
export const digestsOf = (person: Reachable, digest: (text: string) => string): readonly string[] =>
  keysOf(person).map(({ kind, text }) => digest(`${kind}:${text}`));
