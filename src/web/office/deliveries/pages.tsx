/** The addresses of delivery in the office: what is to go, one order, its delivery notes, sending many. */

import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import type { WebParts } from '../../web-parts.ts';
import { readListState } from '../list/state.ts';
import { ONE_ORDER, orderHere } from '../orders/order-links.tsx';
import { workingFor } from '../working-for.tsx';
import { DELIVERIES, DeliveriesPage, readDeliveryList } from './list.tsx';
import { showNote } from './note.ts';
import { sendMany } from './send-many.tsx';
import { showPacking, takePackingStep } from './steps.tsx';

const PURPOSES = ['delivery'];

export function addOfficeDeliveries(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeDeliveries, officeSendOrders } = ADDRESSES;
  app.get(officeDeliveries[language], (context) =>
    workingFor(context, parts, officeDeliveries, PURPOSES, async (desk) => {
      const state = await readListState(context, DELIVERIES);
      const found = await readDeliveryList(parts, desk, state);
      return context.html(<DeliveriesPage desk={desk} state={state} found={found} />);
    }),
  );
  app.post(officeSendOrders[language], (context) =>
    workingFor(context, parts, officeSendOrders, PURPOSES, (desk) => sendMany(context, parts, desk)),
  );
  const one = `${officeDeliveries[language]}/${ONE_ORDER}`;
  const here = (context: WebContext) => orderHere('officeDeliveries', rowOf(context));
  app.get(one, (context) =>
    workingFor(context, parts, here(context), PURPOSES, (desk) => showPacking(context, parts, desk, keyOf(context))),
  );
  app.post(one, (context) =>
    workingFor(context, parts, here(context), PURPOSES, (desk) =>
      takePackingStep(context, parts, desk, keyOf(context)),
    ),
  );
  app.get(`${one}/:note{${UUID}\\.pdf}`, (context) =>
    workingFor(context, parts, here(context), PURPOSES, (desk) => showNote(context, parts, desk, keyOf(context))),
  );
}

const rowOf = (context: WebContext) => ({
  customer_id: context.req.param('customer') ?? '',
  order_id: context.req.param('order') ?? '',
});

const keyOf = (context: WebContext) => {
  const { customer_id: customerId, order_id: orderId } = rowOf(context);
  return { customerId, orderId };
};
