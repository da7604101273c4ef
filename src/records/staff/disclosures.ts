/**
 * What advisers, auditors and others were given because a single case required it (access or a copy): who, why, what and
 * until when. What the policy does not let a recipient have for a purpose cannot be recorded as given.
 */
import { Temporal } from 'temporal-polyfill';
import type { Policy } from '../../policy/index.ts';
import { faultOfReason, LONGEST_TEMPORARY, type Need, occasionalRecipients } from './rules.ts';
import type { StaffChange, StaffSession } from './store.ts';

export interface Disclosure {
  readonly disclosureId: string;
  readonly form: 'access' | 'copy';
  readonly recipient: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly reason: string;
  readonly givenOn: string;
  readonly until: string;
  readonly endedOn: string | null;
  /** The member of staff who has the access; null for a copy. */
  readonly adviserId: string | null;
  readonly decidedBy: string;
}

/** Those that stand, the one that is over first coming first; then those that ended, newest first. */
export async function readDisclosures(session: StaffSession, limit: number): Promise<readonly Disclosure[]> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.disclosure')
      .select(['staff_id', 'disclosure_id', 'adviser_id', 'form', 'recipient', 'purpose', 'categories', 'reason'])
      .select(['given_on', 'until', 'ended_on'])
      .orderBy('ended_on', (order) => order.desc().nullsFirst())
      .orderBy('until')
      .limit(limit),
  );
  return rows.map((row) => ({
    ...{ disclosureId: row.disclosure_id, form: row.form, recipient: row.recipient, purpose: row.purpose },
    ...{ categories: row.categories, reason: row.reason, givenOn: row.given_on, until: row.until },
    ...{ endedOn: row.ended_on, adviserId: row.adviser_id, decidedBy: row.staff_id },
  }));
}

/** Why somebody from outside was let in, as it stands on record; null where nothing does. */
export async function needOnRecord(session: StaffSession, staffId: string): Promise<Need | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('kept.disclosure')
      .select(['staff_id', 'adviser_id', 'recipient', 'reason'])
      .where('adviser_id', '=', staffId)
      .where('ended_on', 'is', null)
      .limit(1),
  );
  return row === undefined ? null : { recipient: row.recipient, reason: row.reason };
}

export interface CopyWanted {
  readonly recipient: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly until: string;
  readonly reason: string;
}

/** What is wrong with each field, in their order; empty when it can be recorded. */
export function faultsOfCopy(policy: Policy, wanted: CopyWanted, today: string): readonly (keyof CopyWanted)[] {
  const recipient = occasionalRecipients(policy).includes(wanted.recipient)
    ? policy.recipients[wanted.recipient]
    : undefined;
  const used = policy.purposes[wanted.purpose]?.uses ?? [];
  const may = wanted.categories.every((name) => recipient?.categories.includes(name) === true && used.includes(name));
  const latest = Temporal.PlainDate.from(today).add(LONGEST_TEMPORARY).toString();
  const inTime = /^\d{4}-\d{2}-\d{2}$/.test(wanted.until) && wanted.until >= today && wanted.until <= latest;
  const wrong: Readonly<Record<keyof CopyWanted, boolean>> = {
    recipient: recipient === undefined,
    purpose: recipient?.purposes.includes(wanted.purpose) !== true,
    categories: wanted.categories.length === 0 || !may,
    until: !inTime || Number.isNaN(Date.parse(wanted.until)),
    reason: faultOfReason(wanted.reason) !== null,
  };
  return (Object.keys(wrong) as (keyof CopyWanted)[]).filter((field) => wrong[field]);
}

export async function recordCopy(session: StaffSession, change: StaffChange, wanted: CopyWanted): Promise<void> {
  const { by, today, newId } = change;
  if (by === null) throw new Error('a copy is handed out by somebody');
  const disclosureId = newId();
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query.insertInto('kept.disclosure').values({
        ...{ staff_id: by, disclosure_id: disclosureId, adviser_id: null, form: 'copy' },
        ...{ recipient: wanted.recipient, purpose: wanted.purpose, categories: [...wanted.categories] },
        ...{ reason: wanted.reason.trim(), given_on: today, until: wanted.until, ended_on: null },
      }),
    );
    await tell(inner, { change: 'copy-disclosed', disclosureId, by, recipient: wanted.recipient });
  });
}

/** The copy is destroyed or back. An access ends with the access itself. */
export async function endCopy(session: StaffSession, change: StaffChange, disclosureId: string): Promise<void> {
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query
        .updateTable('kept.disclosure')
        .set({ ended_on: change.today })
        .where('disclosure_id', '=', disclosureId)
        .where('form', '=', 'copy')
        .where('ended_on', 'is', null),
    );
    await tell(inner, { change: 'copy-ended', disclosureId, by: change.by, recipient: null });
  });
}

interface Told {
  readonly change: 'copy-disclosed' | 'copy-ended';
  readonly disclosureId: string;
  readonly by: string | null;
  readonly recipient: string | null;
}

const tell = (session: StaffSession, { change, disclosureId, by, recipient }: Told): Promise<void> =>
  session.append({
    ...{ kind: 'staff-permission', personId: by },
    body: { change, disclosure_id: disclosureId, by, recipient },
  });
