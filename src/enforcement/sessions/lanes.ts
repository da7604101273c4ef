/**
 * How the statements of a purpose's sessions reach its connections. Reads that come in the same moment travel together:
 * one packet, one transaction with all their log entries, one wait for the disk, one answer. Everything else has a
 * connection to itself for as long as it takes. A connection goes from one statement to the next without a stop at the
 * pool while there is something to do.
 */
import {
  type Failure,
  type Pool,
  type PoolClient,
  type PreparedStatement,
  type Rows,
  runTogether,
} from '../../postgres/index.ts';

/** Reads in one packet at most; what waits longer goes in the next. */
const TOGETHER = 32;
/** Milliseconds after which a read is no company for others: it goes by itself until it has been quicker again. */
const SLOW_MS = 100;
/** Names remembered as slow at most. */
const MOST_SLOW = 1_000;

export interface Lanes {
  /** A read that waits for no lock of a row, in a transaction with others; an error of theirs is not its own. */
  together(statement: PreparedStatement): Promise<Rows>;
  /** In a transaction of its own. */
  alone(statement: PreparedStatement): Promise<Rows>;
}

interface Job {
  readonly statement: PreparedStatement;
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: unknown) => void;
}

/** What goes out at once on one connection. */
interface Load {
  readonly jobs: readonly Job[];
  readonly isReading: boolean;
}

/**
 * @param pool Of connections that are not pipelined.
 * @param most Connections at once.
 * @param mostReading How many of them reads that travel together may take.
 */
export function openLanes(pool: Pool, most: number, mostReading: number): Lanes {
  const reads: Job[] = [];
  const others: Job[] = [];
  const slow = new Set<string>();
  let open = 0;
  let reading = 0;
  let scheduled = false;

  /** What else is asked in this moment goes along. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    process.nextTick(dispatch);
  }

  function dispatch(): void {
    scheduled = false;
    while (open < most) {
      const load = take();
      if (load === null) return;
      void travel(load);
    }
  }

  /** The next to go, oldest first within its kind. Reads always have one connection, and never those left to others. */
  function take(): Load | null {
    const mayRead = reads.length > 0 && reading < mostReading;
    if (!mayRead || reading > 0) {
      const other = others.shift();
      if (other !== undefined) return { jobs: [other], isReading: false };
    }
    if (!mayRead) return null;
    // Shared out among the connections that are free for them.
    const share = Math.ceil(reads.length / (mostReading - reading));
    return { jobs: reads.splice(0, Math.min(share, TOGETHER)), isReading: true };
  }

  /** Which of several was slow cannot be seen, so all of them go by themselves once. */
  function remember(jobs: readonly Job[], begun: number): void {
    const isSlow = performance.now() - begun > SLOW_MS;
    if (!isSlow && jobs.length > 1) return;
    if (slow.size >= MOST_SLOW) slow.clear();
    for (const { statement } of jobs) {
      if (isSlow) slow.add(statement.name);
      else slow.delete(statement.name);
    }
  }

  /** Takes a connection and keeps it while there is something for it, unless somebody waits for one at the pool. */
  async function travel(first: Load): Promise<void> {
    enter(first);
    let client: PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      leave(first);
      for (const { reject } of first.jobs) reject(error);
      return;
    }
    const carry = (load: Load): void => {
      const begun = performance.now();
      run(client, load.jobs, (broken) => {
        remember(load.jobs, begun);
        leave(load);
        const next = broken || pool.waitingCount > 0 ? null : take();
        if (next === null) {
          client.release(broken);
          schedule();
        } else {
          enter(next);
          carry(next);
        }
      });
    };
    carry(first);
  }

  function enter({ isReading }: Load): void {
    open += 1;
    if (isReading) reading += 1;
  }

  function leave({ isReading }: Load): void {
    open -= 1;
    if (isReading) reading -= 1;
  }

  return {
    together: (statement) =>
      new Promise((resolve, reject) => {
        (slow.has(statement.name) ? others : reads).push({ statement, resolve, reject });
        schedule();
      }),
    alone: (statement) =>
      new Promise((resolve, reject) => {
        others.push({ statement, resolve, reject });
        schedule();
      }),
  };
}

/** Runs a load; where one statement fails it alone is told, and the rest, which it has undone, runs again. */
function run(client: PoolClient, jobs: readonly Job[], then: (broken: boolean) => void): void {
  const statements = jobs.map(({ statement }) => statement);
  runTogether(client, statements, (failure, results) => {
    if (failure === null) {
      for (const [at, { resolve }] of jobs.entries()) resolve(results[at] ?? []);
    }
    const rest = failure === null ? [] : tellFailed(jobs, failure);
    // Those who were answered go on first: what they ask next goes along on the same connection.
    if (rest.length > 0) run(client, rest, then);
    else process.nextTick(then, failure?.broken === true);
  });
}

/** @returns those that may run again. */
function tellFailed(jobs: readonly Job[], { error, at, broken }: Failure): readonly Job[] {
  const failed = jobs.filter((_, place) => at === null || place === at);
  for (const { reject } of failed) reject(error);
  return broken ? [] : jobs.filter((job) => !failed.includes(job));
}
