/** Claims read: those that wait, one with what it is about, and a customer's own. */
import type { ExpressionBuilder } from 'kysely';
import { type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { ClaimTable } from '../tables/cases.ts';
import type { RegisterSession, RegisterTables } from '../tables.ts';
import type { ClaimKind, ClaimStatus } from './model.ts';

/** A claim as it is read: its number is there. */
export type Claim = Omit<ClaimTable, 'claim_number' | 'kind'> & {
  readonly claim_number: number;
  readonly kind: ClaimKind;
};

const COLUMNS = [
  ...([
    'customer_id',
    'claim_id',
    'claim_number',
    'kind',
    'about_order_id',
    'about_line_number',
    'received_at',
  ] as const),
  ...(['received_through', 'discovered_on', 'description', 'wants', 'status', 'window_ends_on'] as const),
  ...(['answer_due_on', 'outcome', 'outcome_text', 'limitation_on', 'closed_at', 'handled_by'] as const),
] as const;

export interface ClaimRow {
  readonly customer_id: string;
  readonly claim_id: string;
  readonly claim_number: number;
  readonly kind: ClaimKind;
  readonly received_at: Date;
  readonly answer_due_on: string;
  readonly status: ClaimStatus;
  readonly legal_name: string;
}

export const CLAIM_ORDERS = {
  due: { table: 'register.claim', key: ['customer_id', 'claim_id'], sort: 'answer_due_on' },
  received: { table: 'register.claim', key: ['customer_id', 'claim_id'], sort: 'received_at', descending: true },
} as const;

/** @param asked `open` for all that are not closed, `letters` for those in which a letter waits; an empty text for all. */
export async function readClaims(
  session: RegisterSession,
  asked: { readonly status: 'open' | 'letters' | ClaimStatus | ''; readonly kind: ClaimKind | '' },
  order: (typeof CLAIM_ORDERS)[keyof typeof CLAIM_ORDERS],
  window: Window,
): Promise<ListPage<ClaimRow>> {
  let query = session.query
    .selectFrom('register.claim')
    .innerJoin('register.customer', 'register.customer.customer_id', 'register.claim.customer_id')
    .select(['register.claim.customer_id', 'register.claim.claim_id', 'claim_number', 'received_at', 'answer_due_on'])
    .select(['register.claim.kind', 'status', 'legal_name']);
  const { status, kind } = asked;
  if (kind !== '') query = query.where('register.claim.kind', '=', kind);
  if (status === 'open') query = query.where('status', '<>', 'closed');
  else if (status === 'letters') query = query.where((of) => of.exists(waitingIn(of)));
  else if (status !== '') query = query.where('status', '=', status);
  return pageFrom(await session.read(onPage(query, order, window)), order, window);
}

const waitingIn = (of: ExpressionBuilder<RegisterTables, 'register.claim'>) =>
  of
    .selectFrom('register.claim_entry')
    .select('register.claim_entry.customer_id')
    .whereRef('register.claim_entry.customer_id', '=', 'register.claim.customer_id')
    .whereRef('register.claim_entry.claim_id', '=', 'register.claim.claim_id')
    .where('register.claim_entry.direction', '=', 'in')
    .where('register.claim_entry.answered_at', 'is', null);

export async function readClaim(session: RegisterSession, customerId: string, claimId: string): Promise<Claim | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.claim')
      .select([...COLUMNS])
      .where('customer_id', '=', customerId)
      .where('claim_id', '=', claimId),
  );
  return row ?? null;
}

/** All claims of a customer, the newest first. */
export const readClaimsOf = (session: RegisterSession, customerId: string): Promise<readonly Claim[]> =>
  session.read(
    session.query
      .selectFrom('register.claim')
      .select([...COLUMNS])
      .where('customer_id', '=', customerId)
      .orderBy('received_at', 'desc')
      .limit(200),
  );

/** Selects of what presses, to be counted: answers overdue, and due before or on a day. */
export const claimsDue = ({ query }: RegisterSession, from: string | null, until: string) => {
  const open = query.selectFrom('register.claim').where('status', '<>', 'closed').where('answer_due_on', '<=', until);
  return (from === null ? open : open.where('answer_due_on', '>=', from)).select('claim_id');
};
