/**
 * The ledger's tables: the only file of this folder with SQL. Entries are read in batches by index, so that a ledger of
 * any length passes through a bounded memory.
 */
import type { Pool, PoolClient } from '../../postgres/index.ts';
import type { LedgerAct } from '../types.ts';
import { encodeAct } from './act.ts';
import type { SignedCheckpoint } from './checkpoint.ts';
import type { Hash } from './merkle.ts';

/** A pool or one connection of it: what a statement can be sent to. */
export type Queryable = Pick<PoolClient, 'query'> | Pick<Pool, 'query'>;

export interface StoredEntry {
  readonly index: number;
  readonly kind: string;
  readonly at: Date;
  readonly leaf: Buffer;
  readonly leafHash: Hash;
}

export interface StoredCheckpoint extends SignedCheckpoint {
  readonly frontier: readonly Hash[];
}

/** Entries a batch: some megabytes of leaves at most. */
const BATCH = 5_000;

/**
 * Appends an act in the transaction of `client` and returns the entry's index. Other appends wait until it ends.
 * @throws LedgerError `act-personal`, `act-too-long`, `act-malformed`.
 */
export async function appendAct(client: Queryable, act: LedgerAct, at: Date): Promise<number> {
  const commitment = act.personId === null ? null : await commitmentOf(client, act.personId);
  const leaf = encodeAct(act, commitment, at);
  const { rows } = await client.query<{ index: string }>('select kept.ledger_append($1, $2) as index', [
    act.kind,
    leaf,
  ]);
  return Number(rows[0]?.index);
}

/** What stands for a person in the ledger; makes their salt at first use. */
export async function commitmentOf(client: Queryable, personId: string): Promise<string> {
  const { rows } = await client.query<{ commitment: string }>('select kept.ledger_commitment($1) as commitment', [
    personId,
  ]);
  return rows[0]?.commitment ?? '';
}

/** Entries from `start` on in the order of their index, up to `end` (not included). */
export async function* readEntries(client: Queryable, start: number, end = Infinity): AsyncGenerator<StoredEntry> {
  let next = start;
  for (;;) {
    const { rows } = await client.query<{ i: string; kind: string; at: Date; leaf: Buffer; leaf_hash: Buffer }>(
      `select entry_index as i, kind, at, leaf, leaf_hash from kept.ledger_entry
        where entry_index >= $1 and entry_index < $2 order by entry_index limit ${BATCH}`,
      [next, Number.isFinite(end) ? end : Number.MAX_SAFE_INTEGER],
    );
    for (const row of rows) {
      yield { index: Number(row.i), kind: row.kind, at: row.at, leaf: row.leaf, leafHash: row.leaf_hash };
      next = Number(row.i) + 1;
    }
    if (rows.length < BATCH) return;
  }
}

/** One more than the highest index. */
export async function ledgerSize(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ size: string }>(
    'select coalesce(max(entry_index) + 1, 0) as size from kept.ledger_entry',
  );
  return Number(rows[0]?.size ?? 0);
}

interface CheckpointRow {
  readonly tree_size: string;
  readonly root_hash: Buffer;
  readonly note: string;
  readonly frontier: Buffer;
}

/** Stored checkpoints of more than `size` entries, smallest first. */
export async function readCheckpoints(client: Queryable, moreThan = -1): Promise<StoredCheckpoint[]> {
  const { rows } = await client.query<CheckpointRow>(
    `select tree_size, root_hash, note, frontier from kept.ledger_checkpoint where tree_size > $1 order by tree_size`,
    [moreThan],
  );
  return rows.map(readCheckpointRow);
}

export async function readLastCheckpoint(client: Queryable): Promise<StoredCheckpoint | null> {
  const { rows } = await client.query<CheckpointRow>(
    'select tree_size, root_hash, note, frontier from kept.ledger_checkpoint order by tree_size desc limit 1',
  );
  return rows[0] === undefined ? null : readCheckpointRow(rows[0]);
}

function readCheckpointRow(row: CheckpointRow): StoredCheckpoint {
  const frontier: Hash[] = [];
  for (let at = 0; at < row.frontier.length; at += 32) frontier.push(row.frontier.subarray(at, at + 32));
  const origin = row.note.slice(0, row.note.indexOf('\n'));
  return { origin, size: Number(row.tree_size), root: row.root_hash, note: row.note, frontier };
}

export async function insertCheckpoint(client: Queryable, checkpoint: StoredCheckpoint, at: Date): Promise<void> {
  await client.query(
    `insert into kept.ledger_checkpoint (tree_size, root_hash, note, frontier, signed_at) values ($1, $2, $3, $4, $5)`,
    [checkpoint.size, checkpoint.root, checkpoint.note, Buffer.concat([...checkpoint.frontier]), at],
  );
}

/** One signer at a time, until the end of the transaction. */
export async function lockSigning(client: Queryable): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('kept.ledger_checkpoint', 0))`);
}

const TABLES = ['ledger_entry', 'ledger_checkpoint'];
const TRIGGERS = ['only_grows', 'only_grows_whole'];

/** The triggers that are not in force as the migration made them, as `kept.ledger_entry only_grows`. */
export async function missingProtection(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('kept.%s %s', cls.relname, trg.tgname) as name
       from pg_trigger trg
       join pg_class cls on cls.oid = trg.tgrelid
       join pg_proc fun on fun.oid = trg.tgfoid
      where cls.relnamespace = 'kept'::regnamespace and cls.relname = any($1) and trg.tgname = any($2)
        and trg.tgenabled = 'A' and trg.tgqual is null and trg.tgattr::text = ''
        and fun.proname = 'ledger_refuse_change' and fun.prosrc like '%raise exception%only grows%'
        -- Before (2), and update (16) with delete (8) a row (1), or truncate (32).
        and trg.tgtype = case trg.tgname when 'only_grows' then 1 + 2 + 8 + 16 else 2 + 32 end`,
    [TABLES, TRIGGERS],
  );
  const present = new Set(rows.map((row) => row.name));
  return TABLES.flatMap((table) => TRIGGERS.map((trigger) => `kept.${table} ${trigger}`)).filter(
    (name) => !present.has(name),
  );
}
