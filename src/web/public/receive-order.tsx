/** What is done with an order that came in: a customer found or made, the order written, a mail put in the outbox. */
import type { Language } from '../../policy/index.ts';
import { recordNoticeShown, writeMail } from '../../records/index.ts';
import {
  type CustomerDetails,
  customerIdByEmail,
  type NewOrder,
  type Product,
  placeOrder,
  readCatalogue,
  readCustomerDetails,
  registerCustomer,
} from '../../register/index.ts';
import { type PersonTyped, readPerson, type Typed } from '../forms/read-person.ts';
import type { Frame } from '../frame.ts';
import { mailOf } from '../mail.ts';
import { customerKinds } from '../offered.ts';
import { type Texts, textsIn } from '../texts/index.ts';
import type { Sessions, WebParts } from '../web-parts.ts';
import { MessagePage } from './message.tsx';
import { OrderPage } from './order.tsx';

const PURPOSE = 'ordering';
const MOST_OF_ONE = 100;

type Line = NewOrder['lines'][number];

export const productsForSale = (parts: WebParts): Promise<Product[]> =>
  parts.asVisitor(PURPOSE, ({ register }) => readCatalogue(register));

/** Who orders, when a customer is signed in; null for everybody else. */
export async function orderingCustomer(parts: WebParts, { viewer }: Frame): Promise<CustomerDetails | null> {
  const principal = viewer?.dataSubject ?? null;
  if (principal === null) return null;
  return await parts.asPrincipal(principal, PURPOSE, ({ register }) => readCustomerDetails(register, principal.id));
}

/** Writes an order, or gives the form back with what is wrong and everything that was typed. */
export async function receiveOrder(parts: WebParts, frame: Frame, typed: Typed) {
  const texts = textsIn(frame.language);
  const [products, customer] = await Promise.all([productsForSale(parts), orderingCustomer(parts, frame)]);
  const said = customer === null ? typed : { ...typed, ...identityOf(customer) };
  const { person, faults } = readPerson(said, texts, customer === null ? customerKinds(frame.policy) : ['private']);
  const lines = readLines(products, typed, faults, texts);
  for (const name of ['street', 'postalCode', 'city'] as const) {
    if (person[name] === null) faults[name] ??= texts.faultAddress;
  }
  if (Object.keys(faults).length > 0) {
    const state = { values: typed, faults };
    const page = <OrderPage frame={frame} products={products} customer={customer} state={state} />;
    return { status: 422 as const, page };
  }
  const deliverTo = (typed.deliverTo ?? '').trim().slice(0, 200) || person.legalName;
  const orderNumber = await writeOrder(parts, frame, { person, customer, lines, deliverTo });
  // Who is not signed in reads the number in their mail: here it would tell whether the address could be used.
  const text = customer === null ? texts.orderedNext : texts.orderedNumber(orderNumber ?? 0);
  return { status: 200 as const, page: <MessagePage frame={frame} title={texts.ordered} text={text} /> };
}

/** What is on record stands, whatever a form made by hand says. */
const identityOf = ({ legalName, email }: CustomerDetails): Typed => ({
  ...{ legalName, email, kind: 'private', organisationNumber: '', phone: '' },
});

/** @param faults Gets a message for each quantity that cannot be used. */
function readLines(
  products: readonly Product[],
  typed: Typed,
  faults: Record<string, string>,
  texts: Texts,
): readonly Line[] {
  const lines: Line[] = [];
  for (const product of products) {
    const field = `quantity.${product.sku}`;
    const quantity = Number(typed[field] || '0');
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST_OF_ONE) faults[field] = texts.faultQuantity;
    else if (quantity > 0) lines.push({ product, quantity });
  }
  if (lines.length === 0 && Object.keys(faults).every((name) => !name.startsWith('quantity.'))) {
    faults[`quantity.${products[0]?.sku ?? ''}`] = texts.faultNothingChosen;
  }
  return lines;
}

interface Order {
  readonly person: PersonTyped;
  /** Who is signed in; null for somebody who is found or registered by what they typed. */
  readonly customer: CustomerDetails | null;
  readonly lines: readonly Line[];
  readonly deliverTo: string;
}

/** @returns The number of the order; null when it could not be taken, which only a mail tells. */
function writeOrder(parts: WebParts, { viewer, language }: Frame, order: Order): Promise<number | null> {
  const { person, customer, lines, deliverTo } = order;
  const { now, newId } = parts;
  const noticeVersion = parts.policy.controller.version.number;
  const write = async (sessions: Sessions): Promise<number | null> => {
    const customerId = customer?.customerId ?? (await findOrRegister(parts, sessions, language, person));
    if (customerId === null) {
      const to = { personId: null, addressee: person.email };
      await writeMail(sessions.records, mailOf(parts, language, 'order-not-taken', null, to));
      return null;
    }
    const { street, postalCode, city } = person;
    const { orderNumber } = await placeOrder(sessions.register, {
      ...{ customerId, orderId: newId(), placedAt: now(), through: 'web', noticeVersion, lines },
      deliverTo: { name: deliverTo, street, postalCode, city },
    });
    await recordNoticeShown(sessions.records, {
      ...{ personId: customerId, shownId: newId(), versionNumber: noticeVersion, shownAt: now(), channel: 'web-form' },
    });
    const to = { personId: customerId, addressee: person.email };
    await writeMail(sessions.records, mailOf(parts, language, 'order-received', { orderNumber }, to));
    return orderNumber;
  };
  const principal = viewer?.dataSubject ?? null;
  return customer === null || principal === null
    ? parts.asVisitor(PURPOSE, write)
    : parts.asPrincipal(principal, PURPOSE, (sessions) => sessions.transaction(write));
}

/**
 * An order with a known address belongs to the customer it is registered to; what is on record is not changed by it.
 * @returns null for the address of a customer whose data ordering may not use (Art. 18).
 */
async function findOrRegister(
  { now, newId, policy }: WebParts,
  { register }: Sessions,
  language: Language,
  person: PersonTyped,
): Promise<string | null> {
  const known = await customerIdByEmail(register, person.email);
  if (known !== null) return known;
  const customerId = newId();
  const noticeVersion = policy.controller.version.number;
  const isNew = await registerCustomer(register, {
    ...{ ...person, customerId, language, registeredAt: now(), through: 'web', noticeVersion },
  });
  // Somebody else registered the address between the look and the write.
  return isNew ? customerId : await customerIdByEmail(register, person.email);
}
