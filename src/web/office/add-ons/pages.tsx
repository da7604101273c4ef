/** The addresses of add-on services in the office: the list, one of them, and ending it at the customer's wish. */
import type { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import type { Language, Policy } from '../../../policy/index.ts';
import { dayOf } from '../../../records/index.ts';
import { type AddOn, endAddOn, readAddOn } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type ActingDesk, addressBelow, atDeskFor, routeBelow } from '../messages/at-customer.ts';
import { AddOnPage, ENDING, LONGEST_REASON } from './add-on.tsx';
import { ADD_ON_PURPOSES, showAddOns } from './list.tsx';

/** How far ahead an end can be set. */
const LONGEST_AHEAD = { years: 1 };

export function addAddOns(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  if (parts.policy.tables['register.add_on'] === undefined) return;
  app.get(ADDRESSES.officeAddOns[language], (context) =>
    atDeskFor(context, parts, 'officeAddOns', [], ADD_ON_PURPOSES, (desk) => showAddOns(context, parts, desk)),
  );
  const one = routeBelow('officeAddOns', language, 'customer', 'addOn');
  const at = (purposes: readonly string[], work: typeof show) => (context: WebContext) => {
    const ids = [context.req.param('customer') ?? '', context.req.param('addOn') ?? ''] as const;
    return atDeskFor(context, parts, 'officeAddOns', ids, purposes, async (desk) => {
      const [customerId, addOnId] = ids;
      const addOn = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
        readAddOn(register, customerId, addOnId),
      );
      return addOn === null ? notThere(context, desk) : await work(context, parts, desk, addOn);
    });
  };
  app.get(one, at(ADD_ON_PURPOSES, show));
  app.post(one, at([ENDING], receiveEnd));
}

function notThere(context: WebContext, desk: ActingDesk): Response | Promise<Response> {
  const { addOns } = officeTextsIn(desk.frame.language);
  const link = { href: deskAddress(desk, 'officeAddOns'), text: addOns.back };
  return context.html(<DeskMessage frame={desk.frame} title={addOns.gone} text={addOns.goneNext} link={link} />, 404);
}

async function show(context: WebContext, parts: WebParts, desk: ActingDesk, addOn: AddOn): Promise<Response> {
  return context.html(<AddOnPage desk={desk} addOn={addOn} state={EMPTY_FORM} now={parts.now()} />);
}

async function receiveEnd(context: WebContext, parts: WebParts, desk: ActingDesk, addOn: AddOn): Promise<Response> {
  const { typed } = await readForm(context, ['on', 'reason'] as const);
  const now = parts.now();
  const reason = (typed.reason ?? '').trim();
  const on = readDay(typed.on) ?? null;
  const faults = faultsOf(desk, addOn, on, reason, now);
  if (on === null || Object.keys(faults).length > 0) {
    const state: FormState = { values: { on: typed.on ?? '', reason: typed.reason ?? '' }, faults };
    return context.html(<AddOnPage desk={desk} addOn={addOn} state={state} now={now} />, 422);
  }
  const at = momentOn(on, addOn, parts.policy, now);
  const { customer_id: customerId, add_on_id: addOnId } = addOn;
  const done = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    endAddOn(register, { customerId, addOnId, at, staff: { id: desk.staff.id, reason } }),
  );
  return doneThen(context, parts, desk, addressBelow(desk, 'officeAddOns', customerId, addOnId), {
    says: ({ addOns }) => (done ? addOns.done : addOns.already),
    tone: done ? 'success' : 'warning',
  });
}

function faultsOf(desk: ActingDesk, addOn: AddOn, on: Temporal.PlainDate | null, reason: string, now: Date) {
  const { policy, language } = desk.frame;
  const { addOns } = officeTextsIn(language);
  const first = Temporal.PlainDate.from(dayOf(addOn.accepted_at, policy));
  const last = Temporal.PlainDate.from(dayOf(now, policy)).add(LONGEST_AHEAD);
  const within = on !== null && Temporal.PlainDate.compare(on, first) >= 0 && Temporal.PlainDate.compare(on, last) <= 0;
  const wrong =
    reason === ''
      ? addOns.faultReason
      : reason.length > LONGEST_REASON
        ? addOns.faultTooLong(LONGEST_REASON)
        : forbiddenNumberFault(reason, language);
  return { ...(within ? {} : { on: addOns.faultOn }), ...(wrong === null ? {} : { reason: wrong }) };
}

/** Today means now; another day begins where the company is, and never before the add-on itself did. */
function momentOn(on: Temporal.PlainDate, addOn: AddOn, policy: Policy, now: Date): Date {
  if (on.toString() === dayOf(now, policy)) return now;
  const begins = new Date(on.toZonedDateTime(policy.controller.timeZone).epochMilliseconds);
  return begins > addOn.accepted_at ? begins : addOn.accepted_at;
}
