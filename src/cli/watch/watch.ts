/** What is watched while the web site runs: requests, purpose sessions, the access log, the outbox, pools, the process. */
import { type Enforcement, EnforcementError, type EnforcementWatch, type Principal } from '../../enforcement/index.ts';
import { countWaitingMail } from '../../records/index.ts';
import { notePurpose, type Observer, sessionsOf, type WebTables } from '../../web/index.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';

export interface Watch extends Observer {
  readonly metrics: Metrics;
  /** What `createEnforcement` tells. */
  readonly enforcement: EnforcementWatch;
  /** What went wrong and stopped nothing; texts hold no personal value. */
  report(message: string): void;
}

export function createWatch(log: Log): Watch {
  const metrics = createMetrics();
  const requests = metrics.counter('kept_http_requests_total', 'HTTP requests by route and status.');
  const durations = metrics.histogram('kept_http_request_duration_seconds', 'Seconds from a request to its answer.');
  const batches = metrics.counter('kept_access_log_batches_total', 'Commits of the access log.');
  const entries = metrics.counter(
    'kept_access_log_entries_total',
    'Entries of the access log, by whether they were kept.',
  );
  addProcess(metrics);
  return {
    metrics,
    elapsed: () => performance.now(),
    enforcement: {
      accessLogBatch(count, kept) {
        batches.add({ outcome: kept ? 'kept' : 'failed' });
        entries.add({ outcome: kept ? 'kept' : 'failed' }, count);
      },
    },
    request({ method, route, status, milliseconds, purposes, error }) {
      requests.add({ method, route, status: String(status) });
      durations.observe({ method, route }, milliseconds / 1000);
      const ms = Math.round(milliseconds * 10) / 10;
      const facts = { method, route, status, ms, ...(purposes.length > 0 ? { purposes } : {}) };
      if (error === null) log.info(facts, 'request');
      else log.error({ ...facts, error: error.name, code: error.code }, 'request failed');
    },
    report: (message) => log.warn(message),
  };
}

/** Counts sessions by purpose and outcome, and notes the purpose at the request that they are for. */
export function watchSessions(
  enforcement: Enforcement<WebTables>,
  { metrics }: Pick<Watch, 'metrics'>,
): Enforcement<WebTables> {
  const sessions = metrics.counter('kept_purpose_sessions_total', 'Sessions by purpose and outcome.');
  metrics.gauge('kept_pool_connections', 'Connections by purpose and state.', () =>
    enforcement.pools().flatMap(({ name, idle, busy, waiting }) => [
      { labels: { pool: name, state: 'idle' }, value: idle },
      { labels: { pool: name, state: 'busy' }, value: busy },
      { labels: { pool: name, state: 'waited_for' }, value: waiting },
    ]),
  );
  return {
    ...enforcement,
    async asPurpose(principal, purpose, work) {
      const known = Object.hasOwn(enforcement.policy.purposes, purpose) ? purpose : 'unknown';
      notePurpose(known);
      try {
        const result = await enforcement.asPurpose(principal, purpose, work);
        sessions.add({ purpose: known, outcome: 'done' });
        return result;
      } catch (error) {
        const refused = error instanceof EnforcementError && error.code === 'purpose-refused';
        sessions.add({ purpose: known, outcome: refused ? 'refused' : 'failed' });
        throw error;
      }
    },
  };
}

const METRICS: Principal = { kind: 'system', id: 'metrics', roles: [] };
/** Milliseconds for which a count of the outbox stands: each one is in the access log. */
const COUNT_STANDS = 60_000;

/** How much mail waits, counted by the purpose that sends it. */
export function watchOutbox(enforcement: Enforcement<WebTables>, { metrics }: Watch, now: () => Date): void {
  let counted = { at: Number.NEGATIVE_INFINITY, waiting: 0 };
  metrics.gauge('kept_outbox_waiting', 'Messages that are not sent yet.', async () => {
    const at = now().getTime();
    if (at - counted.at >= COUNT_STANDS) {
      const waiting = await enforcement
        .asPurpose(METRICS, 'mail-sending', (session) => countWaitingMail(sessionsOf(session).records))
        .catch(() => null);
      if (waiting === null) return [];
      counted = { at, waiting };
    }
    return [{ labels: {}, value: counted.waiting }];
  });
}

function addProcess(metrics: Metrics): void {
  const one = (value: number) => [{ labels: {}, value }];
  const started = performance.timeOrigin / 1000;
  metrics.total('process_cpu_seconds_total', 'Seconds of processor time, user and system.', () => {
    const { user, system } = process.cpuUsage();
    return one((user + system) / 1e6);
  });
  metrics.gauge('process_resident_memory_bytes', 'Memory of the process.', () => one(process.memoryUsage.rss()));
  metrics.gauge('process_start_time_seconds', 'When the process began, since 1970.', () => one(started));
  metrics.gauge('nodejs_heap_used_bytes', 'Memory that JavaScript uses.', () => one(process.memoryUsage().heapUsed));
}
