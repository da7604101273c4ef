/**
 * A credit check from the question to the decision. The question is on record before anybody is asked; the bureau is
 * asked outside any transaction; its answer, the copy to the person and the sealed report are written together.
 */
import { Temporal } from 'temporal-polyfill';
import { dayOf, writeMail } from '../../../records/index.ts';
import {
  answerCreditCheck,
  type CreditCase,
  type CreditCheck,
  type CreditReason,
  type CreditRefusal,
  decideCreditCheck,
  openCreditCheck,
  REPORT_DAYS,
} from '../../../register/index.ts';
import { mailOf } from '../../mail.ts';
import type { WebParts } from '../../web-parts.ts';
import type { DeskWithPurpose } from '../only-purpose.ts';

export type Asked = 'answered' | 'busy' | 'refused' | 'unavailable' | 'not-set-up' | CreditRefusal;

/** Asks for a new check, or sends one again that got no answer. */
export async function askCredit(
  parts: WebParts,
  { staff, purpose }: DeskWithPurpose,
  credit: CreditCase,
  asking: { readonly reason: CreditReason } | { readonly again: CreditCheck },
): Promise<Asked> {
  const { outside, now, newId, policy } = parts;
  const bureau = outside.credit;
  if (bureau === null) return 'not-set-up';
  const checkId = 'again' in asking ? asking.again.checkId : newId();
  if ('reason' in asking) {
    const at = now();
    const day = Temporal.PlainDate.from(dayOf(at, policy));
    const refusal = await parts.asPrincipal(staff, purpose.name, ({ register }) =>
      openCreditCheck(register, credit, {
        ...{ checkId, reason: asking.reason, requestedBy: staff.id, requestedAt: at, provider: bureau.name },
        reportDeleteOn: day.add({ days: REPORT_DAYS }).toString(),
      }),
    );
    if (refusal !== null) return refusal;
  }
  const { kind, legalName: name, organisationNumber, street, postalCode, city } = credit.customer;
  const subject = { kind, name, organisationNumber, street, postalCode, city };
  const answer = await bureau.ask({ reference: checkId, subject });
  if (answer.kind !== 'answered') return answer.kind;
  await parts.asPrincipal(staff, purpose.name, ({ transaction }) =>
    transaction(async ({ register, records }) => {
      const check = { customerId: credit.customerId, checkId };
      const sealed = answer.report === null ? null : outside.reports.seal(check, answer.report);
      if (!(await answerCreditCheck(register, check, { word: answer.word, sealed, at: now() }))) return;
      const told = { ...numberAndContact(parts, credit), bureau: bureau.name, answer: answer.word };
      const { language } = credit.customer;
      await writeMail(records, mailOf(parts, language, 'credit-check-copy', told, addresseeOf(credit)));
    }),
  );
  return 'answered';
}

const addresseeOf = ({ customerId, customer }: CreditCase) => ({ personId: customerId, addressee: customer.email });

const numberAndContact = ({ policy }: WebParts, { orderNumber }: CreditCase) => ({
  ...{ orderNumber, contact: policy.controller.email },
});

/** @returns False when somebody else has decided in the meantime. */
export function decideCredit(
  parts: WebParts,
  { staff, purpose }: DeskWithPurpose,
  credit: CreditCase,
  check: CreditCheck,
  decision: { readonly outcome: 'invoice' | 'prepayment'; readonly note: string | null },
): Promise<boolean> {
  return parts.asPrincipal(staff, purpose.name, ({ transaction }) =>
    transaction(async ({ register, records }) => {
      const whole = { ...decision, decidedBy: staff.id, decidedAt: parts.now() };
      if (!(await decideCreditCheck(register, check, whole))) return false;
      const told = { ...numberAndContact(parts, credit), outcome: decision.outcome };
      const { language } = credit.customer;
      await writeMail(records, mailOf(parts, language, 'credit-decided', told, addresseeOf(credit)));
      return true;
    }),
  );
}
