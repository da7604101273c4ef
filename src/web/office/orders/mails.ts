/** What a customer is told of an order that staff have confirmed, changed or cancelled, in the customer's language. */
import type { Language } from '../../../policy/index.ts';
import type { NewMail } from '../../../records/index.ts';
import { amountsByRate, type SalesOrder } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { mailOf } from '../../mail.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';

export type OrderNews = 'confirmed' | 'changed' | { readonly cancelled: string };

export function newsMail(parts: WebParts, opened: SalesOrder, news: OrderNews): NewMail {
  const { order, customer } = opened;
  const { language } = customer;
  const to = { personId: order.customer_id, addressee: customer.email };
  const orderNumber = order.order_number;
  if (typeof news !== 'string') {
    return mailOf(parts, language, 'order-cancelled', { orderNumber, reason: news.cancelled }, to);
  }
  const link = new URL(`${addressOf('myOrders', language)}/${order.order_id}`, parts.baseUrl).href;
  const data = { orderNumber, link, content: contentOf(opened, language) };
  return mailOf(parts, language, news === 'confirmed' ? 'order-confirmed' : 'order-changed', data, to);
}

function contentOf({ order, lines, products }: SalesOrder, language: Language): string {
  const { orders } = officeTextsIn(language);
  const money = (ore: number): string => amountInWords(ore, language);
  const rates = amountsByRate(
    lines.map((line) => ({
      ...{ quantity: line.quantity, unitPriceOre: line.unit_price_ore, vatRate: line.vat_rate },
    })),
  );
  const { deliver_to_name: name, deliver_to_street: street, deliver_to_postal_code: code } = order;
  const address = [name, street, [code, order.deliver_to_city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [
    ...lines.map((line) => `${line.quantity} × ${products.get(line.product_id)?.[`name_${language}`] ?? ''}`),
    ...rates.map(({ vatRate, vatOre }) => `${orders.vat(vatRate)}: ${money(vatOre)}`),
    `${orders.toPay}: ${money(order.net_ore + order.vat_ore)}`,
    `${orders.deliverTo}: ${address}`,
    `${orders.payment}: ${orders.terms[order.payment_terms]}`,
  ].join('\n');
}
