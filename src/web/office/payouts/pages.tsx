/** Payouts in the office: what waits for approval, what is approved and to be paid, what was paid or refused. */

import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { dayAt } from '../../../enforcement/index.ts';
import type { Language } from '../../../policy/index.ts';
import {
  approvePayout,
  listPayouts,
  type Payout,
  type PayoutOutcome,
  payoutState,
  recordPaidOut,
  refusePayout,
} from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { readForm } from '../form/read-form.ts';
import { atInvoicing, INVOICING } from '../invoices/links.tsx';
import { type WorkingDesk, workingFor } from '../working-for.tsx';
import { PayoutsPage } from './list.tsx';

/** Payouts shown at most. */
const MOST = 200;
const STEPS = ['approve', 'refuse', 'paid', 'show'] as const;
type Step = (typeof STEPS)[number];

const KEY = new RegExp(`^(${UUID})~(${UUID})$`);

export function addOfficePayouts(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officePayouts } = ADDRESSES;
  if (parts.policy.tables['register.payout'] === undefined) return;
  app.get(officePayouts[language], (context) =>
    workingFor(context, parts, officePayouts, [INVOICING], async (desk) =>
      context.html(<PayoutsPage desk={desk} payouts={await read(parts, desk)} shown={null} />),
    ),
  );
  app.post(officePayouts[language], (context) =>
    workingFor(context, parts, officePayouts, [INVOICING], (desk) => act(context, parts, desk)),
  );
}

const read = (parts: WebParts, desk: WorkingDesk): Promise<Payout[]> =>
  atInvoicing(parts, desk, ({ register }) => listPayouts(register, MOST));

async function act(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const { typed } = await readForm(context, ['do', 'payout']);
  const step = STEPS.find((one) => one === typed.do);
  const [, customerId, payoutId] = KEY.exec(typed.payout ?? '') ?? [];
  if (step === undefined || customerId === undefined || payoutId === undefined) {
    throw new HTTPException(400, { message: 'no such step' });
  }
  const key = { customerId, payoutId };
  if (step === 'show') return await show(context, parts, desk, payoutId);
  const outcome = await take(parts, desk, key, step);
  return doneThen(context, parts, desk, deskAddress(desk, 'officePayouts'), {
    says: ({ payouts }) => (outcome === 'done' ? payouts.done[step] : payouts.notDone),
    tone: outcome === 'done' ? 'success' : 'warning',
  });
}

function take(
  parts: WebParts,
  desk: WorkingDesk,
  key: { readonly customerId: string; readonly payoutId: string },
  step: Exclude<Step, 'show'>,
): Promise<PayoutOutcome> {
  const at = parts.now();
  return atInvoicing(parts, desk, ({ register }) => {
    if (step === 'approve') return approvePayout(register, key, desk.staff.id, at);
    if (step === 'refuse') return refusePayout(register, key, at);
    return recordPaidOut(register, key, dayAt(at, parts.policy.controller.timeZone));
  });
}

/** The whole number, for whoever types it into the bank: only of a payout that is approved. The look is logged. */
async function show(context: WebContext, parts: WebParts, desk: WorkingDesk, payoutId: string): Promise<Response> {
  const payouts = await read(parts, desk);
  const one = payouts.find((payout) => payout.payout_id === payoutId);
  const sealed = one !== undefined && payoutState(one) === 'approved' ? one.account_sealed : null;
  if (one === undefined || sealed === null) return await context.notFound();
  const accountNumber = parts.accountSeal.open({ customerId: one.customer_id, payoutId }, sealed);
  return context.html(<PayoutsPage desk={desk} payouts={payouts} shown={{ payoutId, accountNumber }} />);
}
