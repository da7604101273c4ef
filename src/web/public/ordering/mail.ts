/** The mail that confirms an order without delay (ehandelsloven § 12), with all that was agreed. */
import { organisationNumberInWords } from '../../../notice/index.ts';
import type { Language } from '../../../policy/index.ts';
import type { NewMail } from '../../../records/index.ts';
import { amountsByRate, amountsOf } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { mailOf } from '../../mail.ts';
import { amountInWords, textsIn } from '../../texts/index.ts';
import type { WebParts } from '../../web-parts.ts';
import type { OrderDraft } from './read-order.ts';
import { pricedLines, totalOf } from './summary.tsx';

export function orderMail(
  parts: WebParts,
  language: Language,
  order: { readonly addressee: string; readonly customerId: string; readonly orderNumber: number },
  draft: Pick<OrderDraft, 'kind' | 'lines' | 'deliverTo' | 'paymentTerms' | 'buyerReference'>,
): NewMail {
  const { controller } = parts.policy;
  const data = {
    orderNumber: order.orderNumber,
    content: `${sums(draft, language)}\n\n${facts(draft, language)}`,
    myOrders: new URL(addressOf('myOrders', language), parts.baseUrl).href,
    seller: seller(parts),
    withdrawTo: draft.kind === 'private' ? `${controller.name}, ${controller.email}` : null,
  };
  const to = { personId: order.customerId, addressee: order.addressee };
  return mailOf(parts, language, 'order-received', data, to);
}

function sums(draft: Pick<OrderDraft, 'lines'>, language: Language): string {
  const { ordering } = textsIn(language);
  const money = (ore: number): string => amountInWords(ore, language);
  const lines = draft.lines.map(
    ({ product, quantity }) => `${quantity} × ${product[`name_${language}`]}: ${money(quantity * product.price_ore)}`,
  );
  const priced = pricedLines(draft);
  const rates = amountsByRate(priced).map(
    ({ vatRate, netOre, vatOre }) => `${ordering.vat(vatRate, money(netOre))}: ${money(vatOre)}`,
  );
  const net = `${ordering.totalNet}: ${money(amountsOf(priced).netOre)}`;
  return [...lines, net, ...rates, `${ordering.toPay}: ${money(totalOf(draft))}`].join('\n');
}

type Agreed = Pick<OrderDraft, 'kind' | 'deliverTo' | 'paymentTerms' | 'buyerReference'>;

function facts({ deliverTo, paymentTerms, kind, buyerReference }: Agreed, language: Language): string {
  const { ordering } = textsIn(language);
  const { name, street, postalCode, city } = deliverTo;
  const payment = paymentTerms === 'invoice' && kind === 'private' ? ordering.onInvoice : ordering[paymentTerms];
  return [
    `${ordering.deliverTo}: ${[name, street, `${postalCode} ${city}`].join(', ')}`,
    `${ordering.payment}: ${payment}`,
    ...(buyerReference === null ? [] : [`${ordering.buyerReference}: ${buyerReference}`]),
  ].join('\n');
}

function seller({ policy: { controller } }: WebParts): string {
  const { name, address, email, phone } = controller;
  const number = organisationNumberInWords(controller.organisationNumber);
  return [name, number, address.street, `${address.postalCode} ${address.city}`, email, phone].join(', ');
}
