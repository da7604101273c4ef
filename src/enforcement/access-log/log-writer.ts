/**
 * Writes the entries of the access log that no statement carries inside: refusals, counts, and reads in a transaction,
 * which have been seen even when it is rolled back. Entries that come while an insert is under way wait and go together
 * in the next one, so that they share one commit; nobody is answered before the commit that holds their entry is durable.
 */
import { type ConnectionSettings, openPool, type Pool, settingsForRole } from '../../postgres/index.ts';
import { accessLogRole, passwordOfRole } from '../roles.ts';
import { logUnavailable } from '../sessions/enforcement-error.ts';
import type { EnforcementWatch } from '../types.ts';
import type { AccessEntry, AccessLog, AccessShape } from './entry.ts';
import { shapeDictionary } from './shape-dictionary.ts';

export interface AccessLogOptions {
  readonly settings: ConnectionSettings;
  readonly rolePrefix: string;
  readonly secret: Buffer;
  readonly now: () => Date;
  /** Is told of what is wrong and does not stop the log, as a partition that could not be made. */
  readonly report?: (message: string) => void;
  readonly watch?: EnforcementWatch;
}

/** Entries a commit at most: what waits longer goes in the next. */
const TOGETHER = 400;
/** Inserts under way at once: while one waits for the disk the other gathers and runs. More only make them smaller. */
const LANES = 2;
const MONTHS_AHEAD = 2;

const INSERT = {
  name: 'kept_access_log',
  text: `select count(kept.log_access(shape, kind, id, people::uuid[])) as entries
    from unnest($1::integer[], $2::text[], $3::text[], $4::text[]) as entry (shape, kind, id, people)`,
};

interface Waiting {
  readonly entry: AccessEntry;
  readonly shape: number;
  readonly done: (failure?: unknown) => void;
}

/** Opens nothing until the first entry. */
export function openAccessLog(options: AccessLogOptions): AccessLog {
  const role = accessLogRole(options.rolePrefix);
  const settings = settingsForRole(options.settings, role, passwordOfRole(options.secret, role));
  const pool = openPool(settings, {
    max: LANES,
    durable: true,
    applicationName: 'kept access log',
    idleTimeoutMs: 0,
  });
  const shapes = shapeDictionary(pool);
  const queue = groupCommit(pool, options.watch);
  const makePartitions = partitionsAhead(pool, options);

  /** At once when all is known, as it is but for the first entry of a kind and of a month. */
  function shapeId(shape: AccessShape): number | Promise<number> {
    const made = makePartitions();
    if (made === undefined) return shapes.known(shape) ?? refusing(shapes.find(shape));
    return refusing(made.then(() => shapes.find(shape)));
  }

  return {
    shapeId,
    add: async (entry) => await refusing(queue(entry, await shapeId(entry.shape))),
    carried: (kept) => options.watch?.accessLogBatch(1, kept),
    pool,
    close: () => pool.end(),
  };
}

async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw logUnavailable(cause);
  }
}

/** Few inserts under way at a time; whatever came meanwhile goes in the next. */
function groupCommit(pool: Pool, watch?: EnforcementWatch): (entry: AccessEntry, shape: number) => Promise<void> {
  let waiting: Waiting[] = [];
  let busy = 0;

  async function flush(): Promise<void> {
    busy += 1;
    // What else came in with the same packets goes along.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, TOGETHER);
      waiting = waiting.slice(TOGETHER);
      const failure = await insert(pool, batch).then(
        () => undefined,
        (thrown: unknown) => thrown ?? new Error('the insert failed'),
      );
      watch?.accessLogBatch(batch.length, failure === undefined);
      for (const { done } of batch) done(failure);
    }
    busy -= 1;
  }

  return (entry, shape) =>
    new Promise((resolve, reject) => {
      const done = (failure?: unknown): void => (failure === undefined ? resolve() : reject(failure));
      waiting.push({ entry, shape, done });
      if (busy < LANES) void flush();
    });
}

async function insert(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  const { rows } = await pool.query<{ entries: number }>({ ...INSERT, values: [...valuesOf(batch)] });
  if (rows[0]?.entries !== batch.length) throw new Error('the log took fewer entries than it was given');
}

const valuesOf = (batch: readonly Waiting[]): readonly [string, string[], string[], string] => [
  `{${batch.map(({ shape }) => shape).join(',')}}`,
  batch.map(({ entry }) => entry.principal.kind),
  batch.map(({ entry }) => entry.principal.id),
  // The ids are UUIDs (checked where they are gathered), so the literal needs no escapes inside.
  `{${batch.map(({ entry }) => `"{${entry.dataSubjects.join(',')}}"`).join(',')}}`,
];

/** Makes partitions at the first entry and when a month begins. Without them the default partition takes the entries. */
function partitionsAhead(pool: Pool, { now, report }: AccessLogOptions): () => Promise<void> | undefined {
  let month = -1;
  return () => {
    const current = now().getUTCMonth();
    if (current === month) return undefined;
    month = current;
    return pool.query('select kept.access_log_partitions($1)', [MONTHS_AHEAD]).then(
      () => undefined,
      () => report?.('the partitions of the access log could not be made; entries go to the default partition'),
    );
  };
}
