/**
 * The series of invoice numbers. The row is locked until the transaction that takes a number ends: whoever issues next
 * waits, and gets the number back when the first one fails. So there is neither hole nor double, at the price of issuing
 * one after the other.
 */
import type { RegisterSession } from '../tables.ts';

/** The first number of a company that has none. */
const FIRST = 10_001;
const SERIES = 'invoice';

/** @param session In the transaction that writes the document with the number. */
export async function takeInvoiceNumber(session: RegisterSession): Promise<number> {
  const taken = await next(session);
  if (taken !== null) return taken;
  await session.write(
    session.query
      .insertInto('register.invoice_series')
      .values({ series: SERIES, next_number: FIRST })
      .onConflict((conflict) => conflict.column('series').doNothing()),
  );
  const first = await next(session);
  if (first === null) throw new Error('the series of invoice numbers has no next number');
  return first;
}

async function next(session: RegisterSession): Promise<number | null> {
  const [row] = await session.write(
    session.query
      .updateTable('register.invoice_series')
      .set((column) => ({ next_number: column('next_number', '+', 1) }))
      .where('series', '=', SERIES)
      .returning('next_number'),
  );
  return row === undefined ? null : Number(row.next_number) - 1;
}
