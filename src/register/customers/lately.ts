/**
 * Whether a purpose has been of use for a customer lately: whether anything in the tables that it works with has happened
 * since a day. Counted, so that nobody is looked at by asking.
 */
import type { Policy } from '../../policy/index.ts';
import type { RegisterSession } from '../tables.ts';
import { anyTable } from './dossier.ts';
import { purposeView, type SeenTable, timeColumn } from './purpose-view.ts';

export interface LatelyUsed {
  /** Whether the purpose sees a customer with this id at all. */
  readonly seen: boolean;
  readonly lately: boolean;
}

export async function usedLately(
  session: RegisterSession,
  policy: Policy,
  customerId: string,
  since: Date,
): Promise<LatelyUsed> {
  const { customer, rows } = purposeView(policy, session.purpose);
  if (customer === null) return { seen: false, lately: false };
  for (const seen of [customer, ...rows].filter(isWorkedWith)) {
    if (await happened(session, seen, customerId, since)) return { seen: true, lately: true };
  }
  return { seen: await happened(session, customer, customerId, null), lately: false };
}

/** What the customer did or had done; not the marks that the system itself makes of choices and mail. */
const isWorkedWith = (seen: SeenTable): boolean =>
  seen.table.schema === 'register' && seen.table.belongsTo.kind !== 'shared' && timeColumn(seen) !== null;

/** @param since Null: whether there is a row at all. */
async function happened(
  session: RegisterSession,
  seen: SeenTable,
  customerId: string,
  since: Date | null,
): Promise<boolean> {
  const { query } = anyTable(session);
  let rows = query
    .selectFrom(seen.table.name)
    .select((of) => of.fn.countAll<string>().as('rows'))
    .where(seen.owner, '=', customerId);
  const time = timeColumn(seen);
  if (since !== null && time !== null) rows = rows.where(time, '>=', since);
  const [counted] = await session.count(rows);
  return Number(counted?.rows ?? 0) > 0;
}
