/**
 * What an open register of companies is asked and answers. Only what a customer relationship needs is taken: the people
 * in a company's roles are never asked for, since with them come their dates of birth.
 */

export interface RegisteredAddress {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface RegisteredCompany {
  readonly organisationNumber: string;
  readonly name: string;
  /** As `AS`, `ENK`, `NUF`. */
  readonly form: string;
  readonly bankrupt: boolean;
  /** Being wound up, of its own will or not. */
  readonly windingUp: boolean;
  readonly vatRegistered: boolean;
  readonly businessAddress: RegisteredAddress | null;
  /** The written form of Norwegian that the company wants to be written to in. */
  readonly writtenForm: 'nb' | 'nn' | null;
  /** ISO 8601; null while it exists. */
  readonly deletedOn: string | null;
}

/** A company found, with where and when. */
export interface FoundCompany {
  readonly company: RegisteredCompany;
  readonly sourceName: string;
  /** The address that it was read at. */
  readonly sourceUrl: string;
  readonly retrievedAt: Date;
}

export type CompanyAnswer =
  | ({ readonly kind: 'found' } & FoundCompany)
  /** No company has the number. */
  | { readonly kind: 'unknown' }
  /** The register had it and may no longer show it. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unavailable' };

export interface CompanyRegister {
  /** @param organisationNumber Nine digits. */
  lookUp(organisationNumber: string): Promise<CompanyAnswer>;
}

/** A sole trader is a person: what the register says about the business is information about them. */
export const isSoleTrader = ({ form }: Pick<RegisteredCompany, 'form'>): boolean => form === 'ENK';
