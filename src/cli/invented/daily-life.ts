/**
 * What goes on in an invented company beside the orders of two years: work that waits today, cases, surveys, leads. The
 * same for the same clock. It is there so that a first start shows every page of the office with something on it.
 */
import { refreshRows } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import type { Known } from './given.ts';
import { insertRows } from './load.ts';
import { inventOutreach } from './outreach.ts';
import { idOf } from './rows.ts';
import { inventWork } from './work.ts';

/** @returns Whether anything was loaded; not when the register has a claim or a supplier already. */
export function loadInventedDailyLife(owner: Pool, policy: Policy, now: Date): Promise<boolean> {
  return inTransaction(owner, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kept invented customers', 0))`);
    const { rows } = await client.query('select from register.claim union all select from register.supplier limit 1');
    const customers = await inventedCustomers(client);
    if (rows.length > 0 || customers.length === 0) return false;
    await linesOfDeliveriesAndInvoices(client);
    const products = await client.query<{ product_id: string }>('select product_id from register.product order by sku');
    const noticeVersion = policy.controller.version.number;
    const given = { now, noticeVersion, customers, products: products.rows.map((row) => row.product_id) };
    for (const [table, each] of [...inventWork(given), ...inventOutreach(given)]) await insertRows(client, table, each);
    await client.query(
      `update register.message set answered_at = at + interval '5 hours'
        where direction = 'in' and at < $1::timestamptz - interval '6 days'`,
      [now],
    );
    await refreshRows(client, policy);
    return true;
  });
}

/** Only those that the first start loaded: their ids are made of their place in the list. */
async function inventedCustomers(client: PoolClient): Promise<readonly Known[]> {
  const ids = Array.from({ length: 200 }, (_, index) => idOf(`customer ${index}`));
  const { rows } = await client.query<Known>(
    `select customer_id, kind from register.customer where customer_id = any ($1) order by customer_number`,
    [ids],
  );
  return rows;
}

/** Deliveries went whole, and invoices say what the orders said. */
async function linesOfDeliveriesAndInvoices(client: PoolClient): Promise<void> {
  await client.query(
    `insert into register.delivery_line (customer_id, delivery_id, line_number, quantity)
     select del.customer_id, del.delivery_id, line.line_number, line.quantity
       from register.delivery as del join register.order_line as line using (customer_id, order_id)
     on conflict do nothing`,
  );
  await client.query(
    `insert into register.invoice_line (customer_id, invoice_id, line_number, product_id, description, quantity,
       unit_price_ore, vat_rate, net_ore, about_order_line)
     select inv.customer_id, inv.invoice_id, line.line_number, line.product_id,
            case cus.preferred_language when 'en' then product.name_en else product.name_nb end, line.quantity,
            line.unit_price_ore, line.vat_rate, line.quantity * line.unit_price_ore,
            line.line_number
       from register.invoice as inv join register.order_line as line using (customer_id, order_id)
       join register.customer as cus using (customer_id) join register.product as product using (product_id)
     on conflict do nothing`,
  );
}
