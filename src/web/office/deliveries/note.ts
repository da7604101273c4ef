/** The delivery note of one delivery as a file, in the language of the page. */
import { dayAt } from '../../../enforcement/index.ts';
import {
  type DeliveryNote,
  type DeliveryWithLines,
  deliveryNotePdf,
  type OrderKey,
  openPackingOrder,
  type PackingOrder,
  progressOf,
  sentIn,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import type { WorkingDesk } from '../working-for.tsx';
import { nameOf } from './order.tsx';
import { atDelivery, noSuchDelivery } from './steps.tsx';

export async function showNote(context: WebContext, parts: WebParts, desk: WorkingDesk, key: OrderKey) {
  const id = context.req.param('note')?.replace('.pdf', '');
  const opened = await atDelivery(parts, desk, ({ register }) => openPackingOrder(register, key));
  const at = opened?.deliveries.findIndex(({ delivery }) => delivery.delivery_id === id) ?? -1;
  const one = opened?.deliveries[at];
  if (opened === null || one === undefined) return noSuchDelivery(context, desk);
  const note = noteOf(opened, one, opened.deliveries.slice(0, at + 1), desk, parts.policy.controller.timeZone);
  const pdf = await deliveryNotePdf(note, parts.policy, desk.frame.language);
  context.header('Content-Type', 'application/pdf');
  context.header('Content-Disposition', `inline; filename="${note.number}.pdf"`);
  return context.body(new Uint8Array(pdf));
}

/** @param soFar This delivery and those before it. */
function noteOf(
  { order, lines }: PackingOrder,
  { delivery, lines: sent }: DeliveryWithLines,
  soFar: readonly DeliveryWithLines[],
  desk: WorkingDesk,
  timeZone: string,
): DeliveryNote {
  const progress = progressOf(lines, sentIn(soFar, lines));
  const inThis = (lineNumber: number, all: number): number =>
    sent.length === 0 ? all : (sent.find((line) => line.lineNumber === lineNumber)?.quantity ?? 0);
  const address = [
    order.deliver_to_street,
    `${order.deliver_to_postal_code ?? ''} ${order.deliver_to_city ?? ''}`.trim(),
  ];
  return {
    ...{ number: delivery.delivery_number, orderNumber: order.order_number, carrier: delivery.carrier },
    dispatchedOn: dayAt(delivery.dispatched_at, timeZone),
    trackingReference: delivery.tracking_reference,
    deliverTo: [order.deliver_to_name, ...address.filter((line) => line !== null && line !== '')].map(String),
    lines: lines
      .map((line, at) => ({
        ...{ sku: line.product?.sku ?? '', name: nameOf(line, desk), ordered: line.quantity },
        ...{ inThis: inThis(line.lineNumber, line.quantity), remaining: progress[at]?.remaining ?? 0 },
      }))
      .filter((line) => line.inThis > 0 || line.remaining > 0),
  };
}
