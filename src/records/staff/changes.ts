/**
 * Who works here, in which roles and until when. Each change is an act in the ledger, which names the member of staff by
 * their key and says nothing else about them than their roles.
 */
import type { PurposeSession } from '../../enforcement/index.ts';
import type { RecordTables } from '../tables.ts';

export type StaffTables = Pick<RecordTables, 'kept.staff'>;

/** A session of the purpose `staff-administration`. */
export type StaffSession = PurposeSession<StaffTables>;

export interface StaffMember {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly accessUntil: string | null;
  readonly leftAt: Date | null;
}

/** All who work or have worked here, by name. */
export async function listStaff(session: StaffSession): Promise<StaffMember[]> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.staff')
      .select(['staff_id', 'name', 'email', 'roles', 'access_until', 'left_at'])
      .orderBy('name'),
  );
  return rows.map((row) => ({
    ...{ staffId: row.staff_id, name: row.name, email: row.email, roles: row.roles },
    ...{ accessUntil: row.access_until, leftAt: row.left_at },
  }));
}

/** In any case; null when nobody has the address. */
export async function staffWithAddress(session: StaffSession, address: string): Promise<StaffMember | null> {
  const all = await listStaff(session);
  return all.find(({ email }) => email.toLowerCase() === address.toLowerCase()) ?? null;
}

export interface NewStaff {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly accessUntil: string | null;
  readonly at: Date;
}

/** Lets somebody in, also one who has worked here before. @returns Their key. */
export async function addStaff(session: StaffSession, added: NewStaff): Promise<string> {
  return await session.transaction(async (inner) => {
    const before = await staffWithAddress(inner, added.email);
    const { name, roles, accessUntil } = added;
    const staffId = before?.staffId ?? added.staffId;
    const row = { name, roles: [...roles], access_until: accessUntil };
    if (before === null) {
      const made = { ...row, staff_id: staffId, email: added.email.toLowerCase(), created_at: added.at };
      await inner.write(inner.query.insertInto('kept.staff').values(made));
    } else {
      await inner.write(
        inner.query
          .updateTable('kept.staff')
          .set({ ...row, left_at: null })
          .where('staff_id', '=', staffId),
      );
    }
    await tell(inner, 'added', staffId, roles);
    return staffId;
  });
}

export async function changeRoles(session: StaffSession, staffId: string, roles: readonly string[]): Promise<void> {
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query
        .updateTable('kept.staff')
        .set({ roles: [...roles] })
        .where('staff_id', '=', staffId),
    );
    await tell(inner, 'roles', staffId, roles);
  });
}

/** From now on they are let in nowhere; what they have done stays on record. */
export async function endStaff(session: StaffSession, staffId: string, at: Date): Promise<void> {
  await session.transaction(async (inner) => {
    await inner.write(inner.query.updateTable('kept.staff').set({ left_at: at }).where('staff_id', '=', staffId));
    await tell(inner, 'ended', staffId, []);
  });
}

const tell = (session: StaffSession, change: string, staffId: string, roles: readonly string[]): Promise<void> =>
  session.append({
    ...{ kind: 'staff-permission', personId: staffId },
    body: { change, staff_id: staffId, roles: [...roles].sort().join(' ') },
  });
