/** The steps that sales take an order: confirm, take back, cancel with a reason. Each is told to the customer by mail. */
import { HTTPException } from 'hono/http-exception';
import { writeMail } from '../../../records/index.ts';
import {
  cancelOrder,
  confirmOrder,
  type OrderKey,
  openSalesOrder,
  type StepOutcome,
  takeBackConfirmation,
} from '../../../register/index.ts';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import type { WebContext } from '../../http-request.ts';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { newsMail, type OrderNews } from './mails.ts';
import { OfficeOrderPage } from './order.tsx';
import { orderAddress } from './order-links.tsx';

const LONGEST_REASON = 500;

export const atOrdering = <T,>(parts: WebParts, desk: WorkingDesk, work: (sessions: Sessions) => Promise<T>) =>
  parts.asPrincipal(desk.staff, desk.purpose.name, work);

export async function showOrder(context: WebContext, parts: WebParts, desk: WorkingDesk, key: OrderKey) {
  const opened = await atOrdering(parts, desk, ({ register }) => openSalesOrder(register, key));
  if (opened === null) return noSuchOrder(context, desk);
  return context.html(<OfficeOrderPage desk={desk} opened={opened} state={EMPTY_FORM} />);
}

export function noSuchOrder(context: WebContext, { frame }: WorkingDesk) {
  const { orders } = officeTextsIn(frame.language);
  return context.html(<DeskMessage frame={frame} title={orders.noSuch} text={orders.noSuchNext} />, 404);
}

/** Takes the step and tells the customer, or neither. */
export function stepAndTell(
  parts: WebParts,
  desk: WorkingDesk,
  key: OrderKey,
  news: OrderNews,
  step: (sessions: Sessions) => Promise<StepOutcome>,
): Promise<StepOutcome> {
  return atOrdering(parts, desk, (sessions) =>
    sessions.transaction(async (inner) => {
      const outcome = await step(inner);
      const opened = outcome.kind === 'done' ? await openSalesOrder(inner.register, key) : null;
      if (opened !== null) await writeMail(inner.records, newsMail(parts, opened, news));
      return outcome;
    }),
  );
}

const STEPS = ['confirm', 'take-back', 'cancel'] as const;

export async function takeStep(context: WebContext, parts: WebParts, desk: WorkingDesk, key: OrderKey) {
  const { typed } = await readForm(context, ['do', 'reason']);
  const step = STEPS.find((one) => one === typed.do);
  if (step === undefined) throw new HTTPException(400, { message: 'no such step' });
  const { orders } = officeTextsIn(desk.frame.language);
  const opened = await atOrdering(parts, desk, ({ register }) => openSalesOrder(register, key));
  if (opened === null) return noSuchOrder(context, desk);
  const reason = (typed.reason ?? '').trim();
  const fault = step === 'cancel' ? reasonFault(reason, desk) : null;
  if (fault !== null) {
    const state = { values: { reason }, faults: { reason: fault } };
    return context.html(<OfficeOrderPage desk={desk} opened={opened} state={state} />, 422);
  }
  const at = parts.now();
  const outcome =
    step === 'confirm'
      ? await stepAndTell(parts, desk, key, 'confirmed', ({ register }) => confirmOrder(register, key, at))
      : step === 'cancel'
        ? await stepAndTell(parts, desk, key, { cancelled: reason }, ({ register }) =>
            cancelOrder(register, key, { actor: 'sales', reason, at }),
          )
        : await atOrdering(parts, desk, ({ register }) => takeBackConfirmation(register, key));
  const address = orderAddress(desk, 'officeOrders', opened.order);
  const says = sayingOf(outcome, step, opened.order.order_number, orders.waitsForCredit);
  return doneThen(context, parts, desk, address, {
    ...{ says, tone: outcome.kind === 'done' ? 'success' : 'warning' },
    ...(step === 'confirm' && outcome.kind === 'done'
      ? { undo: { action: address, fields: { do: 'take-back' } } }
      : {}),
  });
}

function reasonFault(reason: string, { frame }: WorkingDesk): string | null {
  const { orders } = officeTextsIn(frame.language);
  if (reason === '') return orders.faultReason;
  return reason.length > LONGEST_REASON ? orders.faultTooLong : forbiddenNumberFault(reason, frame.language);
}

function sayingOf(outcome: StepOutcome, step: (typeof STEPS)[number], number: number, waits: string) {
  return ({ orders }: OfficeTexts): string => {
    if (outcome.kind === 'unseen') return orders.noSuch;
    if (outcome.kind === 'waits') return waits;
    if (outcome.kind === 'not-now') return orders.notNow(orders.statuses[outcome.status]);
    return { confirm: orders.confirmed, 'take-back': orders.takenBack, cancel: orders.cancelled }[step](number);
  };
}
