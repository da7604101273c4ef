/** The address of my add-on services, and ending one of them. */
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Language } from '../../../policy/index.ts';
import { endAddOn, readAddOnsOf } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { typedIn, type WebContext, type WebEnvironment } from '../../http-request.ts';
import { isUuid } from '../../ids.ts';
import type { WebParts } from '../../web-parts.ts';
import { doAsMe, type MyFrame, myAddress, onMyPage, withQuery } from '../my-frame.tsx';
import { MyAddOnsPage } from './page.tsx';

const TOLD = ['ended', 'already'] as const;

export function addMyAddOns(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const address = ADDRESSES.myAddOns[language];
  app.get(
    address,
    onMyPage(parts, (context, frame) => show(context, parts, frame)),
  );
  app.post(
    address,
    onMyPage(parts, (context, frame) => end(context, parts, frame)),
  );
}

async function show(context: WebContext, parts: WebParts, frame: MyFrame): Promise<Response> {
  const addOns = await doAsMe(parts, frame, ({ register }) => readAddOnsOf(register, frame.me.id));
  const told = TOLD.find((word) => word === context.req.query('told')) ?? null;
  return context.html(<MyAddOnsPage frame={frame} addOns={addOns} now={parts.now()} told={told} />);
}

async function end(context: WebContext, parts: WebParts, frame: MyFrame): Promise<Response> {
  const { end: addOnId, ...rest } = await typedIn(context);
  if (!isUuid(addOnId) || Object.keys(rest).length > 0) throw new HTTPException(400, { message: 'no such add-on' });
  const done = await doAsMe(parts, frame, ({ register }) =>
    endAddOn(register, { customerId: frame.me.id, addOnId, at: parts.now(), staff: null }),
  );
  return context.redirect(withQuery(myAddress(frame, 'myAddOns'), { told: done ? 'ended' : 'already' }), 303);
}
