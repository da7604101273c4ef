/**
 * How a customer stands with a purpose: whether work lies there, and whether anything has happened lately. Counted, so that
 * nobody is looked at by asking. What staff write down themselves (notes, calls, disputes, what was looked up) and what
 * the system concludes is nothing that happened: otherwise writing would open the way to looking.
 */
import { accessOfPurpose, type Policy } from '../../policy/index.ts';
import type { RegisterSession } from '../tables.ts';
import { anyTable } from './dossier.ts';
import { purposeView, type SeenTable, timeColumn } from './purpose-view.ts';

export interface Standing {
  /** Something is open (an order, a delivery, an invoice, a message, a claim, a dispute), or happened since `fresh`. */
  readonly work: boolean;
  /** Something happened since `lately`. */
  readonly lately: boolean;
}

/** What makes a row an open one, by table: each an equality or an emptiness, all of which hold. */
type Condition = readonly [column: string, is: 'null' | 'positive' | readonly string[]];

const OPEN: Readonly<Record<string, readonly Condition[]>> = {
  'register.sales_order': [['status', ['placed', 'confirmed', 'part-delivered']]],
  'register.delivery': [['completed_at', 'null']],
  'register.invoice': [['outstanding_ore', 'positive']],
  'register.payout': [
    ['paid_on', 'null'],
    ['refused_at', 'null'],
  ],
  'register.credit_check': [['decided_at', 'null']],
  'register.message': [
    ['direction', ['in']],
    ['answered_at', 'null'],
  ],
  'register.claim': [['status', ['received', 'under-review']]],
  'register.claim_entry': [
    ['direction', ['in']],
    ['answered_at', 'null'],
  ],
  'register.dispute': [['status', ['open']]],
};

/** Tables whose rows staff or the system write about somebody. */
const WRITTEN_BY_US: readonly string[] = [
  ...['register.note', 'register.dispute', 'register.dispute_entry', 'register.contact_person', 'register.supplement'],
  ...['register.preference', 'register.purchase_pattern', 'register.campaign_recipient', 'register.survey_invitation'],
];

/** Of these, what the customer wrote: neither our answers nor what staff wrote down of a call. */
const THEIR_WORDS: readonly Condition[] = [
  ['direction', ['in']],
  ['channel', ['mail', 'web']],
];
const HAPPENED: Readonly<Record<string, readonly Condition[]>> = {
  'register.message': THEIR_WORDS,
  'register.claim_entry': THEIR_WORDS,
};

/** @returns Null where the purpose sees no such customer. */
export async function standingOf(
  session: RegisterSession,
  policy: Policy,
  customerId: string,
  since: { readonly fresh: Date; readonly lately: Date },
): Promise<Standing | null> {
  if (!(await seesCustomer(session, policy, customerId))) return null;
  const tables = tablesOf(session, policy);
  const happened = tables.flatMap(({ seen, reads }) => {
    const time = timeColumn(seen);
    const where = HAPPENED[seen.table.name] ?? [];
    return time === null || WRITTEN_BY_US.includes(seen.table.name) || !readsAll(reads, where)
      ? []
      : [{ seen, where, time }];
  });
  const anySince = async (day: Date): Promise<boolean> => {
    for (const { seen, where, time } of happened) {
      if (await anyRow(session, seen, customerId, where, { time, day })) return true;
    }
    return false;
  };
  for (const { seen, reads } of tables) {
    const where = OPEN[seen.table.name] ?? [];
    if (where.length > 0 && readsAll(reads, where) && (await anyRow(session, seen, customerId, where))) {
      return { work: true, lately: true };
    }
  }
  if (await anySince(since.fresh)) return { work: true, lately: true };
  return { work: false, lately: await anySince(since.lately) };
}

/** Whether the purpose sees the customer at all. */
export async function seesCustomer(session: RegisterSession, policy: Policy, customerId: string): Promise<boolean> {
  const { customer } = purposeView(policy, session.purpose);
  return customer !== null && (await anyRow(session, customer, customerId, []));
}

function tablesOf({ purpose }: RegisterSession, policy: Policy) {
  const { customer, rows } = purposeView(policy, purpose);
  const access = accessOfPurpose(policy, purpose);
  return [...(customer === null ? [] : [customer]), ...rows]
    .filter(({ table, owner }) => table.schema === 'register' && table.key.includes(owner))
    .map((seen) => ({ seen, reads: access.find(({ table }) => table === seen.table.name)?.read ?? [] }));
}

const readsAll = (reads: readonly string[], where: readonly Condition[]): boolean =>
  where.every(([column]) => reads.includes(column));

async function anyRow(
  session: RegisterSession,
  seen: SeenTable,
  customerId: string,
  where: readonly Condition[],
  since: { readonly time: string; readonly day: Date } | null = null,
): Promise<boolean> {
  const { query } = anyTable(session);
  let rows = query
    .selectFrom(seen.table.name)
    .select((of) => of.fn.countAll<string>().as('rows'))
    .where(seen.owner, '=', customerId);
  for (const [column, is] of where) {
    if (is === 'null') rows = rows.where(column, 'is', null);
    else if (is === 'positive') rows = rows.where(column, '>', 0);
    else rows = rows.where(column, 'in', [...is]);
  }
  if (since !== null) rows = rows.where(since.time, '>=', since.day);
  const [counted] = await session.count(rows);
  return Number(counted?.rows ?? 0) > 0;
}
