/** Confirming several orders at once: what will become of each is shown first, and afterwards it can be undone. */

import { HTTPException } from 'hono/http-exception';
import type { FC } from 'hono/jsx';
import {
  confirmOrder,
  type OrderKey,
  openSalesOrder,
  type SalesOrder,
  takeBackConfirmation,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { BulkPreview, type Effect } from '../list/bulk-preview.tsx';
import { readChosen } from '../list/chosen.ts';
import type { WorkingDesk } from '../working-for.tsx';
import { orderKeyOf } from './order-links.tsx';
import { atOrdering, stepAndTell } from './steps.tsx';

export async function confirmMany(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const { chosen, typed } = await readChosen(context, ['confirm', 'undo']);
  const keys = chosen.map((text) => ({ text, key: readKey(text) }));
  if (typed.undo === 'yes') return await undo(context, parts, desk, keys);
  if (typed.confirm === 'yes') return await confirmAll(context, parts, desk, keys);
  const opened = await atOrdering(parts, desk, async ({ register }) => {
    const found: { text: string; order: SalesOrder | null }[] = [];
    for (const { text, key } of keys) found.push({ text, order: await openSalesOrder(register, key) });
    return found;
  });
  const effects = opened.map(({ text, order }) => effectOn(desk, text, order));
  return context.html(<PreviewPage desk={desk} effects={effects} />);
}

type Keyed = readonly { readonly text: string; readonly key: OrderKey }[];

function readKey(text: string): OrderKey {
  const key = orderKeyOf(text);
  if (key === null) throw new HTTPException(400, { message: 'an order is marked that no list has' });
  return key;
}

function effectOn({ frame }: Desk, key: string, opened: SalesOrder | null): Effect {
  const { orders } = officeTextsIn(frame.language);
  if (opened === null) return { key, row: orders.number, effect: orders.bulkUnseen, possible: false };
  const { order, customer, waiting } = opened;
  const row = `${order.order_number} · ${customer.name}`;
  if (order.status !== 'placed') {
    return { key, row, effect: orders.bulkNotNow(orders.statuses[order.status]), possible: false };
  }
  if (waiting !== null) return { key, row, effect: orders.bulkWaits, possible: false };
  return { key, row, effect: orders.bulkEffect, possible: true };
}

const PreviewPage: FC<{ desk: Desk; effects: readonly Effect[] }> = ({ desk, effects }) => {
  const { orders } = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={orders.bulkTitle} page="officeOrders">
      <h1>{orders.bulkTitle}</h1>
      <BulkPreview
        desk={desk}
        effects={effects}
        action={deskAddress(desk, 'officeConfirmOrders')}
        confirm={orders.bulkConfirm(effects.filter(({ possible }) => possible).length)}
        cancel={deskAddress(desk, 'officeOrders')}
      />
    </DeskPage>
  );
};

/** Each by itself, so that one that cannot be confirmed any more holds up no other. */
async function confirmAll(context: WebContext, parts: WebParts, desk: WorkingDesk, keys: Keyed): Promise<Response> {
  const at = parts.now();
  const done: string[] = [];
  for (const { text, key } of keys) {
    const outcome = await stepAndTell(parts, desk, key, 'confirmed', ({ register }) => confirmOrder(register, key, at));
    if (outcome.kind === 'done') done.push(text);
  }
  return doneThen(context, parts, desk, deskAddress(desk, 'officeOrders'), {
    says: ({ orders }) => orders.bulkConfirmed(done.length),
    tone: done.length === keys.length ? 'success' : 'warning',
    ...(done.length === 0
      ? {}
      : { undo: { action: deskAddress(desk, 'officeConfirmOrders'), fields: { chosen: done, undo: 'yes' } } }),
  });
}

async function undo(context: WebContext, parts: WebParts, desk: WorkingDesk, keys: Keyed): Promise<Response> {
  let done = 0;
  for (const { key } of keys) {
    const outcome = await atOrdering(parts, desk, ({ register }) => takeBackConfirmation(register, key));
    if (outcome.kind === 'done') done += 1;
  }
  return doneThen(context, parts, desk, deskAddress(desk, 'officeOrders'), {
    says: ({ orders }) => orders.bulkTakenBack(done),
    tone: done === keys.length ? 'success' : 'warning',
  });
}
