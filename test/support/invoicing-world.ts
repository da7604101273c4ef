/** A database with Easy Step's policy in force, a customer or more, and orders that were delivered. */
import { resolve } from 'node:path';
import { compileFolder } from '../../src/cli/compile-policy.ts';
import { applyPolicy, createEnforcement, type Enforcement, type Principal } from '../../src/enforcement/index.ts';
import type { Billing, Policy } from '../../src/policy/index.ts';
import type { RegisterSession, RegisterTables } from '../../src/register/index.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { fixedClock, seededIds } from './fixed.ts';

export const NOW = new Date('2026-11-23T12:00:00Z');

export interface InvoicingWorld {
  readonly database: TestDatabase;
  readonly policy: Policy;
  readonly billing: Billing;
  readonly enforcement: Enforcement<RegisterTables>;
  readonly newId: () => string;
  /** Does work as somebody of accounts, for invoicing. */
  invoicing<T>(work: (session: RegisterSession) => Promise<T>, staff?: Principal): Promise<T>;
  addCustomer(more?: Readonly<Record<string, string | boolean | null>>): Promise<string>;
  /** An order of two lines, 3 of 100.50 at 25 % and 2 of 40.00 at 15 %, delivered whole unless told otherwise. */
  addOrder(customerId: string, more?: { delivered?: readonly number[] | 'none' | 'whole' }): Promise<string>;
  /** Sends so many of each line. */
  deliver(customerId: string, orderId: string, quantities: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

const newId = seededIds('invoicing');
export const accountant: Principal = { kind: 'staff', id: newId(), roles: ['accounts'] };
export const otherAccountant: Principal = { kind: 'staff', id: newId(), roles: ['accounts'] };

const LINES = [
  { quantity: 3, price: 10_050, vat: 25 },
  { quantity: 2, price: 4_000, vat: 15 },
] as const;

export async function openInvoicingWorld(poolSize = 2): Promise<InvoicingWorld> {
  const { compiled, files } = compileFolder(resolve(import.meta.dirname, '../../policies/easy-step'));
  if (compiled === null) throw new Error('the policy of Easy Step has faults');
  const { policy, notices } = compiled;
  const { billing } = policy.controller;
  if (billing === null) throw new Error('Easy Step tells no account number');
  const database = await createTestDatabase();
  const { pool, settings, rolePrefix, secret } = database;
  const { now } = fixedClock(NOW.toISOString());
  const input = { policy, files, notices: Object.values(notices), prefix: rolePrefix, secret };
  await applyPolicy(pool, { ...input, now, appliedBy: 'test' });
  const products = await addProducts(database);
  const enforcement = createEnforcement<RegisterTables>({
    ...{ settings, policy, rolePrefix, secret, now, newId },
    poolSizes: { invoicing: poolSize },
  });
  const deliver = (customer: string, order: string, quantities: readonly number[]): Promise<void> =>
    addDelivery(database, customer, order, quantities);
  return {
    ...{ database, policy, billing, enforcement, newId, deliver },
    invoicing: (work, staff = accountant) => enforcement.asPurpose(staff, 'invoicing', work),
    addCustomer: (more = {}) => addCustomer(database, more),
    async addOrder(customerId, { delivered = 'whole' } = {}) {
      const orderId = await addOrder(database, customerId, products);
      if (delivered !== 'none') await deliver(customerId, orderId, delivered === 'whole' ? [3, 2] : delivered);
      return orderId;
    },
    async close() {
      await enforcement.close();
      await database.close();
    },
  };
}

async function addProducts({ pool }: TestDatabase): Promise<readonly string[]> {
  const ids = LINES.map(() => newId());
  for (const [at, id] of ids.entries()) {
    await pool.query(
      `insert into register.product (product_id, sku, kind, name_nb, name_en, description_nb, description_en, price_ore,
         vat_rate, durability) values ($1::uuid, $1::text, 'goods', $2, $3, '', '', $4, $5, 'normal')`,
      [id, ['Støvler', 'Brød'][at], ['Boots', 'Bread'][at], LINES[at]?.price, LINES[at]?.vat],
    );
  }
  return ids;
}

async function addCustomer(
  { pool }: TestDatabase,
  more: Readonly<Record<string, string | boolean | null>>,
): Promise<string> {
  const customerId = newId();
  const row = {
    ...{ customer_id: customerId, kind: 'private', legal_name: 'Åse Ávži', email: `${customerId}@example.no` },
    ...{ street_address: 'Diktveien 3', postal_code: '7030', city: 'Trondheim', preferred_language: 'nb' },
    ...{ registered_at: '2026-10-01T10:00:00Z', registered_through: 'web', notice_version: '2026-1' },
    ...more,
  };
  const columns = Object.keys(row);
  await pool.query(
    `insert into register.customer (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
  return customerId;
}

async function addOrder({ pool }: TestDatabase, customer: string, products: readonly string[]): Promise<string> {
  const orderId = newId();
  await pool.query(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
       deliver_to_name, deliver_to_street, deliver_to_postal_code, deliver_to_city, net_ore, vat_ore, buyer_reference)
     values ($1, $2, '2026-11-10T10:00:00Z', 'web', '2026-1', 'delivered', 'Åse Ávži', 'Hytteveien 1', '9730', 'Karasjok',
       38150, 8738, 'Ref 7')`,
    [customer, orderId],
  );
  for (const [at, product] of products.entries()) {
    const { quantity = 1, price = 0, vat = 0 } = LINES[at] ?? {};
    await pool.query('insert into register.order_line values ($1, $2, $3, $4, $5, $6, $7)', [
      ...[customer, orderId, at + 1, product, quantity, price, vat],
    ]);
  }
  return orderId;
}

async function addDelivery({ pool }: TestDatabase, customer: string, order: string, quantities: readonly number[]) {
  const id = newId();
  await pool.query(
    `insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at)
     values ($1, $2, $3, '2026-11-18T10:00:00Z', '2026-11-20T10:00:00Z')`,
    [customer, id, order],
  );
  for (const [at, quantity] of quantities.entries()) {
    if (quantity === 0) continue;
    await pool.query(
      `insert into register.delivery_line (customer_id, delivery_id, line_number, quantity) values ($1, $2, $3, $4)`,
      [customer, id, at + 1, quantity],
    );
  }
}
