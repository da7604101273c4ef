/**
 * Lets reads of many sessions travel together: what is asked in the same moment goes out in one packet on one connection
 * and is answered in turn. Each statement keeps its own transaction and its own error. Only for statements that wait for
 * no lock of a row: one that does would hold up those behind it, among them what its holder waits for.
 */
import type { Pool, PoolClient } from '../../postgres/index.ts';

/** Statements on one connection at most while others are free; a slow one holds up those behind it. */
const TOGETHER = 4;

interface Lane {
  readonly client: Promise<PoolClient>;
  /** Set when the connection is open. */
  ready: PoolClient | null;
  inFlight: number;
}

export interface SharedQuery {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

export type SharedConnections = (query: SharedQuery) => Promise<Record<string, unknown>[]>;

/** @param pool Of pipelined connections; one is borrowed while something is under way on it and then given back. */
export function sharedConnections(pool: Pool, most: number): SharedConnections {
  const lanes = new Set<Lane>();

  function open(): Lane {
    const lane: Lane = { client: pool.connect(), ready: null, inFlight: 0 };
    lanes.add(lane);
    return lane;
  }

  /** The fullest that has room, so that few processes wake; the emptiest when all are full. */
  function choose(): Lane {
    let withRoom: Lane | undefined;
    let emptiest: Lane | undefined;
    for (const lane of lanes) {
      if (lane.inFlight < TOGETHER && (withRoom === undefined || lane.inFlight > withRoom.inFlight)) withRoom = lane;
      if (emptiest === undefined || lane.inFlight < emptiest.inFlight) emptiest = lane;
    }
    return withRoom ?? (emptiest === undefined || lanes.size < most ? open() : emptiest);
  }

  function leave(lane: Lane): void {
    lane.inFlight -= 1;
    if (lane.inFlight > 0) return;
    lanes.delete(lane);
    // The pool throws a broken connection away by itself.
    lane.ready?.release();
  }

  return async (query) => {
    const lane = choose();
    lane.inFlight += 1;
    try {
      lane.ready ??= await lane.client;
      holdBack(lane.ready);
      const { rows } = await lane.ready.query<Record<string, unknown>>(query);
      return rows;
    } finally {
      leave(lane);
    }
  };
}

const held = new WeakSet<PoolClient>();

/** Keeps what is written until the running callbacks are through, so that it goes out in one system call. */
function holdBack(client: PoolClient): void {
  if (held.has(client)) return;
  held.add(client);
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => {
    held.delete(client);
    stream.uncork();
  });
}
