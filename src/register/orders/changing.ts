/** Changing an order before it is confirmed: where it goes, how much of each line, how it is paid. */
import type { RegisterSession } from '../tables.ts';
import { amountsOf } from './amounts.ts';
import { mayStep } from './order-state.ts';
import { type OrderKey, type OrderLine, readInvoiceAllowed, readOrderLines } from './reading.ts';
import { lockOrder, type StepOutcome } from './steps.ts';

export interface OrderChange {
  readonly deliverTo: {
    readonly name: string;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
  };
  readonly paymentTerms: 'prepaid' | 'invoice';
  readonly buyerReference: string | null;
  /** By line number; a line that is not named keeps what it has. At least one each: a line is not taken out. */
  readonly quantities: ReadonlyMap<number, number>;
}

/**
 * The prices stay those that the customer agreed to; the sums follow. `waits`: credit was given for the amount that stands,
 * so the order gets no larger.
 */
export function changeOrder(session: RegisterSession, key: OrderKey, change: OrderChange): Promise<StepOutcome> {
  return session.transaction(async (inner) => {
    const order = await lockOrder(inner, key);
    if (order === null) return { kind: 'unseen' };
    if (!mayStep(order.status, 'change', 'sales')) return { kind: 'not-now', status: order.status };
    const lines = await readOrderLines(inner, key);
    const quantityOf = (line: OrderLine): number => change.quantities.get(line.line_number) ?? line.quantity;
    const sums = sumsOf(lines, quantityOf);
    // What was decided was decided of that amount.
    const grows = totalOf(sums) > totalOf(sumsOf(lines, ({ quantity }) => quantity));
    if (grows && (await readInvoiceAllowed(inner, key)) !== null) return { kind: 'waits', status: order.status };
    for (const line of lines) {
      const quantity = quantityOf(line);
      if (quantity === line.quantity) continue;
      await inner.write(
        inner.query
          .updateTable('register.order_line')
          .set({ quantity })
          .where('customer_id', '=', key.customerId)
          .where('order_id', '=', key.orderId)
          .where('line_number', '=', line.line_number),
      );
    }
    const { deliverTo, paymentTerms, buyerReference } = change;
    await inner.write(
      inner.query
        .updateTable('register.sales_order')
        .set({
          ...{ deliver_to_name: deliverTo.name, deliver_to_street: deliverTo.street },
          ...{ deliver_to_postal_code: deliverTo.postalCode, deliver_to_city: deliverTo.city },
          ...{ payment_terms: paymentTerms, buyer_reference: buyerReference },
          ...{ net_ore: sums.netOre, vat_ore: sums.vatOre },
        })
        .where('customer_id', '=', key.customerId)
        .where('order_id', '=', key.orderId),
    );
    return { kind: 'done' };
  });
}

const sumsOf = (lines: readonly OrderLine[], quantityOf: (line: OrderLine) => number) =>
  amountsOf(
    lines.map((line) => ({
      quantity: quantityOf(line),
      ...{ unitPriceOre: Number(line.unit_price_ore), vatRate: line.vat_rate },
    })),
  );

const totalOf = ({ netOre, vatOre }: ReturnType<typeof amountsOf>): number => netOre + vatOre;
