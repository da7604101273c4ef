/** Withdrawing from an order on My page: the page that asks, and the confirmation, with its receipt by mail or not at all. */
import { HTTPException } from 'hono/http-exception';
import { dateInWords } from '../../../notice/index.ts';
import { writeMail } from '../../../records/index.ts';
import { type WithdrawOutcome, withdrawOrder } from '../../../register/index.ts';
import { typedIn, type WebContext } from '../../http-request.ts';
import { mailOf } from '../../mail.ts';
import { textsIn } from '../../texts/index.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { doAsMe, type MyFrame, myAddress, withQuery } from '../my-frame.tsx';
import { timeInWords } from '../value-in-words.ts';
import { readMyOrder } from './read.ts';
import { WithdrawPage } from './withdraw-page.tsx';

interface Buyer {
  readonly name: string;
  readonly email: string;
}

async function readBuyerOf({ register }: Pick<Sessions, 'register'>, { me }: MyFrame): Promise<Buyer | null> {
  const [row] = await register.read(
    register.query
      .selectFrom('register.customer')
      .select(['customer_id', 'legal_name', 'email'])
      .where('customer_id', '=', me.id),
  );
  return row === undefined ? null : { name: row.legal_name, email: row.email };
}

const orderOf = (context: WebContext): string => context.req.param('order') ?? '';
const backTo = (frame: MyFrame, orderId: string): string => myAddress(frame, 'myOrders', frame.language, `/${orderId}`);

export async function showWithdraw(context: WebContext, frame: MyFrame, parts: WebParts): Promise<Response> {
  const mine = await readMyOrder(parts, frame, orderOf(context));
  const buyer = mine === null ? null : await doAsMe(parts, frame, (sessions) => readBuyerOf(sessions, frame));
  if (mine === null || buyer === null) return await context.notFound();
  if (!mine.mayWithdraw) return context.redirect(withQuery(backTo(frame, orderOf(context)), { told: 'no-withdrawal' }));
  return context.html(<WithdrawPage frame={frame} mine={mine} {...buyer} />);
}

export async function receiveWithdraw(context: WebContext, frame: MyFrame, parts: WebParts): Promise<Response> {
  const { do: what, ...rest } = await typedIn(context);
  if (what !== 'withdraw' || Object.keys(rest).length > 0) throw new HTTPException(400, { message: 'no such step' });
  const orderId = orderOf(context);
  const outcome = await doAsMe(parts, frame, (sessions) =>
    sessions.transaction((inner) => withdrawAndTell(parts, frame, inner, orderId)),
  );
  if (outcome.kind === 'unseen') return await context.notFound();
  const told = outcome.kind === 'withdrawn' ? 'withdrawn' : 'no-withdrawal';
  return context.redirect(withQuery(backTo(frame, orderId), { told }), 303);
}

async function withdrawAndTell(
  parts: WebParts,
  frame: MyFrame,
  inner: Sessions,
  orderId: string,
): Promise<WithdrawOutcome> {
  const { language, policy, me } = frame;
  const { timeZone } = policy.controller;
  const buyer = await readBuyerOf(inner, frame);
  if (buyer === null) return { kind: 'unseen' };
  const at = parts.now();
  const { withdrawing } = textsIn(language);
  const asked = { customerId: me.id, orderId, claimId: parts.newId(), at, timeZone, statement: withdrawing.statement };
  const outcome = await withdrawOrder(inner.register, asked);
  if (outcome.kind !== 'withdrawn') return outcome;
  const data = {
    ...{ orderNumber: outcome.orderNumber, statement: withdrawing.statement, at: timeInWords(at, frame) },
    claim:
      outcome.claim === null
        ? null
        : { number: outcome.claim.claimNumber, answerDueOn: dateInWords(outcome.claim.answerDueOn, language) },
    myPage: new URL(myAddress(frame, 'myOrders'), parts.baseUrl).href,
  };
  const to = { personId: me.id, addressee: buyer.email };
  await writeMail(inner.records, mailOf(parts, language, 'withdrawal-received', data, to));
  return outcome;
}
