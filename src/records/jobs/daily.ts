/**
 * What is done once a day, as one job of pg-boss:
 *
 *   due (at its hour, missed while nothing ran, or never done)  -->  waiting  -->  running  -->  done
 *   running, its process killed  -->  its heartbeat stops  -->  waiting again
 *   running, a step failed  -->  the other steps are done  -->  waiting again, three times, later each time
 *
 * Of two programs that share a database only one has it waiting or running. A job carries nothing, and what it leaves
 * behind names steps and codes: job tables are no second place for people's data.
 */
import { type Pool, withAdvisoryLock } from '../../postgres/index.ts';

export interface DailyStep {
  /** Kebab-case. */
  readonly name: string;
  /** Safe to run again, whole or after it was cut short. */
  run(): Promise<void>;
}

export interface DailyWork {
  /** The owner's: pg-boss makes and keeps its own schema, `pgboss`. */
  readonly owner: Pool;
  readonly steps: readonly DailyStep[];
  /** IANA, as the policy has it: a day begins at its midnight. */
  readonly timeZone: string;
  /** Whether it is due at once: never done, or longer ago than a day. */
  readonly dueNow: boolean;
  /** Is told of what failed, without values. */
  readonly report: (message: string) => void;
}

const QUEUE = 'daily';
/** Ten minutes past midnight: dates that count days have changed by then. */
const AT = '10 0 * * *';

/** Seconds. */
const QUEUE_OPTIONS = {
  policy: 'exclusive',
  expireInSeconds: 6 * 3600,
  heartbeatSeconds: 60,
  retryLimit: 3,
  retryDelay: 60,
  retryBackoff: true,
  retentionSeconds: 2 * 86_400,
  deleteAfterSeconds: 30 * 86_400,
} as const;
/** Seconds between two looks for a job that is due. */
const POLLING = 10;
/** Milliseconds that a job under way is given when the program ends; then it is left to the next. */
const PATIENCE = 8_000;

/** @returns What ends it: it resolves when the step under way is through or has been given up. */
export async function startDailyWork({
  owner,
  steps,
  timeZone,
  dueNow,
  report,
}: DailyWork): Promise<() => Promise<void>> {
  // Loaded here only: no other program than the one that works needs it.
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    ...{ schema: 'pgboss', db: { executeSql: (text: string, values?: unknown[]) => owner.query(text, values) } },
    // The registry would hold the names of machines, and traces are nobody's here.
    ...{ registerInstance: false, persistWarnings: false, openTelemetry: { enabled: false } },
  });
  let ending = false;
  boss.on('error', (error) => void (ending || report(`jobs: ${faultOf(error)}`)));
  await oneAtATime(owner, async () => {
    await boss.start();
    await boss.createQueue(QUEUE, QUEUE_OPTIONS);
    await boss.schedule(QUEUE, AT, null, { tz: timeZone, missed: 'once' });
    // What a killed program left behind waits again from here on, not only at the next look.
    await boss.supervise(QUEUE);
  });
  if (dueNow) await boss.send(QUEUE);
  await boss.work(QUEUE, { pollingIntervalSeconds: POLLING, batchSize: 1 }, async () => {
    const failed = await runSteps(steps, () => ending);
    if (failed.length === 0) return;
    report(`jobs: ${failed.join(', ')}`);
    throw withoutTrace(failed.join(', '));
  });
  return async () => {
    ending = true;
    await boss.stop({ graceful: true, timeout: PATIENCE, close: false });
  };
}

/** The first of two that start at once makes the schema, and the other finds it. */
async function oneAtATime(owner: Pool, work: () => Promise<void>): Promise<void> {
  const client = await owner.connect();
  try {
    await withAdvisoryLock(client, 'kept jobs', work);
  } finally {
    client.release();
  }
}

/** All of them, so that what one cannot do is not left undone by the others. */
async function runSteps(steps: readonly DailyStep[], ending: () => boolean): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of steps) {
    if (ending()) return [...failed, `${name}: ended`];
    await run().catch((error: unknown) => failed.push(`${name}: ${faultOf(error)}`));
  }
  return failed;
}

/** Class and code: what a database says in words may quote a row. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

/** The job keeps what it failed with; a trace would hold folders of this machine. */
function withoutTrace(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
