/** Where goods go and how they are paid, as the office's forms about orders ask for both. */
import type { NewOrder } from '../../../register/index.ts';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';

export const AGREED_FIELDS = ['deliverTo', 'street', 'postalCode', 'city', 'terms', 'buyerReference'] as const;

type Agreed = Pick<NewOrder, 'deliverTo' | 'paymentTerms' | 'buyerReference'>;

/** @param faults Gets a message for each field that cannot be used. */
export function readAgreed(
  { frame }: Pick<Desk, 'frame'>,
  typed: Readonly<Partial<Record<(typeof AGREED_FIELDS)[number], string>>>,
  faults: Record<string, string>,
): Agreed {
  const { orders } = officeTextsIn(frame.language);
  const get = (name: (typeof AGREED_FIELDS)[number]): string => (typed[name] ?? '').trim();
  if (get('deliverTo') === '') faults.deliverTo = orders.faultName;
  for (const name of ['street', 'city'] as const) if (get(name) === '') faults[name] = orders.faultAddress;
  if (!/^\d{4}$/.test(get('postalCode'))) faults.postalCode = orders.faultPostalCode;
  const longest = { deliverTo: 200, street: 200, city: 100, buyerReference: 100 } as const;
  for (const name of ['deliverTo', 'street', 'city', 'buyerReference'] as const) {
    if (get(name).length > longest[name]) faults[name] ??= orders.faultTooLong;
    const forbidden = forbiddenNumberFault(get(name), frame.language);
    if (forbidden !== null) faults[name] = forbidden;
  }
  return {
    deliverTo: { name: get('deliverTo'), street: get('street'), postalCode: get('postalCode'), city: get('city') },
    paymentTerms: get('terms') === 'invoice' ? 'invoice' : 'prepaid',
    buyerReference: get('buyerReference') || null,
  };
}
