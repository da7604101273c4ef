/** The addresses of ordering on the web. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { clientOf, frameOf, typedIn, type WebEnvironment } from '../../http-request.ts';
import { tooOften } from '../../too-often.tsx';
import type { WebParts } from '../../web-parts.ts';
import { OrderPage } from './form.tsx';
import { receiveOrder } from './receive.tsx';
import { openShop } from './shop.ts';

export function addOrdering(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.order[language], async (context) => {
    const frame = frameOf(context, parts);
    const shop = await openShop(parts, frame);
    return context.html(<OrderPage frame={frame} shop={shop} state={{ values: {}, faults: {} }} />);
  });
  app.post(ADDRESSES.order[language], async (context) => {
    const typed = await typedIn(context);
    // Looking an order over writes nothing.
    const waiting = typed.step === 'order' ? tooOften(context, parts, { ordersByClient: clientOf(context) }) : null;
    if (waiting !== null) return waiting;
    const { page, status, headers } = await receiveOrder(parts, frameOf(context, parts), typed);
    return context.html(page, status, headers);
  });
}
