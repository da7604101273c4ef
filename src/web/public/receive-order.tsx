/** What is done with an order that came in: a customer found or made, the order written, a mail put in the outbox. */
import type { Language } from '../../policy/index.ts';
import { type NewMail, recordNoticeShown, writeMail } from '../../records/index.ts';
import { customerIdByEmail, type Product, placeOrder, readCatalogue, registerCustomer } from '../../register/index.ts';
import { confirmationMail } from '../forms/confirmation-mail.ts';
import { type PersonTyped, readPerson, type Typed } from '../forms/read-person.ts';
import { customerKinds } from '../offered.ts';
import { textsIn } from '../texts/index.ts';
import type { Sessions, WebParts } from '../web-parts.ts';
import { MessagePage } from './message.tsx';
import { OrderPage } from './order.tsx';

const PURPOSE = 'ordering';
const MOST_OF_ONE = 100;

type Line = { readonly product: Product; readonly quantity: number };

export const productsForSale = (parts: WebParts): Promise<Product[]> =>
  parts.asVisitor(PURPOSE, ({ register }) => readCatalogue(register));

/** Writes an order, or gives the form back with what is wrong and everything that was typed. */
export async function receiveOrder(parts: WebParts, language: Language, typed: Typed) {
  const { policy } = parts;
  const texts = textsIn(language);
  const products = await productsForSale(parts);
  const { person, faults } = readPerson(typed, texts, customerKinds(policy));
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
  for (const name of ['street', 'postalCode', 'city'] as const) {
    if (person[name] === null) faults[name] ??= texts.faultAddress;
  }
  if (Object.keys(faults).length > 0) {
    const page = (
      <OrderPage policy={policy} language={language} products={products} state={{ values: typed, faults }} />
    );
    return { status: 422 as const, page };
  }
  const deliverTo = (typed.deliverTo ?? '').trim().slice(0, 200) || person.legalName;
  const orderNumber = await writeOrder(parts, language, { person, lines, deliverTo });
  const text = `${texts.orderedNext} ${orderNumber}.`;
  return {
    status: 200 as const,
    page: <MessagePage policy={policy} language={language} title={texts.ordered} text={text} />,
  };
}

interface Order {
  readonly person: PersonTyped;
  readonly lines: readonly Line[];
  readonly deliverTo: string;
}

function writeOrder(parts: WebParts, language: Language, { person, lines, deliverTo }: Order): Promise<number> {
  const { now, newId } = parts;
  const noticeVersion = parts.policy.controller.version.number;
  return parts.asVisitor(PURPOSE, async (sessions) => {
    const customerId = await findOrRegister(parts, sessions, language, person);
    const { street, postalCode, city } = person;
    const { orderNumber } = await placeOrder(sessions.register, {
      ...{ customerId, orderId: newId(), placedAt: now(), through: 'web', noticeVersion, lines },
      deliverTo: { name: deliverTo, street, postalCode, city },
    });
    await recordNoticeShown(sessions.records, {
      ...{ personId: customerId, shownId: newId(), versionNumber: noticeVersion, shownAt: now(), channel: 'web-form' },
    });
    await writeMail(sessions.records, orderMail(parts, language, { addressee: person.email, customerId, orderNumber }));
    return orderNumber;
  });
}

/** An order with a known address belongs to the customer it is registered to; what is on record is not changed by it. */
async function findOrRegister(
  { now, newId, policy }: WebParts,
  { register }: Sessions,
  language: Language,
  person: PersonTyped,
): Promise<string> {
  const known = await customerIdByEmail(register, person.email);
  if (known !== null) return known;
  const customerId = newId();
  const noticeVersion = policy.controller.version.number;
  const isNew = await registerCustomer(register, {
    ...{ ...person, customerId, language, registeredAt: now(), through: 'web', noticeVersion },
  });
  // Somebody else registered the address between the look and the write.
  const other = isNew ? customerId : await customerIdByEmail(register, person.email);
  if (other === null) throw new Error('a mail address is taken by a customer whom ordering may not see');
  return other;
}

function orderMail(
  parts: WebParts,
  language: Language,
  order: { addressee: string; customerId: string; orderNumber: number },
): NewMail {
  const texts = textsIn(language);
  return confirmationMail(parts, language, {
    ...{ personId: order.customerId, addressee: order.addressee, template: 'order-received' },
    subjectLine: texts.mailOrderedSubject,
    text: `${texts.mailOrdered} ${order.orderNumber}.\n\n${texts.mailNotice}`,
  });
}
