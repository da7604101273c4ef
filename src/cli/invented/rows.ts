/**
 * Invented customers with two years of history, the same for the same clock: what the first start shows when the
 * register is empty. Nobody in it exists; the addresses are of example.no and example.com.
 */
import { createHash } from 'node:crypto';
import { amountsOf, mod10Digit } from '../../register/index.ts';
import { CATALOGUE, COMPANY_KINDS, FIRST_NAMES, LAST_NAMES, PLACES } from './names.ts';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows by qualified table, in an order in which they can be written. */
export interface InventedRows {
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  /** People who said yes to marketing, with when. */
  readonly consents: readonly { readonly personId: string; readonly givenAt: Date; readonly language: 'nb' | 'en' }[];
}

export const DAY = 86_400_000;
const CUSTOMERS = 200;

/** A number from 0 to below `below`, always the same for the same words. */
export const draw = (words: string, below: number): number =>
  createHash('sha256').update(words).digest().readUInt32BE(0) % below;

/** In the form of a UUID, always the same for the same words. */
export function idOf(words: string): string {
  const hex = createHash('sha256').update(`invented ${words}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const pick = <T>(words: string, from: readonly T[]): T => {
  const one = from[draw(words, from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** Begins with 2: such numbers are well formed and given to nobody. */
function organisationNumber(index: number): string {
  for (let digits = 20_000_000 + index * 13; ; digits += 1) {
    const sum = [...String(digits)].reduce((total, digit, at) => total + Number(digit) * (at < 2 ? 3 - at : 9 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${digits}${check}`;
  }
}

/** @param now History ends here. */
export function inventRows(now: Date, noticeVersion: string): InventedRows {
  const tables = new Map<string, Row[]>();
  const add = (table: string, row: Row): void => {
    tables.set(table, [...(tables.get(table) ?? []), row]);
  };
  const consents: { personId: string; givenAt: Date; language: 'nb' | 'en' }[] = [];
  for (const goods of CATALOGUE) add('register.product', productRow(goods));
  const orders: Order[] = [];
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const customer = inventCustomer(index, now, noticeVersion);
    add('register.customer', customer.row);
    add('kept.notice_shown', {
      ...{ person_id: customer.id, shown_id: idOf(`shown ${index}`), version_number: noticeVersion },
      ...{ shown_at: customer.since.toISOString(), channel: 'web-form' },
    });
    if (customer.company) add('register.contact_person', contactRow(customer, index, noticeVersion));
    if (draw(`consent ${index}`, 100) < 35) {
      consents.push({ personId: customer.id, givenAt: customer.since, language: customer.language });
    }
    orders.push(...inventOrders(customer, index, now));
    if (draw(`message ${index}`, 3) === 0) add('register.message', messageRow(customer, index, now));
  }
  orders.sort((one, other) => one.placedAt.getTime() - other.placedAt.getTime());
  for (const [index, order] of orders.entries()) {
    for (const [table, row] of orderRows(order, index, now, noticeVersion)) add(table, row);
  }
  return { tables, consents };
}

const productRow = (goods: (typeof CATALOGUE)[number]): Row => ({
  ...{ product_id: idOf(goods.sku), sku: goods.sku, kind: goods.kind, name_nb: goods.nb[0], name_en: goods.en[0] },
  ...{ description_nb: goods.nb[1], description_en: goods.en[1], price_ore: goods.priceOre, vat_rate: goods.vatRate },
  ...{ durability: goods.durability, in_catalogue: true },
});

interface Customer {
  readonly id: string;
  readonly name: string;
  readonly company: boolean;
  readonly since: Date;
  readonly language: 'nb' | 'en';
  readonly street: string;
  readonly place: (typeof PLACES)[number];
  readonly row: Row;
}

function inventCustomer(index: number, now: Date, noticeVersion: string): Customer {
  const id = idOf(`customer ${index}`);
  const company = draw(`kind ${index}`, 5) === 0;
  const last = pick(`last ${index}`, LAST_NAMES);
  const name = company
    ? `${last} ${pick(`trade ${index}`, COMPANY_KINDS)} ${index} AS`
    : `${pick(`first ${index}`, FIRST_NAMES)} ${last}`;
  const since = new Date(now.getTime() - (30 + draw(`since ${index}`, 700)) * DAY);
  const language = draw(`language ${index}`, 8) === 0 ? 'en' : 'nb';
  const street = `Eksempelveien ${index + 1}`;
  const place = pick(`place ${index}`, PLACES);
  const row: Row = {
    ...{ customer_id: id, kind: company ? 'company' : 'private', legal_name: name },
    ...{ organisation_number: company ? organisationNumber(index) : null, email: `kunde${index + 1}@example.no` },
    ...{ phone: `+4740000${String(index).padStart(3, '0')}`, street_address: street, postal_code: place[0] },
    ...{ city: place[1], country: 'NO', preferred_language: language, registered_at: since.toISOString() },
    ...{ registered_through: 'web', notice_version: noticeVersion },
    // One in four has opened no link yet that was mailed to them.
    email_verified_at: index % 4 === 3 ? null : since.toISOString(),
  };
  return { id, name, company, since, language, street, place, row };
}

