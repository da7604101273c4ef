/**
 * What the company owes a customer, with four eyes: one member of staff asks for it, another approves it, and then it is
 * paid out from the bank. The account number is sealed, shown as its last four digits, and opened only for whoever pays.
 *
 *   asked for ──approve (another)──▶ approved ──pay out──▶ paid ──time over──▶ without account number
 *       └──────────refuse────────────────┴──▶ refused, without account number
 */
import type { Selectable } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { EnforcementError } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import { PAYOUT_COLUMNS } from '../invoices/columns.ts';
import type { InvoiceKey } from '../invoices/reading.ts';
import type { PayoutTable } from '../tables/sales.ts';
import type { RegisterSession } from '../tables.ts';
import type { AccountSeal } from './account-seal.ts';

export type Payout = Selectable<PayoutTable>;

export interface PayoutKey {
  readonly customerId: string;
  readonly payoutId: string;
}

export type PayoutState = 'asked-for' | 'approved' | 'paid' | 'refused';

export function payoutState(payout: Pick<Payout, 'approved_at' | 'paid_on' | 'refused_at'>): PayoutState {
  if (payout.refused_at !== null) return 'refused';
  if (payout.paid_on !== null) return 'paid';
  return payout.approved_at === null ? 'asked-for' : 'approved';
}

export interface NewPayout extends PayoutKey {
  readonly invoiceId: string | null;
  readonly amountOre: number;
  readonly reason: string;
  /** Eleven digits. */
  readonly accountNumber: string;
  readonly by: string;
  readonly at: Date;
}

/** Øre of an invoice that were paid too much and that nobody has asked to pay back yet. */
export async function owedBack(session: RegisterSession, { customerId, invoiceId }: InvoiceKey): Promise<number> {
  const [invoice] = await session.read(
    session.query
      .selectFrom('register.invoice')
      .select(['customer_id', 'outstanding_ore'])
      .where('customer_id', '=', customerId)
      .where('invoice_id', '=', invoiceId),
  );
  const payouts = await session.read(
    session.query
      .selectFrom('register.payout')
      .select(['customer_id', 'amount_ore'])
      .where('customer_id', '=', customerId)
      .where('about_invoice_id', '=', invoiceId)
      .where('refused_at', 'is', null),
  );
  return payouts.reduce((owed, { amount_ore: ore }) => owed - Number(ore), -Number(invoice?.outstanding_ore ?? 0));
}

/** A select of the invoices on which more was paid than anybody has asked to pay back, to be counted. */
export const owedOnes = ({ query }: RegisterSession) =>
  query
    .selectFrom('register.invoice as paid')
    .select('paid.invoice_id')
    .where('paid.outstanding_ore', '<', 0)
    .where((of) => {
      const asked = of
        .selectFrom('register.payout as asked')
        .select(({ fn, val }) => fn.coalesce(fn.sum<number>('asked.amount_ore'), val(0)).as('ore'))
        .whereRef('asked.customer_id', '=', 'paid.customer_id')
        .whereRef('asked.about_invoice_id', '=', 'paid.invoice_id')
        .where('asked.refused_at', 'is', null);
      return of(of('paid.outstanding_ore', '+', asked), '<', 0);
    });

/** Asks for all that is owed on an invoice. @returns False where nothing is, or it was asked for already. */
export async function askToPayBack(
  session: RegisterSession,
  seal: AccountSeal,
  asked: Omit<NewPayout, 'amountOre'> & InvoiceKey,
): Promise<boolean> {
  const amountOre = await owedBack(session, asked);
  if (amountOre <= 0) return false;
  try {
    await askForPayout(session, seal, { ...asked, amountOre });
    return true;
  } catch (error) {
    // Two asked at once: the index on the invoice lets one of them.
    if (error instanceof EnforcementError && error.fault?.constraint === 'payout_once') return false;
    throw error;
  }
}

