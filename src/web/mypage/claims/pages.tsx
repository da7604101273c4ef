/** The addresses of my claims: all of them, a new one, and one with what was written about it. */

import type { Hono } from 'hono';
import { dayAt } from '../../../enforcement/index.ts';
import type { Language } from '../../../policy/index.ts';
import {
  LONGEST_MESSAGE,
  readBought,
  readClaim,
  readClaimLetters,
  readClaimsOf,
  writeClaimLetter,
} from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { typedIn, type WebContext, type WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { textsIn } from '../../texts/index.ts';
import { tooOften } from '../../too-often.tsx';
import type { WebParts } from '../../web-parts.ts';
import { readOwnCustomer } from '../messages/own-customer.ts';
import { readOwnText } from '../messages/read-own-text.ts';
import { doAsMe, type MyFrame, myAddress, onMyPage, withQuery } from '../my-frame.tsx';
import { MyClaimPage, type OneClaimProps } from './claim-page.tsx';
import { MyClaimsPage } from './list-page.tsx';
import { MyNewClaimPage } from './new-page.tsx';
import { receiveOwnClaim } from './receive-claim.ts';

const EMPTY: FormState = { values: {}, faults: {} };

export function addMyClaims(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const on = (draw: (context: WebContext, parts: WebParts, frame: MyFrame) => Promise<Response>) =>
    onMyPage(parts, (context, frame) => draw(context, parts, frame));
  app.get(ADDRESSES.myClaims[language], on(showList));
  app.get(ADDRESSES.myNewClaim[language], on(showNew));
  app.post(ADDRESSES.myNewClaim[language], on(receiveNew));
  const one = `${ADDRESSES.myClaims[language]}/:id{${UUID}}`;
  app.get(one, on(showOne));
  app.post(one, on(receiveWritten));
}

async function showList(context: WebContext, parts: WebParts, frame: MyFrame) {
  const claims = await doAsMe(parts, frame, async (sessions) => {
    const customer = await readOwnCustomer(sessions, frame);
    return customer === null ? null : await readClaimsOf(sessions.register, customer.customerId);
  });
  return context.html(<MyClaimsPage frame={frame} claims={claims} />);
}

const today = (parts: WebParts, { policy }: MyFrame): string => dayAt(parts.now(), policy.controller.timeZone);

async function showNew(context: WebContext, parts: WebParts, frame: MyFrame) {
  const bought = await doAsMe(parts, frame, ({ register }) =>
    readBought(register, frame.me.id, frame.policy.controller.timeZone),
  );
  return context.html(<MyNewClaimPage {...{ frame, bought, state: EMPTY, today: today(parts, frame) }} />);
}

async function receiveNew(context: WebContext, parts: WebParts, frame: MyFrame) {
  const waiting = tooOften(context, parts, { claimsByAccount: frame.me.id });
  if (waiting !== null) return waiting;
  const day = today(parts, frame);
  const received = await receiveOwnClaim(parts, frame, await typedIn(context), day);
  if (received === null) return context.redirect(myAddress(frame, 'myClaims'), 303);
  if ('state' in received) return context.html(<MyNewClaimPage {...{ frame, ...received, today: day }} />, 422);
  const address = myAddress(frame, 'myClaims', frame.language, `/${received.claimId}`);
  return context.redirect(withQuery(address, { done: 'claimed' }), 303);
}

async function openOwn(context: WebContext, parts: WebParts, frame: MyFrame) {
  const id = context.req.param('id') ?? '';
  return await doAsMe(parts, frame, async ({ register }) => {
    const claim = await readClaim(register, frame.me.id, id);
    if (claim === null) return null;
    return { claim, letters: await readClaimLetters(register, { customerId: frame.me.id, claimId: id }) };
  });
}

async function showOne(context: WebContext, parts: WebParts, frame: MyFrame) {
  const opened = await openOwn(context, parts, frame);
  if (opened === null) return context.notFound();
  const asked = context.req.query('done');
  const done: OneClaimProps['done'] = asked === 'claimed' || asked === 'written' ? asked : null;
  return context.html(<MyClaimPage {...{ frame, ...opened, state: EMPTY, done }} />);
}

async function receiveWritten(context: WebContext, parts: WebParts, frame: MyFrame) {
  const waiting = tooOften(context, parts, { messagesByAccount: frame.me.id });
  if (waiting !== null) return waiting;
  const opened = await openOwn(context, parts, frame);
  if (opened === null) return context.notFound();
  const typed = await typedIn(context);
  const { myMail } = textsIn(frame.language);
  const { text, fault } = readOwnText(typed.text, LONGEST_MESSAGE, frame.language, myMail.faultText);
  if (fault !== null) {
    const state = { values: typed, faults: { text: fault } };
    return context.html(<MyClaimPage {...{ frame, ...opened, state, done: null }} />, 422);
  }
  const { claim } = opened;
  await doAsMe(parts, frame, ({ register }) =>
    writeClaimLetter(register, {
      ...{ customerId: frame.me.id, claimId: claim.claim_id, entryId: parts.newId(), at: parts.now() },
      ...{ direction: 'in', channel: 'web', subjectLine: myMail.claim(claim.claim_number), body: text },
    }),
  );
  const address = myAddress(frame, 'myClaims', frame.language, `/${claim.claim_id}`);
  return context.redirect(withQuery(address, { done: 'written' }), 303);
}
