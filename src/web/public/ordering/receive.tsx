/** What is done with an order that came in: looked over, then a customer found or made, the order and a mail written. */

import type { Language } from '../../../policy/index.ts';
import { recordNoticeShown, writeMail } from '../../../records/index.ts';
import {
  addContactPerson,
  customerIdByEmail,
  findContactPerson,
  placeOrder,
  registerCustomer,
  type SignedInBuyer,
  type UsageEvent,
} from '../../../register/index.ts';
import type { PersonTyped, Typed } from '../../forms/read-person.ts';
import type { Frame } from '../../frame.ts';
import { isUuid } from '../../ids.ts';
import { mailOf } from '../../mail.ts';
import { textsIn } from '../../texts/index.ts';
import { recordUse } from '../../use-of-products.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { MessagePage } from '../message.tsx';
import { OrderPage } from './form.tsx';
import { orderMail } from './mail.ts';
import { type OrderDraft, readOrder, refuseUnknownFields } from './read-order.ts';
import { ORDERING, openShop } from './shop.ts';
import { SummaryPage, totalOf } from './summary.tsx';

/** Writes nothing before the binding button: everything before it shows the form or the summary. */
export async function receiveOrder(parts: WebParts, frame: Frame, typed: Typed) {
  refuseUnknownFields(typed);
  const shop = await openShop(parts, frame);
  if (typed.step === 'change') {
    return {
      status: 200 as const,
      page: <OrderPage frame={frame} shop={shop} state={{ values: typed, faults: {} }} />,
    };
  }
  const read = readOrder(frame, shop, typed);
  if ('faults' in read) {
    const state = { values: typed, faults: read.faults };
    return { status: 422 as const, page: <OrderPage frame={frame} shop={shop} state={state} /> };
  }
  const { draft } = read;
  const asked = typed.step === 'order' && isUuid(typed.order);
  const agreed = typed.total === String(totalOf(draft));
  if (!asked || !agreed) {
    const same = { frame, draft, typed, orderId: parts.newId() };
    await recordUse(parts, frame, useOf(draft, 'viewed'));
    return { status: 200 as const, page: <SummaryPage {...same} pricesChanged={asked && !agreed} /> };
  }
  // The mail goes to an address that anybody can type; whoever is signed in orders for their own.
  const wait = draft.buyer === null ? parts.limiter.take('ordersByAddress', draft.person.email.toLowerCase()) : 0;
  if (wait > 0) {
    const faults = { email: textsIn(frame.language).faultAddressTooOften(Math.ceil(wait / 60)) };
    return {
      status: 429 as const,
      headers: { 'Retry-After': String(wait) },
      page: <OrderPage frame={frame} shop={shop} state={{ values: typed, faults }} />,
    };
  }
  return { status: 200 as const, page: await order(parts, frame, draft, typed.order ?? '') };
}

/** What was looked over or bought, product by product. */
const useOf = ({ lines }: OrderDraft, kind: 'viewed' | 'ordered'): readonly UsageEvent[] =>
  lines.map(({ product }) => ({ kind, productId: product.product_id }));

async function order(parts: WebParts, frame: Frame, draft: OrderDraft, orderId: string) {
  const texts = textsIn(frame.language);
  const placed = await writeOrder(parts, frame, draft, orderId);
  // Told only to whoever is signed in: for an address that could not be used there is no order to be there already.
  if (placed === 'once' && draft.buyer !== null) {
    return <MessagePage frame={frame} title={texts.ordering.once} text={texts.ordering.onceNext} />;
  }
  if (typeof placed === 'number') await recordUse(parts, frame, useOf(draft, 'ordered'));
  // Who is not signed in reads the number in their mail: here it would tell whether the address could be used.
  const text = draft.buyer === null || typeof placed !== 'number' ? texts.orderedNext : texts.orderedNumber(placed);
  return <MessagePage frame={frame} title={texts.ordered} text={text} />;
}

