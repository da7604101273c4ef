/**
 * What controls ask of the policy's tables and of the live catalogue: which tables are of people, which columns hold
 * text, and how their rows are read a batch at a time.
 */
import type { Policy, Table } from '../../policy/index.ts';
import type { Pool } from '../../postgres/index.ts';

/** An identifier as SQL has it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A qualified table as SQL has it. */
function quotedTable(table: Pick<Table, 'schema' | 'table'>): string {
  return `${quoted(table.schema)}.${quoted(table.table)}`;
}

/** Described tables whose rows are of people, in the order of the policy. */
export function tablesOfPeople(policy: Policy): Table[] {
  return Object.values(policy.tables).filter((table) => table.belongsTo.kind !== 'nobody');
}

/** Columns that say something about a person. */
export function personalColumns(table: Table): string[] {
  return Object.values(table.columns)
    .filter((column) => column.category !== null)
    .map((column) => column.name);
}

export interface LiveColumn {
  /** Qualified. */
  readonly table: string;
  readonly column: string;
  /** Postgres's name of the type, as `text`, `jsonb`, `_text`. */
  readonly type: string;
  readonly mandatory: boolean;
}

/** All columns of the described tables that exist, from the catalogue. */
export async function liveColumns(pool: Pool, policy: Policy): Promise<LiveColumn[]> {
  const { rows } = await pool.query<LiveColumn>(
    `select nsp.nspname || '.' || cls.relname as "table", att.attname as "column", typ.typname as "type",
            att.attnotnull as mandatory
       from pg_attribute att
       join pg_class cls on cls.oid = att.attrelid
       join pg_namespace nsp on nsp.oid = cls.relnamespace
       join pg_type declared on declared.oid = att.atttypid
       join pg_type typ on typ.oid = case declared.typtype when 'd' then declared.typbasetype else declared.oid end
      where att.attnum > 0 and not att.attisdropped and cls.relkind in ('r', 'p')
        and nsp.nspname || '.' || cls.relname = any($1)
      order by 1, att.attnum`,
    [Object.keys(policy.tables)],
  );
  return rows;
}

const TEXT_TYPES = new Set(['text', 'varchar', 'bpchar', 'citext', 'json', 'jsonb', '_text', '_varchar']);

export function isText(column: LiveColumn): boolean {
  return TEXT_TYPES.has(column.type);
}

/** Rows a batch of `eachBatch`. */
const BATCH = 5_000;

export interface KeyedRow {
  /** The row's key, as evidence names it: `3f2c… 1`. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | null>>;
}

/**
 * Reads the rows for which `where` holds, in batches along the table's key, so that a table of any length passes
 * through a bounded memory and no snapshot is held open.
 * @param columns SQL expressions by the name under which their text is handed over.
 * @param where An SQL condition on the row, aliased `t`; it never holds a value.
 */
export async function* eachRow(
  pool: Pool,
  table: Table,
  columns: Readonly<Record<string, string>>,
  where: string,
): AsyncGenerator<KeyedRow> {
  const keys = table.key.map((column) => `t.${quoted(column)}`);
  const selected = Object.entries(columns).map(([name, expression]) => `(${expression})::text as ${quoted(name)}`);
  const parameters = keys.map((_, at) => `$${at + 1}`).join(', ');
  let after: readonly string[] | null = null;
  for (;;) {
    const beyond = after === null ? '' : `and (${keys.join(', ')}) > (${parameters})`;
    const { rows }: { rows: Record<string, string | null>[] } = await pool.query(
      `select array[${keys.map((key) => `${key}::text`).join(', ')}]::text[] as "key of row"
              ${selected.length > 0 ? `, ${selected.join(', ')}` : ''}
         from ${quotedTable(table)} t where (${where}) ${beyond} order by ${keys.join(', ')} limit ${BATCH}`,
      after === null ? [] : [...after],
    );
    for (const { 'key of row': key, ...values } of rows) {
      // The driver hands an array of text over as one, whatever the row's type says.
      after = key as unknown as readonly string[];
      yield { key: after.join(' '), values };
    }
    if (rows.length < BATCH) return;
  }
}
