/**
 * Campaigns: an offer, a channel and a topic, and the list of who would get it. The list is made of those whom the
 * purpose sees, which is those who have said yes; sending looks at each consent again, and is a later step.
 */
import type { Selectable } from 'kysely';
import type { RegisterSession, RegisterTables } from '../tables.ts';

export type Campaign = Selectable<RegisterTables['register.campaign']>;

const COLUMNS = [
  ...(['campaign_id', 'offer_id', 'name', 'channel', 'topic', 'status', 'created_at', 'created_by'] as const),
] as const;

/** Campaigns that a page shows, the newest first. */
const MOST = 200;
/** Recipients that are shown, and added at a time. */
export const MOST_RECIPIENTS = 1_000;

export function readCampaigns(session: RegisterSession): Promise<Campaign[]> {
  return session.read(
    session.query.selectFrom('register.campaign').select(COLUMNS).orderBy('created_at', 'desc').limit(MOST),
  );
}

export async function readCampaign(session: RegisterSession, campaignId: string): Promise<Campaign | null> {
  const rows = await session.read(
    session.query.selectFrom('register.campaign').select(COLUMNS).where('campaign_id', '=', campaignId),
  );
  return rows[0] ?? null;
}

export async function addCampaign(session: RegisterSession, campaign: Omit<Campaign, 'status'>): Promise<void> {
  await session.write(session.query.insertInto('register.campaign').values({ ...campaign, status: 'draft' }));
}

/** A campaign that is not sent can be put away. */
export async function dropCampaign(session: RegisterSession, campaignId: string): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.campaign')
      .set({ status: 'dropped' })
      .where('campaign_id', '=', campaignId)
      .where('status', 'in', ['draft', 'ready'])
      .returning('campaign_id'),
  );
  return rows.length > 0;
}

export interface Recipient {
  readonly customerId: string;
  readonly name: string;
  /** The mail address, or the telephone number of a campaign by SMS. */
  readonly address: string;
  readonly language: 'nb' | 'en';
}

/**
 * Whoever has said yes, can be reached in the channel and wants to be, and for a topic has said that they care for it.
 * Whoever has stated no channel is taken to mean mail.
 */
export async function readAudience(
  session: RegisterSession,
  { channel, topic }: Pick<Campaign, 'channel' | 'topic'>,
): Promise<readonly Recipient[]> {
  const stated = (name: string, choice: string) =>
    session.query
      .selectFrom('register.preference as stated')
      .select('stated.customer_id')
      .where('stated.topic', '=', name)
      .where('stated.choice', '=', choice);
  let query = session.query
    .selectFrom('register.customer as customer')
    .select(['customer.customer_id', 'customer.legal_name', 'customer.email', 'customer.phone'])
    .select('customer.preferred_language');
  query =
    channel === 'sms'
      ? query.where('customer.phone', 'is not', null).where('customer.customer_id', 'in', stated('channel', 'sms'))
      : query.where('customer.customer_id', 'not in', stated('channel', 'sms'));
  if (topic !== null) query = query.where('customer.customer_id', 'in', stated(topic, 'yes'));
  const rows = await session.read(query.orderBy('customer.customer_id').limit(MOST_RECIPIENTS));
  return rows.map((row) => ({
    ...{ customerId: row.customer_id, name: row.legal_name, language: row.preferred_language },
    address: channel === 'sms' ? (row.phone ?? '') : row.email,
  }));
}

/** Those on the list whom the purpose still sees; who has withdrawn is not among them. */
export async function readListed(session: RegisterSession, campaignId: string): Promise<ReadonlySet<string>> {
  const rows = await session.read(
    session.query
      .selectFrom('register.campaign_recipient')
      .select(['customer_id', 'campaign_id'])
      .where('campaign_id', '=', campaignId),
  );
  return new Set(rows.map(({ customer_id: id }) => id));
}

/** Puts the audience of today on the list. @returns How many were new on it. */
export function listAudience(session: RegisterSession, campaign: Campaign, at: Date): Promise<number> {
  return session.transaction(async (inner) => {
    const audience = await readAudience(inner, campaign);
    const listed = await readListed(inner, campaign.campaign_id);
    const added = audience.filter(({ customerId }) => !listed.has(customerId));
    if (added.length > 0) {
      await inner.write(
        inner.query.insertInto('register.campaign_recipient').values(
          added.map(({ customerId }) => ({
            ...{ customer_id: customerId, campaign_id: campaign.campaign_id, added_at: at },
          })),
        ),
      );
    }
    await inner.write(
      inner.query
        .updateTable('register.campaign')
        .set({ status: 'ready' })
        .where('campaign_id', '=', campaign.campaign_id)
        .where('status', '=', 'draft'),
    );
    return added.length;
  });
}
