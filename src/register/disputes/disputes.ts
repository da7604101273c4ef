/**
 * Disputes: what happens when we and a customer do not agree. Only those who work on legal matters reach them; what is
 * written to and fro is kept with the case and not among messages, so that no other purpose sees it.
 */
import { type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { DisputeEntryTable, DisputeTable } from '../tables/cases.ts';
import type { RegisterSession } from '../tables.ts';

export type Dispute = Omit<DisputeTable, 'dispute_number'> & { readonly dispute_number: number };
export type DisputeEntry = DisputeEntryTable;

export const DISPUTE_ENDS = ['settled', 'decided', 'dropped'] as const;
export type DisputeEnd = (typeof DISPUTE_ENDS)[number];

export const LONGEST_MATTER = 4_000;
export const LONGEST_ENTRY = 10_000;
/** Days within which an open dispute is looked at again. */
export const REVIEW_DAYS = 180;

const COLUMNS = [
  ...(['customer_id', 'dispute_id', 'dispute_number', 'about_claim_id', 'about_invoice_id', 'opened_at'] as const),
  ...(['opened_by', 'matter', 'our_position', 'limitation_on', 'review_on', 'status', 'outcome_text'] as const),
  'closed_at',
] as const;

export interface NewDispute {
  readonly customerId: string;
  readonly disputeId: string;
  readonly claimId: string | null;
  readonly invoiceId: string | null;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly matter: string;
  readonly ourPosition: string | null;
  /** `YYYY-MM-DD`. */
  readonly limitationOn: string;
  readonly reviewOn: string;
}

export async function openDispute(session: RegisterSession, dispute: NewDispute): Promise<number> {
  const rows = await session.write(
    session.query
      .insertInto('register.dispute')
      .values({
        ...{ customer_id: dispute.customerId, dispute_id: dispute.disputeId, about_claim_id: dispute.claimId },
        ...{ about_invoice_id: dispute.invoiceId, opened_at: dispute.openedAt, opened_by: dispute.openedBy },
        ...{ matter: dispute.matter, our_position: dispute.ourPosition, limitation_on: dispute.limitationOn },
        ...{ review_on: dispute.reviewOn, status: 'open' },
      })
      .returning(['customer_id', 'dispute_number']),
  );
  const number = rows[0]?.dispute_number;
  if (number === undefined) throw new Error('the database wrote a dispute and gave no number back');
  return number;
}

export async function readDispute(
  session: RegisterSession,
  customerId: string,
  disputeId: string,
): Promise<{ readonly dispute: Dispute; readonly entries: readonly DisputeEntry[] } | null> {
  const [dispute] = await session.read(
    session.query
      .selectFrom('register.dispute')
      .select([...COLUMNS])
      .where('customer_id', '=', customerId)
      .where('dispute_id', '=', disputeId),
  );
  if (dispute === undefined) return null;
  const entries = await session.read(
    session.query
      .selectFrom('register.dispute_entry')
      .select(['customer_id', 'dispute_id', 'entry_id', 'at', 'direction', 'body', 'written_by'])
      .where('customer_id', '=', customerId)
      .where('dispute_id', '=', disputeId)
      .orderBy('at')
      .limit(500),
  );
  return { dispute, entries };
}

export interface DisputeRow {
  readonly customer_id: string;
  readonly dispute_id: string;
  readonly dispute_number: number;
  readonly opened_at: Date;
  readonly review_on: string;
  readonly limitation_on: string;
  readonly status: Dispute['status'];
  readonly legal_name: string;
}

export const DISPUTE_ORDER = {
  table: 'register.dispute',
  key: ['customer_id', 'dispute_id'],
  sort: 'review_on',
} as const;

export async function readDisputes(
  session: RegisterSession,
  open: boolean,
  window: Window,
): Promise<ListPage<DisputeRow>> {
  let query = session.query
    .selectFrom('register.dispute')
    .innerJoin('register.customer', 'register.customer.customer_id', 'register.dispute.customer_id')
    .select(['register.dispute.customer_id', 'register.dispute.dispute_id', 'dispute_number', 'opened_at'])
    .select(['review_on', 'limitation_on', 'status', 'legal_name']);
  if (open) query = query.where('status', '=', 'open');
  return pageFrom(await session.read(onPage(query, DISPUTE_ORDER, window)), DISPUTE_ORDER, window);
}

/** A select of open ones to look at again by a day, to be counted. */
export const disputesToReview = ({ query }: RegisterSession, by: string) =>
  query.selectFrom('register.dispute').where('status', '=', 'open').where('review_on', '<=', by).select('dispute_id');

export const writeDisputeEntry = async (session: RegisterSession, entry: DisputeEntry): Promise<void> => {
  await session.write(session.query.insertInto('register.dispute_entry').values({ ...entry }));
};

type Key = Pick<NewDispute, 'customerId' | 'disputeId'>;

/** @returns False when it is closed already, or not seen. */
export const closeDispute = (
  session: RegisterSession,
  key: Key,
  end: { readonly status: DisputeEnd; readonly text: string; readonly at: Date },
): Promise<boolean> => change(session, key, { status: end.status, outcome_text: end.text, closed_at: end.at });

export const postponeReview = (session: RegisterSession, key: Key, reviewOn: string): Promise<boolean> =>
  change(session, key, { review_on: reviewOn });

async function change(
  session: RegisterSession,
  { customerId, disputeId }: Key,
  to: Partial<Pick<Dispute, 'status' | 'outcome_text' | 'closed_at' | 'review_on'>>,
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.dispute')
      .set(to)
      .where('customer_id', '=', customerId)
      .where('dispute_id', '=', disputeId)
      .where('status', '=', 'open')
      .returning(['customer_id', 'dispute_id']),
  );
  return rows.length > 0;
}
