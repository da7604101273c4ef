/**
 * What an open register may supplement of a company customer: what the customer told beside what the register says. Never
 * for a private person, and never for somebody with a protected address: their data comes from themselves alone.
 */

/** Fields that replace what the customer's own row says. */
export const OWN_FIELDS = ['legal_name', 'street_address', 'postal_code', 'city'] as const;
/** Fields that stand beside it. */
export const BESIDE_FIELDS = [
  'form',
  'vat_registered',
  'bankrupt',
  'winding_up',
  'deleted_on',
  'written_form',
] as const;
export const SUPPLEMENT_FIELDS = [...OWN_FIELDS, ...BESIDE_FIELDS] as const;

export type OwnField = (typeof OWN_FIELDS)[number];
export type SupplementField = (typeof SUPPLEMENT_FIELDS)[number];

export interface SupplementedCustomer {
  readonly customerId: string;
  readonly kind: 'private' | 'company';
  readonly organisationNumber: string | null;
  readonly protectedAddress: boolean;
  readonly own: Readonly<Record<OwnField, string | null>>;
}

export type SupplementRefusal = 'private-person' | 'protected-address' | 'no-number';

/** Null where the customer may be looked up. */
export function supplementRefusal(
  customer: Pick<SupplementedCustomer, 'kind' | 'protectedAddress' | 'organisationNumber'>,
): SupplementRefusal | null {
  if (customer.kind !== 'company') return 'private-person';
  if (customer.protectedAddress) return 'protected-address';
  return customer.organisationNumber === null ? 'no-number' : null;
}

export const isSupplementField = (name: string): name is SupplementField =>
  SUPPLEMENT_FIELDS.some((field) => field === name);

export const isOwnField = (name: SupplementField): name is OwnField => OWN_FIELDS.some((field) => field === name);
