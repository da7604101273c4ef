/** Orders that wait for somebody to decide whether they are paid for later, and checks that wait for a decision. */
import type { RegisterSession } from '../tables.ts';

export interface OrderOnCredit {
  readonly customerId: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly placedAt: Date;
  readonly amountOre: number;
  readonly legalName: string;
  /** Null: nobody has asked the bureau. */
  readonly check: { readonly requestedAt: Date; readonly answered: boolean; readonly decided: boolean } | null;
}

/** Orders that a page shows at most. */
export const MOST_WAITING = 100;

/** Orders on invoice that have not been confirmed, oldest first. */
export async function readWaitingForCredit(session: RegisterSession): Promise<readonly OrderOnCredit[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.sales_order as ordered')
      .innerJoin('register.customer as buyer', 'buyer.customer_id', 'ordered.customer_id')
      .leftJoin('register.credit_check as checked', (join) =>
        join
          .onRef('checked.customer_id', '=', 'ordered.customer_id')
          .onRef('checked.order_id', '=', 'ordered.order_id'),
      )
      .select(['ordered.customer_id', 'ordered.order_id', 'ordered.order_number', 'ordered.placed_at'])
      .select(['ordered.net_ore', 'ordered.vat_ore', 'buyer.legal_name'])
      .select(['checked.requested_at', 'checked.answer', 'checked.outcome'])
      .where('ordered.payment_terms', '=', 'invoice')
      .where('ordered.status', '=', 'placed')
      .orderBy('ordered.placed_at')
      .orderBy('ordered.order_id')
      .limit(MOST_WAITING),
  );
  return rows.map((row) => ({
    ...{ customerId: row.customer_id, orderId: row.order_id, orderNumber: row.order_number },
    ...{ placedAt: row.placed_at, amountOre: row.net_ore + row.vat_ore, legalName: row.legal_name },
    check:
      row.requested_at === null
        ? null
        : { requestedAt: row.requested_at, answered: row.answer !== null, decided: row.outcome !== null },
  }));
}
