/** The addresses of orders in the office: the list, one order and its steps, changing it, taking one, confirming many. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { ORDERING } from '../../public/ordering/shop.ts';
import type { WebParts } from '../../web-parts.ts';
import { readListState } from '../list/state.ts';
import { workingFor } from '../working-for.tsx';
import { receiveChange, showChange } from './change.tsx';
import { confirmMany } from './confirm-many.tsx';
import { ORDERS, OrdersPage, readOrderList } from './list.tsx';
import { ONE_ORDER, orderHere } from './order-links.tsx';
import { showOrder, takeStep } from './steps.tsx';
import { receiveTakenOrder, showTakeOrder } from './take-order.tsx';

const PURPOSES = [ORDERING];
const CHANGE = { nb: '/endre', en: '/change' } as const;

export function addOfficeOrders(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeOrders, officeNewOrder, officeConfirmOrders } = ADDRESSES;
  app.get(officeOrders[language], (context) =>
    workingFor(context, parts, officeOrders, PURPOSES, async (desk) => {
      const state = await readListState(context, ORDERS);
      return context.html(<OrdersPage desk={desk} state={state} found={await readOrderList(parts, desk, state)} />);
    }),
  );
  app.get(officeNewOrder[language], (context) =>
    workingFor(context, parts, officeNewOrder, PURPOSES, (desk) => showTakeOrder(context, parts, desk)),
  );
  app.post(officeNewOrder[language], (context) =>
    workingFor(context, parts, officeNewOrder, PURPOSES, (desk) => receiveTakenOrder(context, parts, desk)),
  );
  app.post(officeConfirmOrders[language], (context) =>
    workingFor(context, parts, officeConfirmOrders, PURPOSES, (desk) => confirmMany(context, parts, desk)),
  );
  const one = `${officeOrders[language]}/${ONE_ORDER}`;
  app.get(one, (context) =>
    workingFor(context, parts, orderHere('officeOrders', rowOf(context)), PURPOSES, (desk) =>
      showOrder(context, parts, desk, keyOf(context)),
    ),
  );
  app.post(one, (context) =>
    workingFor(context, parts, orderHere('officeOrders', rowOf(context)), PURPOSES, (desk) =>
      takeStep(context, parts, desk, keyOf(context)),
    ),
  );
  const change = `${one}${CHANGE[language]}`;
  app.get(change, (context) =>
    workingFor(context, parts, orderHere('officeOrders', rowOf(context), CHANGE), PURPOSES, (desk) =>
      showChange(context, parts, desk, keyOf(context)),
    ),
  );
  app.post(change, (context) =>
    workingFor(context, parts, orderHere('officeOrders', rowOf(context), CHANGE), PURPOSES, (desk) =>
      receiveChange(context, parts, desk, keyOf(context)),
    ),
  );
}

const keyOf = (context: WebContext) => ({
  customerId: context.req.param('customer') ?? '',
  orderId: context.req.param('order') ?? '',
});
const rowOf = (context: WebContext) => ({
  customer_id: context.req.param('customer') ?? '',
  order_id: context.req.param('order') ?? '',
});
