/** The people on bought lists: washed, told and contacted once, and gone when they say no, become customers, or in time. */
import type { RegisterSession } from '../tables.ts';
import { digestsOf, type Reachable } from './keys.ts';
import { type LeadList, reachableOf, readLeadList } from './lists.ts';
import { type ContactChannel, type ContactedLead, type ContactRefusal, contactRefusal } from './rules.ts';
import { readSuppressed, suppress } from './suppressions.ts';

export interface Lead extends ContactedLead {
  readonly leadId: string;
  readonly listId: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly city: string | null;
  readonly receivedOn: string;
  readonly noticeDueOn: string;
  readonly noticeSentOn: string | null;
  readonly firstContactOn: string | null;
}

/** Leads read at once at most: no list is longer. */
const MOST = 20_000;
/** Rows changed in one statement. */
const CHUNK = 500;

const select = (session: RegisterSession) =>
  session.query
    .selectFrom('register.lead')
    .select(['lead_id', 'lead_list_id', 'full_name', 'email', 'phone', 'street_address', 'postal_code', 'city'])
    .select(['received_on', 'notice_due_on', 'notice_sent_on', 'first_contact_on', 'reserved', 'state', 'delete_on']);

type LeadRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const leadOf = (row: LeadRow): Lead => ({
  ...{ leadId: row.lead_id, listId: row.lead_list_id, fullName: row.full_name, email: row.email, phone: row.phone },
  ...{ street: row.street_address, postalCode: row.postal_code, city: row.city, receivedOn: row.received_on },
  ...{ noticeDueOn: row.notice_due_on, noticeSentOn: row.notice_sent_on, firstContactOn: row.first_contact_on },
  ...{ reserved: row.reserved, state: row.state, deleteOn: row.delete_on },
});

export async function readLead(session: RegisterSession, leadId: string): Promise<Lead | null> {
  const [row] = await session.read(select(session).where('lead_id', '=', leadId));
  return row === undefined ? null : leadOf(row);
}

/** Those who have not been told first, by when they must be. @param limit Rows at most. */
export async function readLeads(session: RegisterSession, listId: string, limit = MOST): Promise<readonly Lead[]> {
  const rows = await session.read(
    select(session)
      .where('lead_list_id', '=', listId)
      .orderBy('notice_sent_on', (order) => order.desc().nullsFirst())
      .orderBy('lead_id')
      .limit(limit),
  );
  return rows.map(leadOf);
}

export interface Washing {
  /** Of the register of reservations; used here and kept nowhere. */
  readonly reserved: readonly Reachable[];
  readonly digest: (text: string) => string;
  readonly on: string;
}

/**
 * Washes a list: whoever has reserved themselves, or said no to us, leaves it at once, data and all.
 * @returns How many left; null where there is no such list.
 */
export function washLeadList(session: RegisterSession, listId: string, washing: Washing): Promise<number | null> {
  const { reserved, digest, on } = washing;
  return session.transaction(async (inner) => {
    const list = await readLeadList(inner, listId);
    if (list === null) return null;
    const leads = (await readLeads(inner, listId)).map((lead) => ({
      leadId: lead.leadId,
      digests: digestsOf(reachableOf(lead), digest),
    }));
    const all = leads.flatMap(({ digests }) => digests);
    const noes = new Set([
      ...reserved.flatMap((person) => digestsOf(person, digest)),
      ...(await readSuppressed(inner, all)),
    ]);
    const leaving = leads.filter(({ digests }) => digests.some((one) => noes.has(one))).map(({ leadId }) => leadId);
    for (let at = 0; at < leaving.length; at += CHUNK) {
      await inner.write(inner.query.deleteFrom('register.lead').where('lead_id', 'in', leaving.slice(at, at + CHUNK)));
    }
    await inner.write(
      inner.query
        .updateTable('register.lead_list')
        .set({ washed_on: on, reserved_count: list.reservedCount + leaving.length })
        .where('lead_list_id', '=', listId),
    );
    return leaving.length;
  });
}

/** Those of a list who may be contacted on a day. */
export const contactable = (
  leads: readonly Lead[],
  { washedOn }: Pick<LeadList, 'washedOn'>,
  channel: ContactChannel,
  on: string,
): readonly Lead[] => leads.filter((lead) => contactRefusal(lead, washedOn, channel, on) === null);

/** Records that leads were told where we have their data from, and contacted in the same breath. */
async function told(
  session: RegisterSession,
  leadIds: readonly string[],
  contact: { readonly channel: ContactChannel; readonly on: string; readonly washedOn: string | null },
): Promise<void> {
  const { channel, on, washedOn } = contact;
  const values = { notice_sent_on: on, notice_channel: channel, first_contact_on: on, washed_on: washedOn };
  for (let at = 0; at < leadIds.length; at += CHUNK) {
    await session.write(
      session.query
        .updateTable('register.lead')
        .set({ ...values, state: 'contacted' })
        .where('lead_id', 'in', leadIds.slice(at, at + CHUNK))
        .where('state', '=', 'new')
        .where('reserved', '=', false),
    );
  }
}

/** @returns Why a lead may not be called; null when it is recorded that they were, and told in the call. */
export function recordCall(
  session: RegisterSession,
  leadId: string,
  on: string,
): Promise<ContactRefusal | 'gone' | null> {
  return session.transaction(async (inner) => {
    const lead = await readLead(inner, leadId);
    const list = lead === null ? null : await readLeadList(inner, lead.listId);
    if (lead === null || list === null) return 'gone';
    const refusal = contactRefusal(lead, list.washedOn, 'phone', on);
    if (refusal !== null) return refusal;
    await told(inner, [leadId], { channel: 'phone', on, washedOn: list.washedOn });
    return null;
  });
}

/** Records that the letters of a list were posted. @param leadIds Whose letters were printed. @returns How many it holds for. */
export function recordLetters(
  session: RegisterSession,
  listId: string,
  leadIds: readonly string[],
  on: string,
): Promise<number> {
  return session.transaction(async (inner) => {
    const list = await readLeadList(inner, listId);
    if (list === null) return 0;
    const printed = new Set(leadIds);
    const leads = contactable(await readLeads(inner, listId), list, 'post', on).filter(({ leadId }) =>
      printed.has(leadId),
    );
    await told(
      inner,
      leads.map(({ leadId }) => leadId),
      { channel: 'post', on, washedOn: list.washedOn },
    );
    return leads.length;
  });
}

/** A no: remembered as digests, and everything else about the lead is deleted. @returns False where there is none. */
export function declineLead(
  session: RegisterSession,
  leadId: string,
  { digest, on }: { readonly digest: (text: string) => string; readonly on: string },
): Promise<boolean> {
  return session.transaction(async (inner) => {
    const lead = await readLead(inner, leadId);
    if (lead === null) return false;
    await suppress(inner, [reachableOf(lead)], digest, on);
    return await removeLead(inner, leadId);
  });
}

/** Deletes a lead who said no, became a customer, or is not of use. */
export async function removeLead(session: RegisterSession, leadId: string): Promise<boolean> {
  const gone = await session.write(
    session.query.deleteFrom('register.lead').where('lead_id', '=', leadId).returning('lead_id'),
  );
  return gone.length > 0;
}