const contactRow = (customer: Customer, index: number, noticeVersion: string): Row => ({
  ...{ customer_id: customer.id, contact_person_id: idOf(`contact ${index}`), position: 'Innkjøp' },
  full_name: `${pick(`contact first ${index}`, FIRST_NAMES)} ${pick(`contact last ${index}`, LAST_NAMES)}`,
  ...{ email: `innkjop${index + 1}@example.com`, phone: `+4740001${String(index).padStart(3, '0')}` },
  ...{ registered_at: customer.since.toISOString(), registered_through: 'web', notice_version: noticeVersion },
});

const messageRow = (customer: Customer, index: number, now: Date): Row => ({
  ...{ customer_id: customer.id, message_id: idOf(`message ${index}`), direction: 'in', channel: 'web' },
  at: new Date(Math.max(customer.since.getTime(), now.getTime() - draw(`when ${index}`, 300) * DAY)).toISOString(),
  ...{
    ...{ extends_relationship: true, extension_reason: 'Spør om en vare', extension_by: idOf('staff owner') },
    extension_at: now.toISOString(),
    subject_line: 'Spørsmål om størrelser',
    body: 'Hei, har dere støvlene i flere bredder?',
  },
});

interface Order {
  readonly key: string;
  readonly customer: Customer;
  readonly placedAt: Date;
}

function inventOrders(customer: Customer, index: number, now: Date): Order[] {
  const days = Math.floor((now.getTime() - customer.since.getTime()) / DAY);
  return Array.from({ length: draw(`orders ${index}`, 6) }, (_, at) => {
    const key = `order ${index} ${at}`;
    return { key, customer, placedAt: new Date(customer.since.getTime() + (1 + draw(key, days - 1)) * DAY) };
  });
}

/** An order, and what followed: delivered after four days, invoiced then, paid within the fortnight. */
function* orderRows(order: Order, index: number, now: Date, noticeVersion: string): Generator<[string, Row]> {
  const { key, customer, placedAt } = order;
  const [customer_id, order_id] = [customer.id, idOf(key)];
  const after = (days: number): Date => new Date(placedAt.getTime() + days * DAY);
  const lines = Array.from({ length: 1 + draw(`${key} lines`, 3) }, (_, at) => {
    const goods = pick(`${key} line ${at}`, CATALOGUE);
    return {
      goods,
      quantity: 1 + draw(`${key} quantity ${at}`, 3),
      unitPriceOre: goods.priceOre,
      vatRate: goods.vatRate,
    };
  });
  const { netOre: net_ore, vatOre: vat_ore } = amountsOf(lines);
  const delivered = after(4) < now;
  const paid = after(14) < now;
  yield [
    'register.sales_order',
    {
      ...{
        customer_id,
        order_id,
        placed_at: placedAt.toISOString(),
        placed_through: 'web',
        notice_version: noticeVersion,
      },
      ...{
        status: paid ? 'completed' : delivered ? 'delivered' : 'placed',
        deliver_to_name: customer.name,
        net_ore,
        vat_ore,
      },
      ...{
        deliver_to_street: customer.street,
        deliver_to_postal_code: customer.place[0],
        deliver_to_city: customer.place[1],
      },
    },
  ];
  for (const [at, { goods, quantity, unitPriceOre, vatRate }] of lines.entries()) {
    yield [
      'register.order_line',
      {
        ...{ customer_id, order_id, line_number: at + 1, product_id: idOf(goods.sku), quantity },
        ...{ unit_price_ore: unitPriceOre, vat_rate: vatRate },
      },
    ];
  }
  if (!delivered) return;
  yield [
    'register.delivery',
    {
      ...{ customer_id, delivery_id: idOf(`${key} delivery`), order_id, carrier: 'Prøveposten' },
      ...{ dispatched_at: after(2).toISOString(), completed_at: after(4).toISOString() },
    },
  ];
  // What was delivered in the last days awaits its invoice.
  if (after(7) >= now) return;
  const invoice_id = idOf(`${key} invoice`);
  const invoice_number = 90_001 + index;
  yield [
    'register.invoice',
    {
      ...{ customer_id, invoice_id, order_id, invoice_number, issued_on: dayOf(after(4)), due_on: dayOf(after(18)) },
      ...{
        buyer_name: customer.name,
        buyer_address: `${customer.street}\n${customer.place.join(' ')}`,
        net_ore,
        vat_ore,
      },
      payment_reference: `${invoice_number}${mod10Digit(String(invoice_number))}`,
    },
  ];
  if (!paid) return;
  yield [
    'register.payment',
    {
      ...{ customer_id, payment_id: idOf(`${key} payment`), invoice_id, paid_on: dayOf(after(14)), method: 'bank' },
      amount_ore: net_ore + vat_ore,
    },
  ];
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
