/** What warehouse does with an order: send a part of it, and say that a delivery has come. */

import { HTTPException } from 'hono/http-exception';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../records/index.ts';
import {
  type OrderKey,
  openPackingOrder,
  type PackingOrder,
  type PartFault,
  receiveDelivery,
  sendPart,
} from '../../../register/index.ts';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import { readDay, readWhole } from '../../forms/read-values.ts';
import type { WebContext } from '../../http-request.ts';
import { isUuid } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { orderAddress } from '../orders/order-links.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { PackingPage, quantityField } from './order.tsx';

const LONGEST = 100;

type Values = Readonly<Record<string, string>>;
type Faults = Record<string, string>;

export const atDelivery = <T,>(parts: WebParts, desk: WorkingDesk, work: (sessions: Sessions) => Promise<T>) =>
  parts.asPrincipal(desk.staff, desk.purpose.name, work);

const todayOf = ({ now, policy }: WebParts): Temporal.PlainDate => Temporal.PlainDate.from(dayOf(now(), policy));

export function noSuchDelivery(context: WebContext, { frame }: WorkingDesk) {
  const { orders } = officeTextsIn(frame.language);
  return context.html(<DeskMessage frame={frame} title={orders.noSuch} text={orders.noSuchNext} />, 404);
}

export async function showPacking(context: WebContext, parts: WebParts, desk: WorkingDesk, key: OrderKey) {
  const opened = await atDelivery(parts, desk, ({ register }) => openPackingOrder(register, key));
  if (opened === null) return noSuchDelivery(context, desk);
  const today = todayOf(parts).toString();
  return context.html(
    <PackingPage desk={desk} opened={opened} state={EMPTY_FORM} receiving={EMPTY_FORM} today={today} />,
  );
}

export async function takePackingStep(context: WebContext, parts: WebParts, desk: WorkingDesk, key: OrderKey) {
  const opened = await atDelivery(parts, desk, ({ register }) => openPackingOrder(register, key));
  if (opened === null) return noSuchDelivery(context, desk);
  const quantities = opened.lines.map(({ lineNumber }) => quantityField(lineNumber));
  const fields = ['do', 'carrier', 'tracking', 'delivery', 'receivedOn', 'saidBy', ...quantities];
  const { typed } = await readForm(context, fields);
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, (value ?? '').trim()]));
  if (values.do === 'send') return await send(context, parts, desk, opened, values);
  if (values.do === 'receive') return await receive(context, parts, desk, opened, values);
  throw new HTTPException(400, { message: 'no such step' });
}

const keyOf = ({ order }: PackingOrder): OrderKey => ({ customerId: order.customer_id, orderId: order.order_id });

async function send(context: WebContext, parts: WebParts, desk: WorkingDesk, opened: PackingOrder, values: Values) {
  const { deliveries, orders } = officeTextsIn(desk.frame.language);
  const faults: Faults = {};
  const part = opened.lines.flatMap(({ lineNumber }) => {
    const quantity = readWhole(values[quantityField(lineNumber)]);
    if (quantity === undefined) faults[quantityField(lineNumber)] = deliveries.faultCount;
    return quantity ? [{ lineNumber, quantity }] : [];
  });
  for (const name of ['carrier', 'tracking'] as const) {
    const text = values[name] ?? '';
    const fault = text.length > LONGEST ? deliveries.faultTooLong : forbiddenNumberFault(text, desk.frame.language);
    // A tracking number is digits, and some of them pass the check of a card's.
    if (fault !== null && (name === 'carrier' || text.length > LONGEST)) faults[name] = fault;
  }
  const refuse = () =>
    context.html(
      <PackingPage
        {...{ desk, opened, state: { values, faults }, receiving: EMPTY_FORM, today: todayOf(parts).toString() }}
      />,
      422,
    );
  if (Object.keys(faults).length > 0) return refuse();
  const outcome = await atDelivery(parts, desk, ({ register }) =>
    sendPart(register, {
      ...{ ...keyOf(opened), deliveryId: parts.newId(), dispatchedAt: parts.now(), part },
      ...{ carrier: values.carrier || null, trackingReference: values.tracking || null },
    }),
  );
  if (outcome.kind === 'faults') {
    Object.assign(faults, ...outcome.faults.map((fault) => partFault(fault, opened, deliveries)));
    return refuse();
  }
  if (outcome.kind === 'unseen') return noSuchDelivery(context, desk);
  const address = orderAddress(desk, 'officeDeliveries', opened.order);
  return doneThen(context, parts, desk, address, {
    says: (texts) =>
      outcome.kind === 'sent'
        ? texts.deliveries.sent(outcome.deliveryNumber)
        : orders.notNow(texts.orders.statuses[outcome.status]),
    tone: outcome.kind === 'sent' ? 'success' : 'warning',
  });
}

interface PartWords {
  readonly faultMore: (most: number) => string;
  readonly faultCount: string;
  readonly faultNothing: string;
}

function partFault(fault: PartFault, { lines }: PackingOrder, words: PartWords): Faults {
  switch (fault.kind) {
    case 'nothing-chosen':
      return { [quantityField(lines.find(({ remaining }) => remaining > 0)?.lineNumber ?? 1)]: words.faultNothing };
    case 'more-than-remains':
      return { [quantityField(fault.lineNumber)]: words.faultMore(fault.remaining) };
    case 'no-such-line':
    case 'not-a-count':
      return { [quantityField(fault.lineNumber)]: words.faultCount };
    default:
      return fault satisfies never;
  }
}

async function receive(context: WebContext, parts: WebParts, desk: WorkingDesk, opened: PackingOrder, values: Values) {
  const { deliveries } = officeTextsIn(desk.frame.language);
  const one = opened.deliveries.find(({ delivery }) => delivery.delivery_id === values.delivery)?.delivery;
  const by = (['receipt', 'carrier'] as const).find((word) => word === values.saidBy);
  if (one === undefined || by === undefined || !isUuid(values.delivery)) {
    throw new HTTPException(400, { message: 'no such delivery' });
  }
  const today = todayOf(parts);
  const at = momentOf(readDay(values.receivedOn) ?? null, one.dispatched_at, parts);
  if (at === null) {
    const faults = { receivedOn: deliveries.faultDay };
    const receiving = { values, faults };
    const page = <PackingPage {...{ desk, opened, state: EMPTY_FORM, receiving, today: today.toString() }} />;
    return context.html(page, 422);
  }
  const outcome = await atDelivery(parts, desk, ({ register }) =>
    receiveDelivery(register, { ...keyOf(opened), deliveryId: one.delivery_id, at, by }, 'warehouse'),
  );
  if (outcome.kind === 'unseen') return noSuchDelivery(context, desk);
  return doneThen(context, parts, desk, orderAddress(desk, 'officeDeliveries', opened.order), {
    says: (texts) =>
      outcome.kind === 'received' ? texts.deliveries.received(one.delivery_number) : texts.deliveries.faultNotNow,
    tone: outcome.kind === 'received' ? 'success' : 'warning',
  });
}

/** The end of the day told, or now for today, so that it is never before the goods were sent. */
function momentOf(day: Temporal.PlainDate | null, dispatchedAt: Date, parts: WebParts): Date | null {
  if (day === null) return null;
  const { timeZone } = parts.policy.controller;
  const end = day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().epochMilliseconds - 1000;
  const at = new Date(Math.min(end, parts.now().getTime()));
  const future = Temporal.PlainDate.compare(day, todayOf(parts)) > 0;
  return future || at < dispatchedAt ? null : at;
}