export async function askForPayout(session: RegisterSession, seal: AccountSeal, asked: NewPayout): Promise<void> {
  const { customerId, payoutId, invoiceId, amountOre, reason, accountNumber, by, at } = asked;
  await session.write(
    session.query.insertInto('register.payout').values({
      ...{ customer_id: customerId, payout_id: payoutId, about_invoice_id: invoiceId, amount_ore: amountOre, reason },
      account_sealed: seal.seal({ customerId, payoutId }, accountNumber),
      account_last_four: accountNumber.slice(-4),
      ...{ requested_at: at, requested_by: by },
    }),
  );
}

/** `own`: whoever asked cannot approve. `not-now`: it is in another state, or not seen. */
export type PayoutOutcome = 'done' | 'own' | 'not-now';

export async function approvePayout(session: RegisterSession, key: PayoutKey, by: string, at: Date) {
  return await step(session, key, (payout): PayoutOutcome | Partial<Payout> => {
    if (payoutState(payout) !== 'asked-for') return 'not-now';
    return payout.requested_by === by ? 'own' : { approved_at: at, approved_by: by };
  });
}

/** @param paidOn `YYYY-MM-DD`. */
export const recordPaidOut = (session: RegisterSession, key: PayoutKey, paidOn: string): Promise<PayoutOutcome> =>
  step(session, key, (payout) => (payoutState(payout) === 'approved' ? { paid_on: paidOn } : 'not-now'));

/** The account number goes at once: nothing will be paid to it. */
export const refusePayout = (session: RegisterSession, key: PayoutKey, at: Date): Promise<PayoutOutcome> =>
  step(session, key, (payout) =>
    ['asked-for', 'approved'].includes(payoutState(payout))
      ? { refused_at: at, account_sealed: null, account_last_four: null }
      : 'not-now',
  );

async function step(
  session: RegisterSession,
  { customerId, payoutId }: PayoutKey,
  decide: (payout: Payout) => PayoutOutcome | Partial<Payout>,
): Promise<PayoutOutcome> {
  return await session.transaction(async (inner) => {
    const [payout] = await inner.read(
      inner.query
        .selectFrom('register.payout')
        .select(PAYOUT_COLUMNS)
        .where('customer_id', '=', customerId)
        .where('payout_id', '=', payoutId)
        .forUpdate(),
    );
    const change = payout === undefined ? 'not-now' : decide(payout);
    if (typeof change === 'string') return change;
    await inner.write(
      inner.query
        .updateTable('register.payout')
        .set(change)
        .where('customer_id', '=', customerId)
        .where('payout_id', '=', payoutId),
    );
    return 'done';
  });
}

/** The newest first; those that wait for somebody before those that are done. */
export const listPayouts = (session: RegisterSession, most: number): Promise<Payout[]> =>
  session.read(
    session.query
      .selectFrom('register.payout')
      .select(PAYOUT_COLUMNS)
      .orderBy('paid_on', (by) => by.desc().nullsFirst())
      .orderBy('requested_at', 'desc')
      .limit(most),
  );

/**
 * Takes away the account numbers of payouts whose time is over: paid out longer ago than the policy's rule says.
 * @returns How many.
 */
export async function forgetPaidAccounts(session: RegisterSession, policy: Policy, today: string): Promise<number> {
  const rule = policy.retention.find(({ keep }) =>
    keep.some(({ table, columns }) => table === 'register.payout' && columns.includes('account_sealed')),
  );
  if (rule === undefined) return 0;
  const before = Temporal.PlainDate.from(today).subtract(Temporal.Duration.from(rule.period)).toString();
  const gone = await session.write(
    session.query
      .updateTable('register.payout')
      .set({ account_sealed: null, account_last_four: null })
      .where('account_sealed', 'is not', null)
      .where('paid_on', '<', before)
      .returning(['customer_id', 'payout_id']),
  );
  return gone.length;
}
