/** Counts all work of a member of staff, each item under its purpose. One that fails is told of and left out. */
import { dayAt } from '../../../enforcement/index.ts';
import type { Purpose } from '../../../policy/index.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { WORK, type WorkItem, workOf } from './work-items.ts';

export interface CountedWork {
  readonly item: WorkItem;
  readonly purpose: Purpose;
  /** Null where it could not be counted. */
  readonly count: number | null;
}

export async function countWork(
  parts: WebParts,
  { staff, own }: Desk,
  work: readonly WorkItem[] = WORK,
): Promise<readonly CountedWork[]> {
  const today = dayAt(parts.now(), parts.policy.controller.timeZone);
  const each = own.map(async (purpose) => {
    const items = workOf(parts.policy, purpose.name, work);
    if (items.length === 0) return [];
    return await parts.asPrincipal(staff, purpose.name, (sessions) =>
      Promise.all(
        items.map(async (item) => ({ item, purpose, count: await counted(parts, () => item.count(sessions, today)) })),
      ),
    );
  });
  return (await Promise.all(each)).flat();
}

/** The start page comes also when one of its figures cannot be had. */
async function counted(parts: WebParts, count: () => Promise<number>): Promise<number | null> {
  try {
    return await count();
  } catch (error) {
    parts.report(`counting work: ${error instanceof Error ? error.name : 'unknown'}`);
    return null;
  }
}
