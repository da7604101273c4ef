/** What a customer is called for a purpose that may see no name. */
import type { Row } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';

/** The name where the purpose sees one, else whom an order goes to, else just that it is a customer. */
export function customerName(customer: Row, deliverTo: string | undefined, { frame: { language } }: Desk): string {
  const texts = officeTextsIn(language);
  if (typeof customer.legal_name === 'string') return customer.legal_name;
  if (deliverTo !== undefined) return deliverTo;
  return typeof customer.phone === 'string' ? `${texts.customerWithout} ${customer.phone}` : texts.customerWithout;
}
