/** Runs work by several clients at once for a while and tells how fast it went. */
import { performance } from 'node:perf_hooks';

export interface Figures {
  /** Statements a second. */
  readonly throughput: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Microseconds that a processor worked for each statement; null where the system does not tell. */
  readonly cpu: { readonly program: number; readonly server: number | null };
}

export interface Turn {
  readonly seconds: number;
  /** Milliseconds of each statement. */
  readonly latencies: readonly number[];
  /** Microseconds of all statements together. */
  readonly cpu: { readonly program: number; readonly server: number | null };
}

/** Microseconds that the server's processes have worked so far, by process; null where the system does not tell. */
export type ServerClock = () => Promise<ReadonlyMap<number, number> | null>;

/**
 * Each client starts its next statement when the one before is answered.
 * @param most Statements at most; the turn is over then.
 */
export async function takeTurn(
  work: () => Promise<unknown>,
  clients: number,
  seconds: number,
  serverClock: ServerClock,
  most = Number.POSITIVE_INFINITY,
): Promise<Turn> {
  const latencies: number[] = [];
  let started = 0;
  const serverBefore = await serverClock();
  const before = process.cpuUsage();
  const begun = performance.now();
  const end = begun + seconds * 1000;
  async function client(): Promise<void> {
    for (let at = performance.now(); at < end && started < most; ) {
      started += 1;
      await work();
      const after = performance.now();
      latencies.push(after - at);
      at = after;
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  const taken = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const server = workedSince(serverBefore, await serverClock());
  return { seconds: taken, latencies, cpu: { program: user + system, server } };
}

/** Processes that came meanwhile began at nothing. */
function workedSince(before: Awaited<ReturnType<ServerClock>>, after: Awaited<ReturnType<ServerClock>>): number | null {
  if (before === null || after === null) return null;
  return [...after].reduce((sum, [pid, worked]) => sum + worked - (before.get(pid) ?? 0), 0);
}

export function figuresOf(turns: readonly Turn[]): Figures {
  const latencies = turns.flatMap((turn) => turn.latencies).sort((a, b) => a - b);
  const at = (share: number): number => round(latencies[Math.floor(latencies.length * share)] ?? 0, 3);
  const seconds = turns.reduce((sum, turn) => sum + turn.seconds, 0);
  const each = (worked: readonly (number | null)[]): number | null =>
    worked.some((one) => one === null)
      ? null
      : round(worked.reduce<number>((sum, one) => sum + (one ?? 0), 0) / latencies.length, 1);
  return {
    ...{ throughput: round(latencies.length / seconds, 1), p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    cpu: { program: each(turns.map(({ cpu }) => cpu.program)) ?? 0, server: each(turns.map(({ cpu }) => cpu.server)) },
  };
}

export const throughputOf = ({ latencies, seconds }: Turn): number => latencies.length / seconds;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export const round = (value: number, places: number): number => Number(value.toFixed(places));
