/** Credit checks as they are kept: asked for, answered, decided. The report lies sealed and goes when it is decided. */
import { EnforcementError } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import { CHECK_WINDOW_MINUTES, type CreditReason, type CreditRefusal, creditRefusal } from './rules.ts';

export interface CreditCase {
  readonly customerId: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly placedAt: Date;
  readonly status: string;
  readonly paymentTerms: 'prepaid' | 'invoice';
  /** VAT included. */
  readonly amountOre: number;
  readonly customer: {
    readonly kind: 'private' | 'company';
    readonly legalName: string;
    readonly organisationNumber: string | null;
    readonly email: string;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
    readonly language: 'nb' | 'en';
  };
}

export interface CreditCheck {
  readonly checkId: string;
  readonly customerId: string;
  readonly orderId: string;
  readonly amountOre: number;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly provider: string | null;
  readonly answer: 'sufficient' | 'insufficient' | 'no-data' | null;
  readonly reportSealed: string | null;
  readonly reportDeleteOn: string | null;
  readonly outcome: 'invoice' | 'prepayment' | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly copySentAt: Date | null;
}

/** The order with whom it concerns; null when the purpose sees none. */
export async function readCreditCase(
  session: RegisterSession,
  customerId: string,
  orderId: string,
): Promise<CreditCase | null> {
  const [order] = await session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_id', 'order_number', 'placed_at', 'status', 'payment_terms', 'net_ore', 'vat_ore'])
      .where('customer_id', '=', customerId)
      .where('order_id', '=', orderId),
  );
  const [customer] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind', 'legal_name', 'organisation_number', 'email', 'preferred_language'])
      .select(['street_address', 'postal_code', 'city'])
      .where('customer_id', '=', customerId),
  );
  if (order === undefined || customer === undefined) return null;
  return {
    ...{ customerId, orderId, orderNumber: order.order_number, placedAt: order.placed_at, status: order.status },
    ...{ paymentTerms: order.payment_terms, amountOre: order.net_ore + order.vat_ore },
    customer: {
      kind: customer.kind,
      legalName: customer.legal_name,
      organisationNumber: customer.organisation_number,
      email: customer.email,
      street: customer.street_address,
      postalCode: customer.postal_code,
      city: customer.city,
      language: customer.preferred_language,
    },
  };
}

const CHECK_COLUMNS = [
  ...(['customer_id', 'credit_check_id', 'order_id', 'amount_ore', 'reason', 'requested_by', 'requested_at'] as const),
  ...(['provider', 'answer', 'report_sealed', 'report_delete_on', 'outcome', 'decided_at', 'decision_note'] as const),
  'copy_sent_at' as const,
] as const;

/** Of one order, newest first. */
export async function readCreditChecks(
  session: RegisterSession,
  customerId: string,
  orderId: string,
): Promise<readonly CreditCheck[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.credit_check')
      .select(CHECK_COLUMNS)
      .where('customer_id', '=', customerId)
      .where('order_id', '=', orderId)
      .orderBy('requested_at', 'desc')
      .limit(20),
  );
  return rows.map((row) => ({
    ...{ checkId: row.credit_check_id, customerId: row.customer_id, orderId: row.order_id, reason: row.reason },
    ...{ amountOre: row.amount_ore, requestedBy: row.requested_by, requestedAt: row.requested_at },
    ...{ provider: row.provider, answer: row.answer, reportSealed: row.report_sealed },
    ...{ reportDeleteOn: row.report_delete_on, outcome: row.outcome, decidedAt: row.decided_at },
    ...{ decisionNote: row.decision_note, copySentAt: row.copy_sent_at },
  }));
}

export interface NewCreditCheck {
  readonly checkId: string;
  readonly reason: CreditReason;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly provider: string;
  /** ISO 8601: no report of it is kept after this day. */
  readonly reportDeleteOn: string;
}

/** Puts the question on record before it is asked of anybody. @returns Why it may not be asked, or null. */
export async function openCreditCheck(
  session: RegisterSession,
  credit: CreditCase,
  check: NewCreditCheck,
): Promise<CreditRefusal | null> {
  const earlier = await readCreditChecks(session, credit.customerId, credit.orderId);
  const recent = await recentChecks(session, check.requestedBy, check.requestedAt);
  const refusal = creditRefusal(
    credit,
    earlier.map(({ outcome }) => ({ decided: outcome !== null })),
    recent,
  );
  if (refusal !== null) return refusal;
  try {
    await session.write(
      session.query.insertInto('register.credit_check').values({
        ...{ customer_id: credit.customerId, credit_check_id: check.checkId, order_id: credit.orderId },
        ...{ amount_ore: credit.amountOre, reason: check.reason, provider: check.provider },
        ...{ requested_by: check.requestedBy, requested_at: check.requestedAt },
        ...{ report_delete_on: check.reportDeleteOn },
      }),
    );
    return null;
  } catch (error) {
    // Two asked at once: the index on the order lets one of them.
    if (error instanceof EnforcementError && error.fault?.constraint === 'credit_check_once') return 'already-open';
    throw error;
  }
}

async function recentChecks(session: RegisterSession, staffId: string, at: Date): Promise<number> {
  const since = new Date(at.getTime() - CHECK_WINDOW_MINUTES * 60_000);
  const [row] = await session.count(
    session.query
      .selectFrom('register.credit_check')
      .select(({ fn }) => fn.countAll<string>().as('checks'))
      .where('requested_by', '=', staffId)
      .where('requested_at', '>', since),
  );
  return Number(row?.checks ?? 0);
}

/** What the bureau answered. A report is kept only while nobody has decided. */
export async function answerCreditCheck(
  session: RegisterSession,
  { customerId, checkId }: Pick<CreditCheck, 'customerId' | 'checkId'>,
  answer: { readonly word: NonNullable<CreditCheck['answer']>; readonly sealed: string | null; readonly at: Date },
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.credit_check')
      .set({ answer: answer.word, report_sealed: answer.sealed, copy_sent_at: answer.at })
      .where('customer_id', '=', customerId)
      .where('credit_check_id', '=', checkId)
      .where('answer', 'is', null)
      .where('outcome', 'is', null)
      .returning(['customer_id', 'credit_check_id']),
  );
  return rows.length > 0;
}

export interface CreditDecision {
  readonly outcome: 'invoice' | 'prepayment';
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly note: string | null;
}

/** A human being decides; the report goes in the same moment, and the order is paid for as it was decided. */
export function decideCreditCheck(
  session: RegisterSession,
  { customerId, checkId, orderId }: Pick<CreditCheck, 'customerId' | 'checkId' | 'orderId'>,
  { outcome, decidedBy, decidedAt, note }: CreditDecision,
): Promise<boolean> {
  return session.transaction(async (inner) => {
    const decided = await inner.write(
      inner.query
        .updateTable('register.credit_check')
        .set({ outcome, decided_by: decidedBy, decided_at: decidedAt, decision_note: note })
        .set({ report_sealed: null, report_delete_on: null })
        .where('customer_id', '=', customerId)
        .where('credit_check_id', '=', checkId)
        .where('outcome', 'is', null)
        .returning(['customer_id', 'credit_check_id']),
    );
    if (decided.length === 0) return false;
    if (outcome === 'prepayment') {
      await inner.write(
        inner.query
          .updateTable('register.sales_order')
          .set({ payment_terms: 'prepaid' })
          .where('customer_id', '=', customerId)
          .where('order_id', '=', orderId),
      );
    }
    return true;
  });
}