/** @returns The number of the order; null when it could not be taken, which only a mail tells; `once` for a second try. */
function writeOrder(
  parts: WebParts,
  { viewer, language }: Frame,
  draft: OrderDraft,
  orderId: string,
): Promise<number | 'once' | null> {
  const { person, buyer, lines, deliverTo, paymentTerms, buyerReference } = draft;
  const { now, newId } = parts;
  const noticeVersion = parts.policy.controller.version.number;
  const write = async (sessions: Sessions): Promise<number | 'once' | null> => {
    const who = await ordererOf(parts, sessions, language, draft);
    if (who === null) {
      const to = { personId: null, addressee: person.email };
      await writeMail(sessions.records, mailOf(parts, language, 'order-not-taken', null, to));
      return null;
    }
    const { customerId, orderedBy } = who;
    const addOns = draft.addOns.map((addOn) => ({ ...addOn, addOnId: newId() }));
    const orderNumber = await placeOrder(sessions.register, {
      ...{ customerId, orderId, placedAt: now(), through: 'web', noticeVersion, lines, addOns, deliverTo },
      ...{ paymentTerms, buyerReference, orderedBy },
    });
    if (orderNumber === null) return 'once';
    await recordNoticeShown(sessions.records, {
      ...{ personId: customerId, shownId: newId(), versionNumber: noticeVersion, shownAt: now(), channel: 'web-form' },
    });
    const mailed = { addressee: buyer?.email ?? person.email, customerId, orderNumber };
    await writeMail(sessions.records, orderMail(parts, language, mailed, draft));
    return orderNumber;
  };
  const principal = viewer?.dataSubject ?? null;
  return buyer === null || principal === null
    ? parts.asVisitor(ORDERING, write)
    : parts.asPrincipal(principal, ORDERING, (sessions) => sessions.transaction(write));
}

interface Orderer {
  readonly customerId: string;
  /** A contact person's id. */
  readonly orderedBy: string | null;
}

/** @returns null for the address of a customer whose data ordering may not use (Art. 18). */
async function ordererOf(
  parts: WebParts,
  sessions: Sessions,
  language: Language,
  { buyer, person, contactName }: OrderDraft,
): Promise<Orderer | null> {
  if (buyer !== null)
    return { customerId: buyer.customerId, orderedBy: await contactOf(parts, sessions, buyer, contactName) };
  const found = await findOrRegister(parts, sessions, language, person);
  if (found === null) return null;
  // What is on record of a company is changed by nobody who only knows its mail address.
  const orderedBy =
    found.isNew && contactName !== null ? await addContact(parts, sessions, found.customerId, contactName) : null;
  return { customerId: found.customerId, orderedBy };
}

async function contactOf(
  parts: WebParts,
  sessions: Sessions,
  { customerId, contactPersonId }: SignedInBuyer,
  name: string | null,
): Promise<string | null> {
  if (name === null) return contactPersonId;
  const known = await findContactPerson(sessions.register, customerId, name);
  return known ?? (await addContact(parts, sessions, customerId, name));
}

async function addContact(
  { now, newId, policy }: WebParts,
  { register, records }: Sessions,
  customerId: string,
  fullName: string,
): Promise<string> {
  const contactPersonId = newId();
  const noticeVersion = policy.controller.version.number;
  const at = now();
  await addContactPerson(register, {
    ...{ customerId, contactPersonId, fullName, registeredAt: at, through: 'web', noticeVersion },
  });
  await recordNoticeShown(records, {
    ...{ personId: contactPersonId, shownId: newId(), versionNumber: noticeVersion, shownAt: at, channel: 'web-form' },
  });
  return contactPersonId;
}

/** An order with a known address belongs to the customer it is registered to; what is on record is not changed by it. */
async function findOrRegister(
  { now, newId, policy }: WebParts,
  { register }: Sessions,
  language: Language,
  person: PersonTyped,
): Promise<{ readonly customerId: string; readonly isNew: boolean } | null> {
  const known = await customerIdByEmail(register, person.email);
  if (known !== null) return { customerId: known, isNew: false };
  const customerId = newId();
  const noticeVersion = policy.controller.version.number;
  const isNew = await registerCustomer(register, {
    ...{ ...person, customerId, language, registeredAt: now(), through: 'web', noticeVersion },
  });
  if (isNew) return { customerId, isNew };
  // Somebody else registered the address between the look and the write.
  const other = await customerIdByEmail(register, person.email);
  return other === null ? null : { customerId: other, isNew: false };
}
