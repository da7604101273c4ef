/** Where a customer is, and what stands beside them: what registers say, and the contact people of a company. */
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { type Desk, withPurpose } from '../desk.tsx';

const REST = {
  register: { nb: 'oppslag', en: 'look-up' },
  contacts: { nb: 'kontaktpersoner', en: 'contacts' },
} as const satisfies Record<string, Record<Language, string>>;

export const pathOf = (page: keyof typeof REST, language: Language): string => REST[page][language];

export const hereOf = (page: keyof typeof REST, customerId: string, ...rest: readonly string[]): Desk['here'] => ({
  nb: [ADDRESSES.officeCustomers.nb, customerId, REST[page].nb, ...rest].join('/'),
  en: [ADDRESSES.officeCustomers.en, customerId, REST[page].en, ...rest].join('/'),
});

export const customerAddress = ({ frame, purpose }: Desk, customerId: string): string =>
  withPurpose(`${ADDRESSES.officeCustomers[frame.language]}/${customerId}`, purpose?.name ?? null);

export const besideCustomer = (
  { frame, purpose }: Desk,
  page: keyof typeof REST,
  customerId: string,
  ...rest: readonly string[]
): string => withPurpose(hereOf(page, customerId, ...rest)[frame.language], purpose?.name ?? null);
