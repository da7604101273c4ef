/** The addresses of credit checks: orders that wait, and one of them. For the purpose that assesses credit, and no other. */

import type { Hono } from 'hono';
import { forbiddenNumberIn } from '../../../enforcement/index.ts';
import type { Language, Purpose } from '../../../policy/index.ts';
import { isCreditReason, readCreditCase, readCreditChecks, readWaitingForCredit } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { withPurpose } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type DeskWithPurpose, onlyFor } from '../only-purpose.ts';
import { CreditCasePage, LONGEST_NOTE, type OpenedCase } from './case.tsx';
import { type Asked, askCredit, decideCredit } from './flow.ts';
import { CreditListPage } from './list.tsx';

const belongs = ({ name }: Purpose): boolean => name === 'credit-check';

export function addCreditPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeCredit } = ADDRESSES;
  app.get(officeCredit[language], (context) =>
    onlyFor(context, parts, officeCredit, belongs, async (desk) => {
      const waiting = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
        readWaitingForCredit(register),
      );
      return context.html(<CreditListPage desk={desk} waiting={waiting} setUp={parts.outside.credit !== null} />);
    }),
  );
  const path = `${officeCredit[language]}/:customer{${UUID}}/:order{${UUID}}` as const;
  const here = (context: WebContext) => {
    const rest = `${context.req.param('customer')}/${context.req.param('order')}`;
    return { nb: `${officeCredit.nb}/${rest}`, en: `${officeCredit.en}/${rest}` };
  };
  app.get(path, (context) =>
    onlyFor(context, parts, here(context), belongs, (desk) =>
      withCase(context, parts, desk, async (opened) => showCase(context, desk, opened, EMPTY_FORM)),
    ),
  );
  app.post(path, (context) =>
    onlyFor(context, parts, here(context), belongs, (desk) =>
      withCase(context, parts, desk, (opened) => receive(context, parts, desk, opened)),
    ),
  );
}

const showCase = (context: WebContext, desk: DeskWithPurpose, opened: OpenedCase, state: FormState): Response =>
  // Rendered at once: nothing in the page waits.
  context.html(
    <CreditCasePage desk={desk} opened={opened} state={state} />,
    state === EMPTY_FORM ? 200 : 422,
  ) as Response;

async function withCase(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  work: (opened: OpenedCase) => Promise<Response>,
): Promise<Response> {
  const customerId = context.req.param('customer') ?? '';
  const orderId = context.req.param('order') ?? '';
  const [credit, checks] = await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => [
    await readCreditCase(register, customerId, orderId),
    await readCreditChecks(register, customerId, orderId),
  ]);
  const texts = officeTextsIn(desk.frame.language);
  if (credit === null) {
    return context.html(
      <DeskMessage frame={desk.frame} title={texts.creditNoCase} text={texts.creditNoCaseNext} />,
      404,
    );
  }
  const check = checks[0] ?? null;
  const { outside } = parts;
  const sealed = check?.reportSealed ?? null;
  const report = check === null || sealed === null ? null : outside.reports.open(check, sealed);
  return await work({ credit, check, report, setUp: outside.credit !== null });
}

async function receive(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  opened: OpenedCase,
): Promise<Response> {
  const { typed } = await readForm(context, ['act', 'reason', 'outcome', 'note'] as const);
  const texts = officeTextsIn(desk.frame.language);
  const values = { reason: typed.reason ?? '', outcome: typed.outcome ?? '', note: typed.note ?? '' };
  const fault = (name: string, text: string): Response =>
    showCase(context, desk, opened, { values, faults: { [name]: text } });
  if (typed.act === 'ask') {
    const reason = typed.reason ?? '';
    if (!isCreditReason(reason)) return fault('reason', texts.creditReasonMissing);
    return tell(context, parts, desk, await askCredit(parts, desk, opened.credit, { reason }));
  }
  const { check, credit } = opened;
  if (check === null) return fault('form', texts.creditRefusals.gone);
  if (typed.act === 'again') return tell(context, parts, desk, await askCredit(parts, desk, credit, { again: check }));
  const { outcome } = typed;
  if (outcome !== 'invoice' && outcome !== 'prepayment') return fault('outcome', texts.creditOutcomeMissing);
  if (check.answer === null) return fault('form', texts.creditRefusals.gone);
  const note = (typed.note ?? '').trim();
  if (note.length > LONGEST_NOTE) return fault('note', texts.creditNoteTooLong(LONGEST_NOTE));
  if (forbiddenNumberIn(note) !== null) return fault('note', texts.creditNoteForbidden);
  const decided = await decideCredit(parts, desk, credit, check, { outcome, note: note || null });
  return doneThen(context, parts, desk, backTo(desk), {
    says: (words) => (decided ? words.creditDecided[outcome] : words.creditRefusals['already-decided']),
    tone: decided ? 'success' : 'warning',
  });
}

const backTo = ({ here, frame, purpose }: DeskWithPurpose): string => withPurpose(here[frame.language], purpose.name);

const tell = (context: WebContext, parts: WebParts, desk: DeskWithPurpose, asked: Asked): Response =>
  doneThen(context, parts, desk, backTo(desk), {
    says: (texts) => (asked === 'answered' ? texts.creditAnswered : texts.creditRefusals[asked]),
    tone: asked === 'answered' ? 'success' : 'warning',
  });
