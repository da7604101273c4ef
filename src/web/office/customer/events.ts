/**
 * A customer's history for one purpose as one row of events, newest first: everything it sees that has a time, whichever
 * table it lies in. Pure.
 */
import { type Dossier, type Row, type SeenRows, type SeenTable, timeColumn } from '../../../register/index.ts';

export interface TimelineEvent {
  readonly seen: SeenTable;
  readonly row: Row;
  /** A moment, or a day as `YYYY-MM-DD`. */
  readonly at: Date | string;
}

export interface Timeline {
  readonly events: readonly TimelineEvent[];
  /** Rows without a time: they stand below by themselves. */
  readonly timeless: readonly SeenRows[];
  /** Whether there are older events than these. */
  readonly more: boolean;
}

/**
 * Where a table has more rows than were read, its older ones are not here; what is older than its last one in other
 * tables is left out too, so that no gap looks like nothing happened.
 */
export function timelineOf({ tables }: Pick<Dossier, 'tables'>): Timeline {
  const standing = tables.filter(({ seen }) => seen.parent === null);
  const dated = standing.filter(({ seen }) => timeColumn(seen) !== null);
  const each = dated.map((one) => ({ one, events: eventsOf(one) }));
  const begins = each
    .flatMap(({ one, events }) => (one.more ? [events.map(({ at }) => sortValue(at)).sort(compare)[0] ?? ''] : []))
    .reduce((latest, value) => (value > latest ? value : latest), '');
  const events = each
    .flatMap((table) => table.events)
    .filter(({ at }) => sortValue(at) >= begins)
    .sort((one, other) => compare(sortValue(other.at), sortValue(one.at)));
  return {
    events,
    timeless: standing
      .map((one) => ({ ...one, rows: one.rows.filter((row) => !each.some((table) => isAmong(table.events, row))) }))
      .filter(({ rows }) => rows.length > 0),
    more: begins !== '',
  };
}

const isAmong = (events: readonly TimelineEvent[], row: Row): boolean => events.some((event) => event.row === row);

function eventsOf({ seen, rows }: SeenRows): readonly TimelineEvent[] {
  const time = timeColumn(seen) ?? '';
  return rows.flatMap((row) => {
    // What has not come as far (a payout that is not paid) is told by the first day or moment that it has.
    const at = [time, ...seen.columns.map(({ name }) => name)].map((name) => row[name]).find(isTime);
    return at === undefined ? [] : [{ seen, row, at }];
  });
}

const isTime = (value: unknown): value is Date | string =>
  value instanceof Date || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));

/** A day comes before the moments of that day, as it does when one reads downwards. */
function sortValue(at: Date | string): string {
  return at instanceof Date ? at.toISOString() : at;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
