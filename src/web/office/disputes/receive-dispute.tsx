/** What is done with a dispute: a letter added, the next look put off, the case closed. */
import {
  closeDispute,
  DISPUTE_ENDS,
  LONGEST_ENTRY,
  LONGEST_MATTER,
  postponeReview,
  readDispute,
  writeDisputeEntry,
} from '../../../register/index.ts';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import type { Done } from '../flash/done.ts';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { nameOfCustomer } from '../messages/customer-name.ts';
import { doneWith, readText } from '../messages/read-text.ts';
import { DisputePage, type DisputeProps } from './dispute-page.tsx';

export interface DisputeIds {
  readonly customer: string;
  readonly dispute: string;
}

type Opened = Pick<DisputeProps, 'dispute' | 'entries' | 'customerName'>;

async function open(sessions: Sessions, ids: DisputeIds): Promise<Opened | null> {
  const found = await readDispute(sessions.register, ids.customer, ids.dispute);
  const customer = found === null ? null : await nameOfCustomer(sessions, ids.customer);
  return found === null || customer === null ? null : { ...found, customerName: customer.legal_name };
}

export async function showDispute(context: WebContext, parts: WebParts, desk: ActingDesk, ids: DisputeIds) {
  const opened = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) => open(sessions, ids));
  if (opened === null) return noSuch(context, desk);
  return context.html(<DisputePage desk={desk} {...opened} state={EMPTY_FORM} />);
}

function noSuch(context: WebContext, desk: ActingDesk) {
  const { cases } = officeTextsIn(desk.frame.language);
  const link = { href: deskAddress(desk, 'officeDisputes'), text: cases.backToDisputes };
  return context.html(
    <DeskMessage frame={desk.frame} title={cases.noSuchDispute} text={cases.noSuchNext} link={link} />,
    404,
  );
}

const FIELDS = ['do', 'direction', 'text', 'review', 'end', 'outcome'] as const;
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
type Outcome = { readonly done: Done } | { readonly faults: Readonly<Record<string, string>> };

export async function receiveDispute(context: WebContext, parts: WebParts, desk: ActingDesk, ids: DisputeIds) {
  const { typed } = await readForm(context, FIELDS);
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const opened = await open(sessions, ids);
    if (opened === null) return noSuch(context, desk);
    const outcome = await doWith(sessions, parts, desk, opened, typed);
    if ('faults' in outcome) {
      const state = { values: typed, faults: outcome.faults };
      return context.html(<DisputePage desk={desk} {...opened} state={state} />, 422);
    }
    const here = addressBelow(desk, 'officeDisputes', ids.customer, ids.dispute);
    return doneThen(context, parts, desk, here, outcome.done);
  });
}

const stepped = (done: boolean, says: Done['says']): Outcome => ({
  done: done ? { says } : { says: ({ cases }) => cases.already, tone: 'warning' },
});

async function doWith(
  { register }: Sessions,
  parts: WebParts,
  desk: ActingDesk,
  { dispute }: Opened,
  typed: Typed,
): Promise<Outcome> {
  const { language } = desk.frame;
  const { cases } = officeTextsIn(language);
  const key = { customerId: dispute.customer_id, disputeId: dispute.dispute_id };
  switch (typed.do) {
    case 'letter': {
      const { text, fault } = readText(typed.text, LONGEST_ENTRY, language);
      const { direction } = typed;
      if (fault !== null) return { faults: { text: fault } };
      if (direction !== 'in' && direction !== 'out') return { faults: { direction: cases.faultDirection } };
      await writeDisputeEntry(register, {
        ...{ customer_id: key.customerId, dispute_id: key.disputeId, entry_id: parts.newId(), at: parts.now() },
        ...{ direction, body: text, written_by: desk.staff.id },
      });
      return { done: doneWith((texts) => texts.cases.letterAdded, language, text) };
    }
    case 'postpone': {
      const day = readDay(typed.review)?.toString();
      if (day === undefined) return { faults: { review: cases.faultDate } };
      return stepped(await postponeReview(register, key, day), (texts) => texts.cases.postponed);
    }
    case 'end': {
      const status = DISPUTE_ENDS.find((one) => one === typed.end);
      const { text, fault } = readText(typed.outcome, LONGEST_MATTER, language);
      if (status === undefined) return { faults: { end: cases.faultOutcome } };
      if (fault !== null) return { faults: { outcome: fault } };
      return stepped(
        await closeDispute(register, key, { status, text, at: parts.now() }),
        (texts) => texts.cases.ended,
      );
    }
    default:
      return { faults: {} };
  }
}
