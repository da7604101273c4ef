/**
 * Who works here, in which roles and until when. Each change is an act in the ledger, which names the member of staff by
 * their key and says nothing else about them than their roles. Sessions of whoever leaves end in the same transaction:
 * the database sees to it.
 */
import type { PurposeSession } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { RecordTables } from '../tables.ts';
import { type AccessWanted, isLastingOwner, isTemporary, type Need, StaffError } from './rules.ts';

export type StaffTables = Pick<
  RecordTables,
  'kept.staff' | 'kept.staff_use' | 'kept.access_review' | 'kept.access_review_line' | 'kept.disclosure'
>;

/** A session of the purpose `staff-administration`. */
export type StaffSession = PurposeSession<StaffTables>;

export interface StaffMember {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly accessUntil: string | null;
  readonly leftAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** Who makes a change, and when. */
export interface StaffChange {
  readonly policy: Policy;
  /** The member of staff who makes it; null for the command line and the first owner. */
  readonly by: string | null;
  readonly at: Date;
  /** The day where the controller is. */
  readonly today: string;
  readonly newId: () => string;
}

const allStaff = (session: StaffSession) =>
  session.query
    .selectFrom('kept.staff')
    .select(['staff_id', 'name', 'email', 'roles', 'access_until', 'left_at', 'last_used_at'])
    .orderBy('name')
    .orderBy('staff_id');

type StaffRow = Awaited<ReturnType<typeof readRows>>[number];
const readRows = (session: StaffSession) => session.read(allStaff(session));

const memberOf = (row: StaffRow): StaffMember => ({
  ...{ staffId: row.staff_id, name: row.name, email: row.email, roles: row.roles },
  ...{ accessUntil: row.access_until, leftAt: row.left_at, lastUsedAt: row.last_used_at },
});

/** All who work or have worked here, by name. */
export async function listStaff(session: StaffSession): Promise<StaffMember[]> {
  return (await readRows(session)).map(memberOf);
}

/** All, and nobody else changes any of them until the transaction is over. */
async function lockStaff(session: StaffSession): Promise<StaffMember[]> {
  return (await session.read(allStaff(session).forUpdate())).map(memberOf);
}

/** In any case; null when nobody has the address. */
export async function staffWithAddress(session: StaffSession, address: string): Promise<StaffMember | null> {
  const all = await listStaff(session);
  return all.find(({ email }) => email.toLowerCase() === address.toLowerCase()) ?? null;
}

export const isInForce = ({ leftAt, accessUntil }: StaffMember, today: string): boolean =>
  leftAt === null && (accessUntil === null || accessUntil >= today);

/**
 * Lets somebody in, also one who has worked here before.
 * @returns Their key.
 * @throws StaffError `address-taken` when somebody with access has the address.
 */
export async function addStaff(session: StaffSession, change: StaffChange, added: AccessWanted): Promise<string> {
  return await session.transaction(async (inner) => {
    const all = await lockStaff(inner);
    const before = all.find(({ email }) => email.toLowerCase() === added.email.toLowerCase());
    if (before !== undefined && isInForce(before, change.today)) {
      throw new StaffError({ field: 'email', code: 'address-taken' });
    }
    const { name, roles, accessUntil } = added;
    const staffId = before?.staffId ?? change.newId();
    const row = { name: name.trim(), roles: [...roles], access_until: accessUntil };
    if (before === undefined) {
      const made = { ...row, staff_id: staffId, email: added.email.toLowerCase(), created_at: change.at };
      await inner.write(inner.query.insertInto('kept.staff').values(made));
    } else {
      const again = inner.query.updateTable('kept.staff').set({ ...row, left_at: null });
      await inner.write(again.where('staff_id', '=', staffId));
    }
    await recordNeed(inner, change, staffId, added);
    await tell(inner, { change: 'added', staffId, roles, by: change.by });
    return staffId;
  });
}

/**
 * Gives somebody other roles, or another last day, from now on.
 * @param wanted `need` is null where the one that is on record goes on.
 * @throws StaffError `last-owner` when nobody would be left who can give access for as long as they work here.
 */
export async function changeAccess(
  session: StaffSession,
  change: StaffChange,
  staffId: string,
  wanted: Pick<AccessWanted, 'name' | 'roles' | 'accessUntil' | 'need'>,
): Promise<void> {
  await session.transaction(async (inner) => {
    const { name, roles, accessUntil } = wanted;
    refuseLastOwner(await lockStaff(inner), change, staffId, { roles, accessUntil, leftAt: null });
    const row = { name: name.trim(), roles: [...roles], access_until: accessUntil };
    await inner.write(inner.query.updateTable('kept.staff').set(row).where('staff_id', '=', staffId));
    await recordNeed(inner, change, staffId, wanted);
    await tell(inner, { change: 'roles', staffId, roles, by: change.by });
  });
}

/**
 * From now on they are let in nowhere, and what they could sign in with is gone; what they have done stays on record.
 * @throws StaffError `last-owner`.
 */
export async function endStaff(session: StaffSession, change: StaffChange, staffId: string): Promise<void> {
  await session.transaction(async (inner) => {
    refuseLastOwner(await lockStaff(inner), change, staffId, { roles: [], accessUntil: null, leftAt: change.at });
    await inner.write(
      inner.query.updateTable('kept.staff').set({ left_at: change.at }).where('staff_id', '=', staffId),
    );
    await endNeeds(inner, change, staffId);
    await tell(inner, { change: 'ended', staffId, roles: [], by: change.by });
  });
}

function refuseLastOwner(
  all: readonly StaffMember[],
  { policy }: StaffChange,
  staffId: string,
  wanted: Pick<StaffMember, 'roles' | 'accessUntil' | 'leftAt'>,
): void {
  const before = all.filter((member) => isLastingOwner(policy, member));
  const others = before.filter((member) => member.staffId !== staffId);
  if (before.length > others.length && others.length === 0 && !isLastingOwner(policy, wanted)) {
    throw new StaffError({ field: 'roles', code: 'last-owner' });
  }
}

/** One record for each purpose that a temporary role opens, so that each says what it gives. */
async function recordNeed(
  session: StaffSession,
  { policy, by, at, today, newId }: StaffChange,
  staffId: string,
  { roles, accessUntil, need }: { roles: readonly string[]; accessUntil: string | null; need: Need | null },
): Promise<void> {
  if (!isTemporary(policy, roles) || need === null || accessUntil === null) return;
  await endNeeds(session, { at, today }, staffId);
  const temporary = roles.filter((role) => policy.roles[role]?.temporary === true);
  const opened = Object.values(policy.purposes).filter((purpose) =>
    purpose.roles.some((role) => temporary.includes(role)),
  );
  for (const purpose of opened) {
    await session.write(
      session.query.insertInto('kept.disclosure').values({
        ...{ staff_id: by ?? staffId, disclosure_id: newId(), adviser_id: staffId, form: 'access' },
        ...{ recipient: need.recipient, purpose: purpose.name, categories: [...purpose.uses] },
        ...{ reason: need.reason.trim(), given_on: today, until: accessUntil, ended_on: null },
      }),
    );
  }
}

async function endNeeds(session: StaffSession, { today }: { at: Date; today: string }, staffId: string): Promise<void> {
  await session.write(
    session.query
      .updateTable('kept.disclosure')
      .set({ ended_on: today })
      .where('adviser_id', '=', staffId)
      .where('ended_on', 'is', null),
  );
}

interface Told {
  readonly change: 'added' | 'roles' | 'ended';
  readonly staffId: string;
  readonly roles: readonly string[];
  readonly by: string | null;
}

const tell = (session: StaffSession, { change, staffId, roles, by }: Told): Promise<void> =>
  session.append({
    ...{ kind: 'staff-permission', personId: staffId },
    body: { change, staff_id: staffId, roles: [...roles].sort().join(' '), by },
  });
