/**
 * Sixteen issuers at once, with their connections killed in the middle of transactions and programs that fail between
 * the number and the commit: no number is missing, none is used twice, and nothing is invoiced twice.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueInvoice, NothingToInvoice } from '../../../src/register/index.ts';
import { type InvoicingWorld, NOW, openInvoicingWorld } from '../../support/invoicing-world.ts';

const ISSUERS = 16;
const ORDERS_EACH = 6;
/** Killed connections at least; the killer goes on until there are so many or everything is issued. */
const KILLS = 25;

let world: InvoicingWorld;
beforeAll(async () => {
  world = await openInvoicingWorld(ISSUERS);
});
afterAll(() => world.close());

interface Outcome {
  issued: number;
  failed: number;
  nothing: number;
}

/** Tries each order until it is invoiced, as whoever pressed the button again would. */
async function issueAll(orders: readonly (readonly [string, string])[], at: number, outcome: Outcome): Promise<void> {
  for (const [customerId, orderId] of orders) {
    for (let tries = 0; ; tries += 1) {
      if (tries === 200) throw new Error('an order could not be invoiced in two hundred tries');
      try {
        await world.invoicing((session) =>
          session.transaction(async (inner) => {
            const given = { customerId, orderId, at: NOW, timeZone: 'Europe/Oslo', billing: world.billing };
            await issueInvoice(inner, { ...given, invoiceId: world.newId() });
            // The program fails now and then after the number is taken and the rows are written.
            if ((tries + at) % 5 === 0) throw new Error('the program failed');
          }),
        );
        outcome.issued += 1;
      } catch (error) {
        // The commit went through and the connection broke before it was told: then nothing is left to invoice.
        if (!(error instanceof NothingToInvoice)) {
          outcome.failed += 1;
          continue;
        }
        outcome.nothing += 1;
      }
      break;
    }
  }
}

/** Ends a connection that is in the middle of a transaction, over and over. */
async function kill(done: () => boolean): Promise<number> {
  let killed = 0;
  const role = `${world.database.rolePrefix}_invoicing`;
  while (!done() && killed < KILLS) {
    const { rows } = await world.database.pool.query<{ ended: boolean }>(
      `select pg_terminate_backend(pid) as ended from (
         select pid from pg_stat_activity
          where datname = current_database() and usename = $1 and xact_start is not null order by random() limit 1) as one`,
      [role],
    );
    killed += rows.filter(({ ended }) => ended).length;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return killed;
}

test('sixteen issuers with crashes leave neither hole nor double', { timeout: 180_000 }, async () => {
  const all: (readonly [string, string])[] = [];
  for (let at = 0; at < ISSUERS; at += 1) {
    const customer = await world.addCustomer();
    for (let order = 0; order < ORDERS_EACH; order += 1) all.push([customer, await world.addOrder(customer)]);
  }
  const outcome: Outcome = { issued: 0, failed: 0, nothing: 0 };
  let done = false;
  const killing = kill(() => done);
  // Every order is tried by two issuers, so that they also race for the same one.
  const shares = Array.from({ length: ISSUERS }, (_, at) =>
    all.filter((_one, index) => index % ISSUERS === at || (index + 1) % ISSUERS === at),
  );
  await Promise.all(shares.map((share, at) => issueAll(share, at, outcome)));
  done = true;
  const killed = await killing;

  const { pool } = world.database;
  const { rows } = await pool.query<{ invoice_number: number; order_id: string }>(
    'select invoice_number, order_id from register.invoice order by invoice_number',
  );
  const numbers = rows.map((row) => Number(row.invoice_number));
  expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
  expect(rows).toHaveLength(all.length);
  expect(new Set(rows.map((row) => row.order_id)).size).toBe(all.length);
  const { rows: series } = await pool.query('select next_number from register.invoice_series');
  expect(series).toEqual([{ next_number: (numbers.at(-1) ?? 0) + 1 }]);
  const { rows: broken } = await pool.query(
    `select from register.invoice as issued where net_ore <> (select coalesce(sum(net_ore), 0) from register.invoice_line as line
      where line.invoice_id = issued.invoice_id)`,
  );
  expect(broken).toEqual([]);
  expect(killed).toBeGreaterThanOrEqual(10);
  expect(outcome.failed).toBeGreaterThan(ISSUERS);
});
