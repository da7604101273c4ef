/** What a person types about themself: trimmed, checked, and either values or a message at each field. */
import { type PersonDetails, type PersonFault, personDetails, personFaults } from '../../register/index.ts';
import type { CustomerKind } from '../offered.ts';
import type { Texts } from '../texts/index.ts';

export type Typed = Readonly<Record<string, string>>;

export type PersonTyped = PersonDetails;

/** The words for each fault, by their name in the catalogue of texts. */
const WORDS = {
  'name-missing': 'faultName',
  'organisation-number-missing': 'faultOrganisationNumberMissing',
  'organisation-number-unneeded': 'faultOrganisationNumberUnneeded',
  'organisation-number-wrong': 'faultOrganisationNumber',
  'email-wrong': 'faultEmail',
  'phone-wrong': 'faultPhone',
  'postal-code-wrong': 'faultPostalCode',
  'too-long': 'faultTooLong',
} as const satisfies Record<Exclude<PersonFault, ForbiddenNumber>, keyof Texts>;

type ForbiddenNumber = 'card-number' | 'identity-number';

export function personFaultInWords(fault: PersonFault, texts: Texts): string {
  if (fault === 'card-number') return texts.ordering.faultCardNumber;
  return fault === 'identity-number' ? texts.ordering.faultIdentityNumber : texts[WORDS[fault]];
}

/** @param kinds The kinds of customer there may be; another than these counts as the first of them. */
export function readPerson(
  typed: Typed,
  texts: Texts,
  kinds: readonly CustomerKind[],
): { person: PersonTyped; faults: Record<string, string> } {
  const kind = kinds.find((one) => one === (typed.kind ?? '').trim()) ?? kinds[0] ?? 'private';
  const person = personDetails(kind, typed);
  const faults: Record<string, string> = {};
  for (const [field, fault] of Object.entries(personFaults(person))) faults[field] = personFaultInWords(fault, texts);
  return { person, faults };
}
