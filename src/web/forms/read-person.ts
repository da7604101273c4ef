/** What a person types about themself: trimmed, checked, and either values or a message at each field. */
import { isOrganisationNumber } from '../../policy/index.ts';
import type { NewCustomer } from '../../register/index.ts';
import type { CustomerKind } from '../offered.ts';
import type { Texts } from '../texts/index.ts';

export type Typed = Readonly<Record<string, string>>;

export type PersonTyped = Pick<
  NewCustomer,
  'kind' | 'legalName' | 'organisationNumber' | 'email' | 'phone' | 'street' | 'postalCode' | 'city'
>;

/** Longest values, as the database has them. */
const LONGEST: Readonly<Record<string, number>> = { legalName: 200, email: 254, street: 200, city: 100 };

/** @param kinds The kinds of customer there may be; another than these counts as the first of them. */
export function readPerson(
  typed: Typed,
  texts: Texts,
  kinds: readonly CustomerKind[],
): { person: PersonTyped; faults: Record<string, string> } {
  const get = (name: string): string => (typed[name] ?? '').trim();
  const orNull = (name: string): string | null => get(name) || null;
  const kind = kinds.find((one) => one === get('kind')) ?? kinds[0] ?? 'private';
  const person: PersonTyped = {
    kind,
    legalName: get('legalName'),
    organisationNumber: get('organisationNumber').replaceAll(/\s/g, '') || null,
    email: get('email').toLowerCase(),
    phone: phoneNumber(get('phone')),
    street: orNull('street'),
    postalCode: orNull('postalCode'),
    city: orNull('city'),
  };
  return { person, faults: faultsOf(person, texts) };
}

function faultsOf(person: PersonTyped, texts: Texts): Record<string, string> {
  const faults: Record<string, string> = {};
  const { kind, organisationNumber, phone, postalCode } = person;
  if (person.legalName === '') faults.legalName = texts.faultName;
  if (kind === 'company' && organisationNumber === null) {
    faults.organisationNumber = texts.faultOrganisationNumberMissing;
  } else if (kind === 'private' && organisationNumber !== null) {
    faults.organisationNumber = texts.faultOrganisationNumberUnneeded;
  } else if (organisationNumber !== null && !isOrganisationNumber(organisationNumber)) {
    faults.organisationNumber = texts.faultOrganisationNumber;
  }
  if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(person.email)) faults.email = texts.faultEmail;
  if (phone !== null && !/^\+[0-9]{5,15}$/.test(phone)) faults.phone = texts.faultPhone;
  if (postalCode !== null && !/^[0-9]{4}$/.test(postalCode)) faults.postalCode = texts.faultPostalCode;
  for (const [name, longest] of Object.entries(LONGEST)) {
    const value = Object.entries(person).find(([key]) => key === name)?.[1];
    if (typeof value === 'string' && value.length > longest) faults[name] = texts.faultTooLong;
  }
  return faults;
}

/** Eight digits are Norwegian; `00` is how some write `+`. */
function phoneNumber(typed: string): string | null {
  const digits = typed.replaceAll(/[\s()-]/g, '').replace(/^00/, '+');
  if (digits === '') return null;
  return /^[0-9]{8}$/.test(digits) ? `+47${digits}` : digits;
}
