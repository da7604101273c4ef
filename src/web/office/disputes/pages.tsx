/** The addresses of disputes: for the purpose `disputes` alone, which only those who work on legal matters have. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { atDeskFor, routeBelow } from '../messages/at-customer.ts';
import { showDisputes } from './list.tsx';
import { receiveNewDispute, showNewDispute } from './new-dispute.tsx';
import { receiveDispute, showDispute } from './receive-dispute.tsx';

const PURPOSES = ['disputes'];

export function addDisputes(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  for (const page of ['officeDisputes', 'officeAllDisputes'] as const) {
    app.get(ADDRESSES[page][language], (context) =>
      atDeskFor(context, parts, page, [], PURPOSES, (desk) =>
        showDisputes(context, parts, desk, page === 'officeDisputes'),
      ),
    );
  }
  const newOne = routeBelow('officeNewDispute', language, 'customer');
  const atNew = (work: typeof showNewDispute) => (context: WebContext) => {
    const id = context.req.param('customer') ?? '';
    return atDeskFor(context, parts, 'officeNewDispute', [id], PURPOSES, async (desk) =>
      work(context, parts, desk, id),
    );
  };
  app.get(newOne, atNew(showNewDispute));
  app.post(newOne, atNew(receiveNewDispute));
  const one = routeBelow('officeDisputes', language, 'customer', 'dispute');
  const at = (work: typeof showDispute) => (context: WebContext) => {
    const ids = { customer: context.req.param('customer') ?? '', dispute: context.req.param('dispute') ?? '' };
    return atDeskFor(context, parts, 'officeDisputes', [ids.customer, ids.dispute], PURPOSES, async (desk) =>
      work(context, parts, desk, ids),
    );
  };
  app.get(one, at(showDispute));
  app.post(one, at(receiveDispute));
}
