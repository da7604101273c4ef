/** Sending all that remains of several orders at once, with what will go of each shown first. It cannot be undone. */

import { HTTPException } from 'hono/http-exception';
import type { FC } from 'hono/jsx';
import { mayStep, type OrderKey, openPackingOrder, type PackingOrder, sendPart } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { TextField } from '../form/fields.tsx';
import { BulkPreview, type Effect } from '../list/bulk-preview.tsx';
import { readChosen } from '../list/chosen.ts';
import { orderKeyOf } from '../orders/order-links.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { atDelivery } from './steps.tsx';

const LONGEST = 100;

export async function sendMany(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const { chosen, typed } = await readChosen(context, ['confirm', 'carrier']);
  const opened: { text: string; key: OrderKey; order: PackingOrder | null }[] = [];
  for (const text of chosen) {
    const key = orderKeyOf(text);
    if (key === null) throw new HTTPException(400, { message: 'an order is marked that no list has' });
    opened.push({ text, key, order: await atDelivery(parts, desk, ({ register }) => openPackingOrder(register, key)) });
  }
  const carrier = (typed.carrier ?? '').trim().slice(0, LONGEST) || null;
  const fault = forbiddenNumberFault(carrier ?? '', desk.frame.language);
  if (typed.confirm !== 'yes' || fault !== null) {
    const effects = opened.map(({ text, order }) => effectOn(desk, text, order));
    const state = { values: { carrier: carrier ?? '' }, faults: fault === null ? {} : { carrier: fault } };
    return context.html(<PreviewPage desk={desk} effects={effects} state={state} />, fault === null ? 200 : 422);
  }
  let sent = 0;
  for (const { key, order } of opened) {
    const part = restOf(order);
    if (part.length === 0) continue;
    const delivery = { ...key, deliveryId: parts.newId(), dispatchedAt: parts.now(), trackingReference: null };
    const outcome = await atDelivery(parts, desk, ({ register }) => sendPart(register, { ...delivery, carrier, part }));
    if (outcome.kind === 'sent') sent += 1;
  }
  return doneThen(context, parts, desk, deskAddress(desk, 'officeDeliveries'), {
    says: ({ deliveries }) => deliveries.bulkSent(sent),
    tone: sent === opened.length ? 'success' : 'warning',
  });
}

const restOf = (opened: PackingOrder | null) =>
  opened === null || !mayStep(opened.order.status, 'send', 'warehouse')
    ? []
    : opened.lines
        .filter(({ remaining }) => remaining > 0)
        .map(({ lineNumber, remaining: quantity }) => ({ lineNumber, quantity }));

function effectOn({ frame }: Desk, key: string, opened: PackingOrder | null): Effect {
  const { deliveries, orders } = officeTextsIn(frame.language);
  if (opened === null) return { key, row: orders.number, effect: orders.bulkUnseen, possible: false };
  const pieces = restOf(opened).reduce((sum, { quantity }) => sum + quantity, 0);
  const row = `${opened.order.order_number} · ${opened.order.deliver_to_name}`;
  const effect = pieces === 0 ? deliveries.bulkNothing : deliveries.bulkEffect(pieces);
  return { key, row, effect, possible: pieces > 0 };
}

const PreviewPage: FC<{ desk: Desk; effects: readonly Effect[]; state: FormState }> = ({ desk, effects, state }) => {
  const { deliveries } = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={deliveries.bulkTitle} page="officeDeliveries">
      <h1>{deliveries.bulkTitle}</h1>
      <BulkPreview
        desk={desk}
        effects={effects}
        action={deskAddress(desk, 'officeSendOrders')}
        confirm={deliveries.bulkSend(effects.filter(({ possible }) => possible).length)}
        cancel={deskAddress(desk, 'officeDeliveries')}
      >
        <TextField
          {...{ desk, state, name: 'carrier', label: deliveries.carrier, hint: deliveries.carrierHint }}
          longest={LONGEST}
        />
      </BulkPreview>
    </DeskPage>
  );
};
