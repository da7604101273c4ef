/** What customers have said that they care for: topics, and the channel in which they want to hear of them. */
import type { RegisterSession } from '../tables.ts';

/** What one can be interested in, by the name that is kept. */
export const TOPICS = ['walking', 'mountain', 'care', 'services', 'food'] as const;
export type Topic = (typeof TOPICS)[number];

/** Where somebody wants to hear of it. */
export const CHANNELS = ['mail', 'sms'] as const;
export type PreferredChannel = (typeof CHANNELS)[number];

const CHANNEL = 'channel';

export interface StatedPreference {
  readonly topic: string;
  readonly choice: string;
  readonly source: 'stated' | 'inferred';
  readonly setAt: Date;
}

export interface Preferences {
  readonly language: 'nb' | 'en';
  readonly stated: readonly StatedPreference[];
}

/** Null for somebody who is no customer. */
export async function readPreferences(session: RegisterSession, customerId: string): Promise<Preferences | null> {
  const [customer] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'preferred_language'])
      .where('customer_id', '=', customerId),
  );
  if (customer === undefined) return null;
  const rows = await session.read(
    session.query
      .selectFrom('register.preference')
      .select(['customer_id', 'topic', 'choice', 'source', 'set_at'])
      .where('customer_id', '=', customerId)
      .orderBy('topic'),
  );
  return {
    language: customer.preferred_language,
    stated: rows.map(({ topic, choice, source, set_at: setAt }) => ({ topic, choice, source, setAt })),
  };
}

export const isInterested = ({ stated }: Preferences, topic: Topic): boolean =>
  stated.some((one) => one.topic === topic && one.choice === 'yes');

export const channelOf = ({ stated }: Preferences): PreferredChannel =>
  CHANNELS.find((channel) => stated.some((one) => one.topic === CHANNEL && one.choice === channel)) ?? 'mail';

export interface NewPreferences {
  readonly customerId: string;
  readonly language: 'nb' | 'en';
  readonly topics: readonly Topic[];
  readonly channel: PreferredChannel;
  readonly at: Date;
}

/** As the person states them; what they say no to is kept as a no, so that it is not asked or inferred again. */
export function setPreferences(session: RegisterSession, set: NewPreferences, newId: () => string): Promise<void> {
  const choices: readonly (readonly [topic: string, choice: string])[] = [
    ...TOPICS.map((topic) => [topic, set.topics.includes(topic) ? 'yes' : 'no'] as const),
    [CHANNEL, set.channel],
  ];
  return session.transaction(async (inner) => {
    await inner.write(
      inner.query
        .updateTable('register.customer')
        .set({ preferred_language: set.language })
        .where('customer_id', '=', set.customerId),
    );
    for (const [topic, choice] of choices) {
      await inner.write(
        inner.query
          .insertInto('register.preference')
          .values({
            ...{ customer_id: set.customerId, preference_id: newId(), topic, choice },
            ...{ source: 'stated' as const, set_at: set.at },
          })
          .onConflict((on) =>
            on.columns(['customer_id', 'topic']).doUpdateSet({ choice, source: 'stated', set_at: set.at }),
          ),
      );
    }
  });
}

/** What is inferred of somebody, as they may read it. */
export interface ShownPattern {
  readonly segment: string;
  readonly rule: string;
  readonly computedAt: Date;
  readonly lastUsedAt: Date | null;
}

export async function readPatterns(session: RegisterSession, customerId: string): Promise<readonly ShownPattern[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.purchase_pattern')
      .select(['customer_id', 'segment', 'rule_name', 'computed_at', 'last_used_at'])
      .where('customer_id', '=', customerId)
      .orderBy('segment'),
  );
  return rows.map((row) => ({
    ...{ segment: row.segment, rule: row.rule_name, computedAt: row.computed_at, lastUsedAt: row.last_used_at },
  }));
}
