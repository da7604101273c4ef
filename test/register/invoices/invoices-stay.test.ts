/** An invoice that is issued never changes, whoever tries: the owner of the database, or any purpose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueInvoice } from '../../../src/register/index.ts';
import { type InvoicingWorld, NOW, openInvoicingWorld } from '../../support/invoicing-world.ts';

let world: InvoicingWorld;
let customerId: string;
let invoiceId: string;

beforeAll(async () => {
  world = await openInvoicingWorld();
  customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  invoiceId = world.newId();
  await world.invoicing((session) =>
    session.transaction((inner) =>
      issueInvoice(inner, { customerId, orderId, invoiceId, at: NOW, timeZone: 'Europe/Oslo', billing: world.billing }),
    ),
  );
});
afterAll(() => world.close());

const owner = (sql: string): Promise<unknown> => world.database.pool.query(sql);

async function issued(): Promise<string> {
  const { rows } = await world.database.pool.query(
    `select to_jsonb(issued) as invoice, (select jsonb_agg(to_jsonb(line) order by line_number) from register.invoice_line as line
       where line.invoice_id = issued.invoice_id) as lines from register.invoice as issued where invoice_id = '${invoiceId}'`,
  );
  return JSON.stringify(rows);
}

/** What somebody might do to it. */
const CHANGES: readonly (readonly [what: string, sql: () => string])[] = [
  ...[
    ...['invoice_number = 99999', `issued_on = '2026-01-01'`, `due_on = '2027-01-01'`, `buyer_name = 'Noen andre'`],
    ...['buyer_address = null', `kind = 'credit-note'`, 'net_ore = 1', 'vat_ore = 0', `payment_reference = '18'`],
    ...[`currency = 'EUR'`, `delivered_on = '2026-01-01'`, `buyer_reference = 'x'`, 'bill_again = true'],
  ].map(
    (set) => [`update ${set}`, () => `update register.invoice set ${set} where invoice_id = '${invoiceId}'`] as const,
  ),
  ['delete', () => `delete from register.invoice where invoice_id = '${invoiceId}'`],
  ['truncate', () => 'truncate register.invoice cascade'],
  ['change a line', () => `update register.invoice_line set quantity = 1 where invoice_id = '${invoiceId}'`],
  ['delete a line', () => `delete from register.invoice_line where invoice_id = '${invoiceId}'`],
  ['empty the lines', () => 'truncate register.invoice_line'],
  [
    'add a line',
    () =>
      `insert into register.invoice_line (customer_id, invoice_id, line_number, description, quantity, unit_price_ore, vat_rate, net_ore)
       values ('${customerId}', '${invoiceId}', 9, 'Gebyr', 1, 0, 0, 0)`,
  ],
  ['set the series back', () => 'update register.invoice_series set next_number = next_number - 1'],
  ['delete the series', () => 'delete from register.invoice_series'],
];

describe('nobody changes it', () => {
  test.each(CHANGES)('the owner cannot: %s', async (_, sql) => {
    const before = await issued();
    await expect(owner(sql())).rejects.toMatchObject({ code: '23001' });
    expect(await issued()).toBe(before);
  });

  test('no purpose can', async () => {
    const { pool, rolePrefix } = world.database;
    const before = await issued();
    const purposes = Object.keys(world.policy.purposes);
    let refused = 0;
    for (const purpose of purposes) {
      for (const [, sql] of CHANGES) {
        const client = await pool.connect();
        try {
          await client.query('begin');
          await client.query(`set local role ${rolePrefix}_${purpose.replaceAll('-', '_')}`);
          // Rows that a purpose does not see are not changed, and that is no error.
          await client.query(sql()).catch(() => {
            refused += 1;
          });
          await client.query('commit');
        } finally {
          client.release();
        }
      }
    }
    expect(await issued()).toBe(before);
    expect(refused).toBeGreaterThan(purposes.length * (CHANGES.length - 4));
  });

  test('what is outstanding is counted, whatever is written there', async () => {
    await owner(`update register.invoice set outstanding_ore = 1 where invoice_id = '${invoiceId}'`);
    const { rows } = await world.database.pool.query(
      `select outstanding_ore from register.invoice where invoice_id = '${invoiceId}'`,
    );
    expect(rows).toEqual([{ outstanding_ore: 46_888 }]);
  });
});

describe('what may be done', () => {
  test('payments settle it, and one that is taken away opens it again', async () => {
    const outstanding = async () =>
      (
        await world.database.pool.query(
          `select outstanding_ore from register.invoice where invoice_id = '${invoiceId}'`,
        )
      ).rows[0]?.outstanding_ore;
    const payment = world.newId();
    await owner(
      `insert into register.payment (customer_id, payment_id, invoice_id, paid_on, amount_ore, method)
       values ('${customerId}', '${payment}', '${invoiceId}', '2026-11-24', 46888, 'bank')`,
    );
    expect(await outstanding()).toBe(0);
    await owner(`update register.payment set amount_ore = 50000 where payment_id = '${payment}'`);
    expect(await outstanding()).toBe(-3_112);
    await owner(`delete from register.payment where payment_id = '${payment}'`);
    expect(await outstanding()).toBe(46_888);
  });

  test('a row whose time is over, which permits nobody anything, can be deleted', async () => {
    await owner(`update register.invoice set permits = 0 where invoice_id = '${invoiceId}';
                 update register.invoice_line set permits = 0 where invoice_id = '${invoiceId}'`);
    await owner(`delete from register.invoice where invoice_id = '${invoiceId}'`);
    expect(await issued()).toBe('[]');
  });
});
