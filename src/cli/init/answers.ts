/** What a company tells about itself before its policy is written. */
import type { Language } from '../../policy/index.ts';

export interface Answers {
  readonly name: string;
  /** Nine digits. */
  readonly organisationNumber: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  readonly website: string;
  readonly languages: readonly Language[];
  /** Names of parts, with those that they need. */
  readonly parts: readonly string[];
  readonly privacyContact: { readonly name: string | null; readonly email: string; readonly phone: string };
  readonly recipients: readonly ToldRecipient[];
  /** ISO 3166-1 alpha-2 of every country where the customer system lies. */
  readonly dataCountries: readonly string[];
  /** Names of measures and of ways to check who is asking, as the packaged policy has them. */
  readonly measures: readonly string[];
  readonly approver: string;
  readonly place: string;
  /** Month and day, as `12-31`. */
  readonly financialYearEnds: string;
}

export interface ToldRecipient {
  /** Its name in the packaged policy, as `hosting`. */
  readonly name: string;
  /** The company. */
  readonly label: string;
  readonly countries: readonly string[];
  readonly agreement: Agreement | null;
}

export interface Agreement {
  readonly reference: string;
  /** ISO 8601. */
  readonly signedOn: string;
  readonly reviewBy: string;
}
