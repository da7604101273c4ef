/** Add-on services read: a list of them, one with what was confirmed, and a customer's own. */
import { type ListOrder, type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { RegisterSession } from '../tables.ts';
import type { AddOnState } from './model.ts';

export interface AddOn {
  readonly customer_id: string;
  readonly add_on_id: string;
  readonly order_id: string;
  readonly order_number: number;
  readonly supplier_id: string;
  readonly supplier: string;
  readonly name_nb: string;
  readonly name_en: string;
  /** Names of fields, with commas between. */
  readonly shared_fields: string;
  readonly accepted_at: Date;
  readonly accepted_words_hash: string;
  readonly ended_at: Date | null;
  readonly end_reason: string | null;
  readonly ended_by: string | null;
  readonly legal_name: string;
}

const byTime = (descending: boolean): ListOrder => ({
  ...{ table: 'register.add_on', key: ['customer_id', 'add_on_id'], sort: 'accepted_at', descending },
});

export const ADD_ON_ORDERS = { newest: byTime(true), oldest: byTime(false) } as const;

const allOf = ({ query }: RegisterSession) =>
  query
    .selectFrom('register.add_on')
    .innerJoin('register.customer', 'register.customer.customer_id', 'register.add_on.customer_id')
    .innerJoin('register.sales_order', (join) =>
      join
        .onRef('register.sales_order.customer_id', '=', 'register.add_on.customer_id')
        .onRef('register.sales_order.order_id', '=', 'register.add_on.order_id'),
    )
    .innerJoin('register.product', 'register.product.product_id', 'register.add_on.product_id')
    .innerJoin('register.supplier', 'register.supplier.supplier_id', 'register.add_on.supplier_id')
    .select(['register.add_on.customer_id', 'register.add_on.add_on_id', 'register.add_on.order_id', 'order_number'])
    .select(['register.add_on.supplier_id', 'register.supplier.name as supplier', 'name_nb', 'name_en'])
    .select(['register.add_on.shared_fields', 'accepted_at', 'accepted_words_hash', 'register.add_on.ended_at'])
    .select(['end_reason', 'ended_by', 'legal_name']);

/** @param asked `state` and a supplier's id; each null for all. */
export async function readAddOns(
  session: RegisterSession,
  asked: { readonly state: AddOnState | null; readonly supplierId: string | null; readonly now: Date },
  order: ListOrder,
  window: Window,
): Promise<ListPage<AddOn>> {
  let query = allOf(session);
  if (asked.supplierId !== null) query = query.where('register.add_on.supplier_id', '=', asked.supplierId);
  if (asked.state === 'running') query = query.where('register.add_on.ended_at', 'is', null);
  if (asked.state === 'ending') query = query.where('register.add_on.ended_at', '>', asked.now);
  if (asked.state === 'ended') query = query.where('register.add_on.ended_at', '<=', asked.now);
  return pageFrom(await session.read(onPage(query, order, window)), order, window);
}

/** Null when there is none that the purpose sees. */
export async function readAddOn(session: RegisterSession, customerId: string, addOnId: string): Promise<AddOn | null> {
  const [row] = await session.read(
    allOf(session)
      .where('register.add_on.customer_id', '=', customerId)
      .where('register.add_on.add_on_id', '=', addOnId),
  );
  return row ?? null;
}

/** Add-ons of one customer at most. */
const MOST = 200;

/** The newest first. */
export const readAddOnsOf = (session: RegisterSession, customerId: string): Promise<readonly AddOn[]> =>
  session.read(
    allOf(session).where('register.add_on.customer_id', '=', customerId).orderBy('accepted_at', 'desc').limit(MOST),
  );
