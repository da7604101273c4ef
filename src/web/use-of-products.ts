/**
 * How products are used, as the pages tell it: on the server, with nothing in the browser, and never of whoever has said
 * no. A failure keeps nobody from their page.
 */
import { dayOf, readChoices } from '../records/index.ts';
import { createUsageRecorder, type UsageEvent, type UsageRecorder } from '../register/index.ts';
import type { Frame } from './frame.ts';
import type { WebParts } from './web-parts.ts';

const PURPOSE = 'product-improvement';
const TABLE = 'register.usage_event';

type RecordingParts = Pick<WebParts, 'policy' | 'now' | 'asVisitor' | 'report'>;

const isRecorded = ({ policy }: Pick<WebParts, 'policy'>): boolean =>
  policy.purposes[PURPOSE] !== undefined && policy.tables[TABLE] !== undefined && !policy.tables[TABLE].unused;

export const usageOf = (parts: RecordingParts): UsageRecorder =>
  createUsageRecorder({
    inSession: (work) => parts.asVisitor(PURPOSE, ({ register }) => work(register)),
    today: () => dayOf(parts.now(), parts.policy),
    report: parts.report,
  });

export async function recordUse(parts: WebParts, { viewer }: Frame, events: readonly UsageEvent[]): Promise<void> {
  if (!isRecorded(parts)) return;
  const person = viewer?.dataSubject ?? null;
  try {
    if (person !== null && (await hasObjected(parts, person))) return;
    await parts.usage.record(person?.id ?? null, events);
  } catch (error) {
    parts.report(`usage: ${error instanceof Error ? error.name : 'failed'}`);
  }
}

/** Asked by the person's own session: nobody else looks. */
const hasObjected = (
  { asPrincipal }: WebParts,
  person: NonNullable<NonNullable<Frame['viewer']>['dataSubject']>,
): Promise<boolean> =>
  asPrincipal(person, 'self-service', async ({ records }) => {
    const { objections, restrictions } = await readChoices(records, person.id);
    return (
      objections.some(({ purpose, withdrawn_at: withdrawn }) => purpose === PURPOSE && withdrawn === null) ||
      restrictions.some(({ lifted_at: lifted }) => lifted === null)
    );
  });
