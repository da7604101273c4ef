/** A delivery note as PDF: what is in the parcel and what is still to come. It tells no price, to whoever opens it. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Language, Policy } from '../../policy/index.ts';
import { type Seller, sellerOf } from '../invoices/documents/document.ts';
import { draw } from '../invoices/documents/draw.ts';
import { heading, pageOf } from '../invoices/documents/page.ts';
import { taggedTable, type Written } from '../invoices/documents/tags.ts';
import { shortDay } from '../short-day.ts';

export interface NotedLine {
  readonly sku: string;
  readonly name: string;
  readonly ordered: number;
  readonly inThis: number;
  /** After this delivery and those before it. */
  readonly remaining: number;
}

export interface DeliveryNote {
  readonly number: number;
  readonly orderNumber: number;
  /** `YYYY-MM-DD`. */
  readonly dispatchedOn: string;
  readonly carrier: string | null;
  readonly trackingReference: string | null;
  /** Name and address, a line each. */
  readonly deliverTo: readonly string[];
  readonly lines: readonly NotedLine[];
}

const nb = {
  title: (number: number) => `Følgeseddel ${number}`,
  deliverTo: 'Leveres til',
  orderNumber: 'Bestillingsnummer',
  dispatchedOn: 'Sendt',
  carrier: 'Transportør',
  tracking: 'Sporing',
  sku: 'Varenummer',
  product: 'Vare eller tjeneste',
  ordered: 'Bestilt',
  inThis: 'I denne',
  remaining: 'Gjenstår',
  allHere: 'Alt som er bestilt, er nå sendt.',
  more: 'Det som gjenstår, kommer i en senere sending.',
};
const en: typeof nb = {
  title: (number) => `Delivery note ${number}`,
  deliverTo: 'Deliver to',
  orderNumber: 'Order number',
  dispatchedOn: 'Sent',
  carrier: 'Carrier',
  tracking: 'Tracking',
  sku: 'Article number',
  product: 'Product or service',
  ordered: 'Ordered',
  inThis: 'In this one',
  remaining: 'Remains',
  allHere: 'All that was ordered has now been sent.',
  more: 'What remains comes in a later delivery.',
};

export function deliveryNotePdf(note: DeliveryNote, policy: Policy, language: Language): Promise<Buffer> {
  const words = language === 'nb' ? nb : en;
  const seller = sellerOf(policy.controller) ?? unbilled(policy.controller);
  const title = words.title(note.number);
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [words.orderNumber, String(note.orderNumber)],
    [words.dispatchedOn, shortDay(note.dispatchedOn, language)],
    [words.carrier, note.carrier],
    [words.tracking, note.trackingReference],
  ];
  const [name = '', ...address] = note.deliverTo;
  const rest = note.lines.some(({ remaining }) => remaining > 0);
  const content: Content[] = [
    heading(title, seller, language),
    {
      columns: [
        { width: '*', stack: [{ text: words.deliverTo, fontSize: 8 }, { text: name, bold: true }, ...address] },
        {
          width: 230,
          layout: 'noBorders',
          table: {
            widths: ['auto', '*'],
            body: taggedTable(
              facts.flatMap(([label, value]): Written[][] =>
                value === null ? [] : [[label, { text: value, alignment: 'right' }]],
              ),
              { columns: false, rows: true },
            ),
          },
        },
      ],
      margin: [0, 0, 0, 24],
    },
    lineTable(note.lines, words),
    { text: rest ? words.more : words.allHere, margin: [0, 16, 0, 0] },
  ];
  return draw(pageOf({ title: `${title}, ${seller.name}`, date: note.dispatchedOn, language, seller, content }));
}

function lineTable(lines: readonly NotedLine[], words: typeof nb): Content {
  const figure = (text: string, bold = false): Written => ({ text, alignment: 'right', bold });
  const heads: Written[] = [
    { text: words.sku, bold: true },
    { text: words.product, bold: true },
    ...[words.ordered, words.inThis, words.remaining].map((text) => figure(text, true)),
  ];
  const rows = lines.map(({ sku, name, ordered, inThis, remaining }): Written[] => [
    ...[sku, name],
    ...[ordered, inThis, remaining].map((count) => figure(String(count))),
  ]);
  const body = taggedTable([heads, ...rows], { columns: true, rows: false });
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: [70, '*', 52, 52, 56], body },
    layout: 'lightHorizontalLines',
  };
}

/** A company whose policy says nothing of invoices still sends goods; no account number stands on the note. */
function unbilled({ name, organisationNumber, address, email, phone, website }: Policy['controller']): Seller {
  const { street, postalCode, city, country } = address;
  return {
    ...{ name, organisationNumber, street, postalCode, city, country, email, phone, website },
    ...{ accountNumber: '', vatRegistered: false, inBusinessRegister: false },
  };
}
