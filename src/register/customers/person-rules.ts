/**
 * What must hold of a person's or company's details, wherever they come from: a form, a telephone call, a file. Pure; the
 * words for each fault lie with the pages.
 */
import { forbiddenNumberIn } from '../../enforcement/index.ts';
import { isOrganisationNumber } from '../../policy/index.ts';
import type { NewCustomer } from './registration.ts';

export type PersonDetails = Pick<
  NewCustomer,
  'kind' | 'legalName' | 'organisationNumber' | 'email' | 'phone' | 'street' | 'postalCode' | 'city'
>;

export type PersonField = keyof PersonDetails;

export type PersonFault =
  | 'name-missing'
  | 'organisation-number-missing'
  | 'organisation-number-unneeded'
  | 'organisation-number-wrong'
  | 'email-wrong'
  | 'phone-wrong'
  | 'postal-code-wrong'
  | 'too-long'
  | 'card-number'
  | 'identity-number';

/** Longest values, as the database has them. */
const LONGEST_DETAILS: Readonly<Partial<Record<PersonField, number>>> = {
  legalName: 200,
  email: 254,
  street: 200,
  city: 100,
};

/** @param typed By the names of the fields, as somebody wrote them. */
export function personDetails(
  kind: 'private' | 'company',
  typed: Readonly<Partial<Record<Exclude<PersonField, 'kind'>, string>>>,
): PersonDetails {
  const get = (name: Exclude<PersonField, 'kind'>): string => (typed[name] ?? '').trim();
  return {
    kind,
    legalName: get('legalName'),
    organisationNumber: get('organisationNumber').replaceAll(/\s/g, '') || null,
    email: get('email').toLowerCase(),
    phone: phoneNumber(get('phone')),
    street: get('street') || null,
    postalCode: get('postalCode') || null,
    city: get('city') || null,
  };
}

export function personFaults(person: PersonDetails): Partial<Record<PersonField, PersonFault>> {
  const faults: Partial<Record<PersonField, PersonFault>> = {};
  const { kind, organisationNumber, phone, postalCode } = person;
  if (person.legalName === '') faults.legalName = 'name-missing';
  if (kind === 'company' && organisationNumber === null) faults.organisationNumber = 'organisation-number-missing';
  else if (kind === 'private' && organisationNumber !== null)
    faults.organisationNumber = 'organisation-number-unneeded';
  else if (organisationNumber !== null && !isOrganisationNumber(organisationNumber)) {
    faults.organisationNumber = 'organisation-number-wrong';
  }
  if (!isMailAddress(person.email)) faults.email = 'email-wrong';
  if (phone !== null && !isPhoneNumber(phone)) faults.phone = 'phone-wrong';
  if (postalCode !== null && !/^[0-9]{4}$/.test(postalCode)) faults.postalCode = 'postal-code-wrong';
  for (const name of ['legalName', 'email', 'street', 'city'] as const) {
    if ((person[name]?.length ?? 0) > (LONGEST_DETAILS[name] ?? 0)) faults[name] = 'too-long';
  }
  for (const name of ['legalName', 'street', 'city'] as const) {
    const number = forbiddenNumberIn(person[name] ?? '');
    if (number !== null) faults[name] = number;
  }
  return faults;
}

export const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);

/** E.164. */
export const isPhoneNumber = (text: string): boolean => /^\+[0-9]{5,15}$/.test(text);

/** Eight digits are Norwegian; `00` is how some write `+`. Null where nothing was written. */
export function phoneNumber(typed: string): string | null {
  const digits = typed.replaceAll(/[\s()-]/g, '').replace(/^00/, '+');
  if (digits === '') return null;
  return /^[0-9]{8}$/.test(digits) ? `+47${digits}` : digits;
}
