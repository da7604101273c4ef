/**
 * Which fields of people were read, as names of tables and columns with the day: nothing of anybody, and nothing on the way
 * of a statement but a look into a set. What was seen is told to the database now and then, by the role of the access log.
 */
import type { Pool } from '../../postgres/index.ts';
import { dayAt } from '../calendar/day-at.ts';

/** A column of a table of people. */
export interface Field {
  /** Qualified. */
  readonly table: string;
  readonly column: string;
}

export interface FieldWatch {
  /** @param fields The very array of a statement's plan: it is looked through once a round. */
  read(fields: readonly Field[]): void;
  /** Tells what was seen since the last time; what fails is seen again in a later round. */
  close(): Promise<void>;
}

/** Milliseconds after which a statement that runs all the time counts as read once more. */
const ROUND = 6 * 3_600_000;
/** Milliseconds between the first new field and telling of it. */
const PAUSE = 60_000;

export interface FieldWatchOptions {
  readonly pool: Pick<Pool, 'query'>;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly report: (message: string) => void;
}

export function watchFields({ pool, now, timeZone, report }: FieldWatchOptions): FieldWatch {
  let seen = new WeakSet<readonly Field[]>();
  let pending = new Map<string, Field>();
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  let telling = Promise.resolve();

  async function tell(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const fields = [...pending.values()];
    if (fields.length === 0) return;
    pending = new Map();
    const names = [fields.map(({ table }) => table), fields.map(({ column }) => column)];
    try {
      await pool.query('select kept.fields_read($1, $2, $3)', [...names, dayAt(now(), timeZone)]);
    } catch {
      until = 0;
      report('which fields were read could not be noted; it is tried again');
    }
  }

  return {
    read(fields) {
      const at = now().getTime();
      if (at >= until) {
        seen = new WeakSet();
        until = at + ROUND;
      }
      if (seen.has(fields)) return;
      seen.add(fields);
      for (const field of fields) pending.set(`${field.table} ${field.column}`, field);
      timer ??= setTimeout(() => {
        telling = tell();
      }, PAUSE).unref();
    },
    async close() {
      await telling;
      await tell();
    },
  };
}

/** What people see of themselves: it says nothing of whether the company needs it. */
export const NOT_WATCHED: Pick<FieldWatch, 'read'> = { read: () => {} };
