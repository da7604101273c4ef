/** A database with the trade policy in force, made-up customers, and purpose sessions on it. */
import {
  accessLogRole,
  applyPolicy,
  createEnforcement,
  type Enforcement,
  type Principal,
} from '../../src/enforcement/index.ts';
import { inputFor } from './apply.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { fixedClock, seededIds } from './fixed.ts';
import { tradePolicy } from './trade-policy.ts';

/** The columns that these tests name; not all that the tables have. */
export interface TestTables {
  'register.customer': {
    customer_id: string;
    kind: string;
    legal_name: string;
    email: string;
    phone: string | null;
    city: string | null;
    registered_at: Date | string;
    registered_through: string;
    notice_version: string;
  };
  'register.sales_order': {
    customer_id: string;
    order_id: string;
    placed_at: Date | string;
    placed_through: string;
    notice_version: string;
    status: string;
    deliver_to_name: string;
    net_ore: number;
    vat_ore: number;
  };
  'register.order_line': { customer_id: string; order_id: string; line_number: number; quantity: number };
  'register.message': {
    customer_id: string;
    message_id: string;
    direction: string;
    channel: string;
    at: Date | string;
    extends_relationship: boolean;
    subject_line: string;
    body: string;
  };
  'register.product': { product_id: string; sku: string; price_ore: number };
}

export interface LoggedAccess {
  readonly purpose: string;
  readonly action: string;
  readonly tables: string[];
  readonly categories: string[];
  readonly principal_kind: string;
  readonly principal_id: string;
  readonly data_subjects: string[];
}

export interface SessionWorld {
  readonly database: TestDatabase;
  readonly enforcement: Enforcement<TestTables>;
  /** Two customers: Åse and Bård. */
  readonly customers: readonly [string, string];
  /** What the log holds, oldest first. */
  log(): Promise<LoggedAccess[]>;
  close(): Promise<void>;
}

const id = seededIds('purpose sessions');
const SALES_ID = id();

export const seller: Principal = { kind: 'staff', id: SALES_ID, roles: ['sales'] };
export const supporter: Principal = { kind: 'staff', id: id(), roles: ['support'] };
export const person = (personId: string): Principal => ({ kind: 'data-subject', id: personId, roles: [] });

export async function createSessionWorld(): Promise<SessionWorld> {
  const database = await createTestDatabase();
  const { pool, settings, rolePrefix, secret } = database;
  await applyPolicy(pool, inputFor(database));
  await pool.query(`grant execute on function kept.access_log_partitions(integer) to ${accessLogRole(rolePrefix)}`);
  const customers = [
    await addCustomer(database, 'Åse Eksempel'),
    await addCustomer(database, 'Bård Eksempel'),
  ] as const;
  const { now } = fixedClock('2026-11-23T12:00:00Z');
  const enforcement = createEnforcement<TestTables>({
    ...{ settings, rolePrefix, secret, now, policy: tradePolicy().policy },
    poolSizes: { 'self-service': 2 },
  });
  return {
    database,
    enforcement,
    customers,
    log: () => readLog(database),
    close: async () => {
      await enforcement.close();
      await database.close();
    },
  };
}

async function addCustomer({ pool }: TestDatabase, name: string): Promise<string> {
  const customer = id();
  await pool.query(
    `insert into register.customer (customer_id, kind, legal_name, email, phone, registered_at, registered_through,
       notice_version) values ($1, 'private', $2, $3, '+4740000001', '2026-11-01', 'web', '1')`,
    [customer, name, `${customer}@example.no`],
  );
  return customer;
}

async function readLog({ pool }: TestDatabase): Promise<LoggedAccess[]> {
  const { rows } = await pool.query<LoggedAccess>(
    `select purpose, action, tables, categories, principal_kind, principal_id, data_subjects
       from kept.access_log join kept.access_shape using (shape_id) order by at, entry_id`,
  );
  return rows;
}
