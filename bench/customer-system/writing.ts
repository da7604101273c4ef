/** What the office writes: an order that is placed, and an invoice that is issued for one that was delivered. */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from '../../src/postgres/index.ts';
import { ask } from './office.ts';
import { expectPage, type OfficeScenario, type OrderKey } from './scenario.ts';

const ADDRESS = { deliverTo: 'Ola Eksempel', street: 'Eksempelveien 1', postalCode: '7010', city: 'Trondheim' };

export const order: OfficeScenario = {
  name: 'place an order',
  async kept({ office, numbers }, draw) {
    const customerNumber = String(numbers.first + draw.below(numbers.count));
    const fields = {
      ...ADDRESS,
      customerNumber,
      channel: 'phone',
      mentioned: 'yes',
      terms: 'prepaid',
      buyerReference: '',
    };
    const path = '/kontor/bestillinger/ny?purpose=ordering';
    await expectPage(ask(office, path, { ...fields, 'quantity-ES-100': '1' }), 303);
  },
  async bare({ bare, numbers }, draw) {
    const client = await bare.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ customer_id: string; price_ore: number; product_id: string }>({
        name: 'order customer',
        text: `select customer_id, product_id, price_ore from bare.customer, register.product
                where customer_number = $1 and sku = 'ES-100'`,
        values: [numbers.first + draw.below(numbers.count)],
      });
      const { customer_id: customer, product_id: product, price_ore: price } = rows[0] ?? {};
      const id = randomUUID();
      await client.query({
        name: 'order',
        text: `insert into bare.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
                 deliver_to_name, deliver_to_street, deliver_to_postal_code, deliver_to_city, net_ore, vat_ore)
               values ($1, $2, now(), 'phone', '1', 'placed', $3, $4, $5, $6, $7, $8) returning order_number`,
        values: [customer, id, ...Object.values(ADDRESS), price, Math.round((price ?? 0) / 4)],
      });
      await client.query({
        name: 'order line',
        text: `insert into bare.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
               values ($1, $2, 1, $3, 1, $4, 25)`,
        values: [customer, id, product, price],
      });
      await client.query('commit');
    } finally {
      client.release();
    }
  },
};

/** @throws Error when all are taken: a page that issues nothing is no figure. */
function next(waiting: OrderKey[]): OrderKey {
  const taken = waiting.pop();
  if (taken === undefined) throw new Error('no order waits for an invoice any more: fill the world anew');
  return taken;
}

export const issue: OfficeScenario = {
  name: 'issue an invoice',
  async kept({ office, waiting }) {
    const { customer, order: id } = next(waiting.kept);
    const fields = { chosen: `${customer}~${id}`, confirm: 'yes' };
    await expectPage(ask(office, '/kontor/fakturering/utsted?purpose=invoicing', fields), 303);
  },
  async bare({ bare, waiting }) {
    const { customer, order: id } = next(waiting.bare);
    const client = await bare.connect();
    try {
      await client.query('begin');
      const number = await takeNumber(client);
      for (const [at, text] of READ_FOR_INVOICE.entries()) {
        await client.query({ name: `invoice reads ${at}`, text, values: [customer, id] });
      }
      const invoice = randomUUID();
      await client.query({ name: 'invoice', text: INVOICE, values: [customer, id, invoice, number] });
      await client.query({ name: 'invoice line', text: INVOICE_LINE, values: [customer, id, invoice] });
      await client.query({ name: 'no longer waiting', text: INVOICED, values: [customer, id] });
      await client.query('commit');
    } finally {
      client.release();
    }
  },
};

async function takeNumber(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ number: number }>({
    name: 'invoice number',
    text: `update bare.invoice_series set next_number = next_number + 1 where series = 'invoice' returning next_number - 1 as number`,
  });
  return rows[0]?.number ?? 0;
}

const READ_FOR_INVOICE = [
  `select * from bare.sales_order where customer_id = $1 and order_id = $2 and status <> 'cancelled'`,
  'select * from bare.customer where customer_id = $1 and $2::uuid is not null',
  `select line.*, name_nb from bare.order_line as line join register.product using (product_id)
    where customer_id = $1 and order_id = $2`,
  'select * from bare.delivery where customer_id = $1 and order_id = $2',
  'select * from bare.invoice left join bare.invoice_line using (customer_id, invoice_id) where customer_id = $1 and order_id = $2',
];

const INVOICE = `
  insert into bare.invoice (customer_id, order_id, invoice_id, invoice_number, issued_on, due_on, delivered_on, buyer_name,
    payment_reference, net_ore, vat_ore)
  select customer_id, order_id, $3, $4::bigint, current_date, current_date + 14, current_date, deliver_to_name, $4::bigint::text, net_ore, vat_ore
    from bare.sales_order where customer_id = $1 and order_id = $2`;

const INVOICE_LINE = `
  insert into bare.invoice_line (customer_id, invoice_id, line_number, product_id, description, quantity, unit_price_ore,
    vat_rate, net_ore, about_order_line)
  select customer_id, $3, line_number, product_id, 'Arbeidssko', quantity, unit_price_ore, vat_rate,
    quantity * unit_price_ore, line_number
    from bare.order_line where customer_id = $1 and order_id = $2`;

const INVOICED = 'update bare.sales_order set to_invoice_since = null where customer_id = $1 and order_id = $2';
