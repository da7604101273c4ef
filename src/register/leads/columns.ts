/** Which column of a list holds what, found by the words that columns are headed with in both languages. */
import type { Reachable } from './keys.ts';

const WORDS = {
  name: ['navn', 'fulltnavn', 'name', 'fullname'],
  firstName: ['fornavn', 'firstname', 'givenname'],
  lastName: ['etternavn', 'lastname', 'surname'],
  email: ['epost', 'epostadresse', 'email', 'emailaddress'],
  phone: ['telefon', 'telefonnummer', 'tlf', 'mobil', 'mobilnummer', 'phone', 'phonenumber', 'mobile'],
  street: ['adresse', 'gateadresse', 'postadresse', 'address', 'street', 'streetaddress'],
  postalCode: ['postnummer', 'postnr', 'postalcode', 'postcode', 'zip'],
  city: ['poststed', 'sted', 'city', 'town'],
} as const;

/** The place of each, from 0; -1 for one that is not there. */
export type ListColumns = Readonly<Record<keyof typeof WORDS, number>>;

export function columnsOf(header: readonly string[]): ListColumns {
  const names = header.map((one) => one.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  const find = (words: readonly string[]): number => names.findIndex((name) => words.includes(name));
  return Object.fromEntries(Object.entries(WORDS).map(([field, words]) => [field, find(words)])) as ListColumns;
}

export const hasName = ({ name, lastName }: ListColumns): boolean => name !== -1 || lastName !== -1;
export const hasAddress = ({ street, postalCode }: ListColumns): boolean => street !== -1 && postalCode !== -1;

export const cellOf = (cells: readonly string[], column: number): string | null => (cells[column] ?? '').trim() || null;

function nameOf(cells: readonly string[], columns: ListColumns): string | null {
  const parts = [cellOf(cells, columns.firstName), cellOf(cells, columns.lastName)].filter((part) => part !== null);
  return cellOf(cells, columns.name) ?? (parts.join(' ') || null);
}

export const reachableIn = (cells: readonly string[], columns: ListColumns): Reachable => ({
  name: nameOf(cells, columns),
  email: cellOf(cells, columns.email),
  phone: cellOf(cells, columns.phone),
  street: cellOf(cells, columns.street),
  postalCode: cellOf(cells, columns.postalCode),
});
