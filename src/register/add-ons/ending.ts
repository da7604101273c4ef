/**
 * An add-on service ends at the customer's wish: they do it themselves, or staff for them with the reason. The ledger
 * says that it was asked for; from the end on nothing more may be shared.
 */
import type { RegisterSession } from '../tables.ts';

export interface EndAddOn {
  readonly customerId: string;
  readonly addOnId: string;
  readonly at: Date;
  /** Null where the customer ends it themself. */
  readonly staff: { readonly id: string; readonly reason: string } | null;
}

/** @returns False when there is no such add-on, its end is set already, or it would end before it began. */
export function endAddOn(session: RegisterSession, { customerId, addOnId, at, staff }: EndAddOn): Promise<boolean> {
  return session.transaction(async (inner) => {
    const rows = await inner.write(
      inner.query
        .updateTable('register.add_on')
        .set({ ended_at: at, end_reason: staff?.reason ?? null, ended_by: staff?.id ?? null })
        .where('customer_id', '=', customerId)
        .where('add_on_id', '=', addOnId)
        .where('ended_at', 'is', null)
        .where('accepted_at', '<=', at)
        .returning(['customer_id', 'supplier_id']),
    );
    const [row] = rows;
    if (row === undefined) return false;
    await inner.append({
      ...{ kind: 'request', personId: customerId },
      body: { about: 'add-on-ended', add_on_id: addOnId, supplier_id: row.supplier_id, by: staff?.id ?? null },
    });
    return true;
  });
}
