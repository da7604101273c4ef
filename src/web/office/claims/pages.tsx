/** The addresses of claims, what waits among them, and the way to a new one from a customer's page. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { atDeskFor, routeBelow } from '../messages/at-customer.ts';
import { showClaims } from './list.tsx';
import { receiveNewClaim, showNewClaim } from './new-claim.tsx';
import { receiveClaimStep, showClaim } from './receive-claim.tsx';

/** Claims are the work of one purpose; those of disputes read what they need with the dispute. */
const PURPOSES = ['claims'];

export function addClaims(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.officeClaims[language], (context) =>
    atDeskFor(context, parts, 'officeClaims', [], PURPOSES, (desk) => showClaims(context, parts, desk)),
  );
  const newOne = routeBelow('officeNewClaim', language, 'customer');
  const atNew = (work: typeof showNewClaim) => (context: WebContext) => {
    const id = context.req.param('customer') ?? '';
    return atDeskFor(context, parts, 'officeNewClaim', [id], PURPOSES, async (desk) => work(context, parts, desk, id));
  };
  app.get(newOne, atNew(showNewClaim));
  app.post(newOne, atNew(receiveNewClaim));
  const one = routeBelow('officeClaims', language, 'customer', 'claim');
  const at = (work: typeof showClaim) => (context: WebContext) => {
    const ids = { customer: context.req.param('customer') ?? '', claim: context.req.param('claim') ?? '' };
    return atDeskFor(context, parts, 'officeClaims', [ids.customer, ids.claim], PURPOSES, async (desk) =>
      work(context, parts, desk, ids),
    );
  };
  app.get(one, at(showClaim));
  app.post(one, at(receiveClaimStep));
}
