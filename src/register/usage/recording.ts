/**
 * Use of products as it is recorded: on the server, without anything in the browser. Events wait in memory and are
 * written many at a time and in another order, so that neither their place nor their transaction tells whose they are;
 * what waits when a program is killed is lost, and nobody misses it.
 */
import { randomInt, randomUUID } from 'node:crypto';
import type { RegisterSession } from '../tables.ts';
import { createPseudonyms } from './pseudonyms.ts';

export const USAGE_KINDS = ['viewed', 'ordered', 'searched', 'supported'] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

export interface UsageEvent {
  readonly kind: UsageKind;
  /** Null where it is about no single product. */
  readonly productId: string | null;
}

interface Waiting extends UsageEvent {
  readonly day: string;
  readonly pseudonym: string;
}

export interface UsageRecorder {
  /** @param personId Null for somebody who is not signed in. Nothing is called for whoever has objected. */
  record(personId: string | null, events: readonly UsageEvent[]): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
}

export interface UsageRecorderOptions {
  /** Does work under the purpose `product-improvement`. */
  readonly inSession: (work: (session: RegisterSession) => Promise<void>) => Promise<void>;
  /** The day where the company is, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly report: (message: string) => void;
}

/** Events that are written together at least, but for those of a day that is over. */
export const TOGETHER = 20;
/** Events that wait at most, while they cannot be written; then the oldest are dropped. */
const MOST_WAITING = 2_000;

export function createUsageRecorder({ inSession, today, report }: UsageRecorderOptions): UsageRecorder {
  const pseudonyms = createPseudonyms();
  let waiting: Waiting[] = [];

  async function flush(): Promise<void> {
    const batch = shuffled(waiting);
    waiting = [];
    if (batch.length === 0) return;
    try {
      await inSession(async (session) => {
        await session.write(
          session.query.insertInto('register.usage_event').values(
            batch.map(({ day, pseudonym, productId, kind }) => ({
              // Without a time inside, as ids of other rows have one.
              ...{ day, event_id: randomUUID(), pseudonym, product_id: productId, kind },
            })),
          ),
        );
      });
    } catch (error) {
      waiting = [...batch, ...waiting].slice(-MOST_WAITING);
      report(`usage: ${error instanceof Error ? error.name : 'failed'}`);
    }
  }

  return {
    async record(personId, events) {
      const day = today();
      const pseudonym = personId === null ? pseudonyms.once() : pseudonyms.of(personId, day);
      waiting.push(...events.map((event) => ({ ...event, day, pseudonym })));
      if (waiting.length >= TOGETHER || waiting.some((event) => event.day !== day)) await flush();
    },
    flush,
  };
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[]): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    const [one, two] = [mixed[at], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one];
  }
  return mixed;
}
