/** The addresses of one's own orders: the list, one order, cancelling it, and saying that a delivery has come. */

import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Language } from '../../../policy/index.ts';
import { cancelOrder, type ReceiveOutcome, receiveDelivery, type StepOutcome } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { typedIn, type WebContext, type WebEnvironment } from '../../http-request.ts';
import { isUuid, UUID } from '../../ids.ts';
import type { WebParts } from '../../web-parts.ts';
import { type MyFrame, myAddress, onMyPage, withQuery } from '../my-frame.tsx';
import { MyOrdersPage } from './list.tsx';
import { MyOrderPage } from './order.tsx';
import { orderDoor, readMyOrder, readMyOrders } from './read.ts';
import { receiveWithdraw, showWithdraw } from './withdraw.tsx';
import { WITHDRAW } from './withdraw-page.tsx';

export function addMyOrders(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const list = ADDRESSES.myOrders[language];
  if (parts.policy.tables['register.sales_order'] === undefined) return;
  app.get(
    list,
    onMyPage(parts, async (context, frame) =>
      context.html(<MyOrdersPage frame={frame} orders={await readMyOrders(parts, frame)} />),
    ),
  );
  const one = `${list}/:order{${UUID}}`;
  app.get(
    one,
    onMyPage(parts, (context, frame) => showOrder(context, frame, parts)),
  );
  app.post(
    one,
    onMyPage(parts, (context, frame) => changeOrder(context, frame, parts)),
  );
  if (parts.policy.tables['register.claim'] === undefined) return;
  const withdraw = `${one}${WITHDRAW[language]}`;
  app.get(
    withdraw,
    onMyPage(parts, (context, frame) => showWithdraw(context, frame, parts)),
  );
  app.post(
    withdraw,
    onMyPage(parts, (context, frame) => receiveWithdraw(context, frame, parts)),
  );
}

const TOLD = ['cancelled', 'received', 'too-late', 'withdrawn', 'no-withdrawal'] as const;

async function showOrder(context: WebContext, frame: MyFrame, parts: WebParts): Promise<Response> {
  const mine = await readMyOrder(parts, frame, context.req.param('order') ?? '');
  if (mine === null) return await context.notFound();
  const told = TOLD.find((word) => word === context.req.query('told')) ?? null;
  return context.html(<MyOrderPage frame={frame} mine={mine} now={parts.now()} told={told} />);
}

async function changeOrder(context: WebContext, frame: MyFrame, parts: WebParts): Promise<Response> {
  const orderId = context.req.param('order') ?? '';
  const { do: what, delivery, ...rest } = await typedIn(context);
  const known = what === 'cancel' || (what === 'receive' && isUuid(delivery));
  if (!known || Object.keys(rest).length > 0) throw new HTTPException(400, { message: 'no such step' });
  // A contact person takes steps with what they ordered, and with nothing else of the company.
  if ((await readMyOrder(parts, frame, orderId)) === null) return await context.notFound();
  const { customerId, open } = await orderDoor(parts, frame);
  const key = { customerId, orderId };
  const at = parts.now();
  const outcome = await open(
    ({ register }): Promise<StepOutcome | ReceiveOutcome> =>
      what === 'cancel'
        ? cancelOrder(register, key, { actor: 'customer', reason: null, at })
        : receiveDelivery(register, { ...key, deliveryId: delivery ?? '', at, by: 'receipt' }, 'customer'),
  );
  if (outcome.kind === 'unseen') return await context.notFound();
  const told = outcome.kind === 'done' ? 'cancelled' : outcome.kind === 'received' ? 'received' : 'too-late';
  return context.redirect(withQuery(myAddress(frame, 'myOrders', frame.language, `/${orderId}`), { told }), 303);
}
