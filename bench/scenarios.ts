/** What is measured: each statement built the same way for both sides and run with the same driver settings. */
import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Compilable, PurposeSession } from '../src/enforcement/index.ts';

interface CustomerTable {
  customer_id: string;
  customer_number: number;
  kind: string;
  legal_name: string;
  email: string;
  phone: string | null;
  city: string | null;
  registered_at: string;
  registered_through: string;
  notice_version: string;
}

interface MessageTable {
  customer_id: string;
  message_id: string;
  direction: string;
  channel: string;
  at: string;
  extends_relationship: boolean;
  subject_line: string;
  body: string;
}

/** The tables of both sides; a scenario is told which schema to use. */
export interface BenchTables {
  'register.customer': CustomerTable;
  'register.message': MessageTable;
  'bare.customer': CustomerTable;
  'bare.message': MessageTable;
}

export type Side = 'register' | 'bare';

export interface Scenario {
  readonly name: string;
  readonly purpose: string;
  readonly method: 'read' | 'write';
  build(query: Kysely<BenchTables>, side: Side, pick: Pick): Compilable<unknown>;
}

/** Chooses whom a statement is about, differently each time. */
export interface Pick {
  readonly customers: number;
  next(): number;
}

const keyOf = (n: number): string => {
  const hex = createHash('md5').update(`customer ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const SHOWN = ['customer_id', 'customer_number', 'legal_name', 'email', 'phone', 'city'] as const;

/** The table's first number, as the register gives it. */
const FIRST_NUMBER = 10_001;

const pointRead: Scenario = {
  name: 'point read',
  purpose: 'customer-administration',
  method: 'read',
  build: (query, side, pick) =>
    query.selectFrom(`${side}.customer`).select(SHOWN).where('customer_id', '=', keyOf(pick.next())),
};

const listOf50: Scenario = {
  name: 'list of 50',
  purpose: 'customer-administration',
  method: 'read',
  build: (query, side, pick) =>
    query
      .selectFrom(`${side}.customer`)
      .select(SHOWN)
      .where('customer_number', '>=', FIRST_NUMBER + Math.max(0, pick.next() - 50))
      .orderBy('customer_number')
      .limit(50),
};

const insert: Scenario = {
  name: 'insert',
  purpose: 'customer-communication',
  method: 'write',
  build: (query, side, pick) =>
    query.insertInto(`${side}.message`).values({
      ...{ customer_id: keyOf(pick.next()), message_id: randomUUID(), direction: 'in', channel: 'phone' },
      ...{ at: '2026-11-20T10:00:00Z', extends_relationship: true, subject_line: 'Spørsmål om levering' },
      body: 'Kunden spør når varene kommer, og vil ha svar på telefon i dag.',
    }),
};

const insertCustomer: Scenario = {
  name: 'insert customer',
  purpose: 'customer-administration',
  method: 'write',
  build: (query, side) => {
    const customer = randomUUID();
    return query.insertInto(`${side}.customer`).values({
      ...{ customer_id: customer, kind: 'private', legal_name: 'Ny Eksempel', email: `${customer}@example.no` },
      ...{ registered_at: '2026-11-20T10:00:00Z', registered_through: 'web', notice_version: '1' },
    } as CustomerTable);
  },
};

const update: Scenario = {
  name: 'update',
  purpose: 'customer-administration',
  method: 'write',
  build: (query, side, pick) =>
    query
      .updateTable(`${side}.customer`)
      .set({ phone: `+474${String(pick.next()).padStart(7, '0')}` })
      .where('customer_id', '=', keyOf(pick.next())),
};

export const SCENARIOS: readonly Scenario[] = [pointRead, listOf50, insert, update, insertCustomer];

/** Runs a scenario's statement in a session, as every handler of the product does. */
export function runIn(session: PurposeSession<BenchTables>, scenario: Scenario, pick: Pick): Promise<unknown> {
  return session[scenario.method](scenario.build(session.query, 'register', pick));
}
