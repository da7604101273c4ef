/**
 * Several statements on one connection in one packet, one transaction and one answer: the server wakes once, writes its
 * log to disk once, and answers once. A statement is parsed and described once for each connection and then known by its
 * name. Written beside the driver's own query class, which asks for one statement, one transaction and one description
 * each.
 */
import pg from 'pg';
import utils from 'pg/lib/utils.js';
import { parsers } from './pool.ts';

export interface PreparedStatement {
  /** The name that the statement is prepared under; the same name always comes with the same text. */
  readonly name: string;
  readonly sql: string;
  /** As `wireValues` makes them. */
  readonly values: readonly WireValue[];
}

export type WireValue = string | Buffer | null;

/** Parameters as they are sent. @throws Error for a value that cannot be sent, before anything is. */
export function wireValues(values: readonly unknown[]): WireValue[] {
  return values.map((value) => (typeof value === 'string' ? value : utils.prepareValue(value)));
}

export type Rows = Record<string, unknown>[];

export interface Failure {
  readonly error: unknown;
  /** The place of the statement that failed; null where the connection or the commit did, and so all of them. */
  readonly at: number | null;
  /** The connection is of no use any more. */
  readonly broken: boolean;
}

/** Told once: the rows of each statement after the commit, or the failure that undid all of them. */
export type Done = (failure: Failure | null, results: readonly Rows[]) => void;

/**
 * Runs statements of at least one in a transaction of their own.
 * @param client Not pipelined and outside any transaction, unless the statements are to be part of it.
 */
export function runTogether(client: pg.ClientBase, statements: readonly PreparedStatement[], done: Done): void {
  client.query(new StatementsTogether(statements, done));
}

interface RowDescription {
  readonly fields: readonly pg.FieldDef[];
}

interface Known {
  readonly sql: string;
  columns: readonly Column[];
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** What each connection has prepared; names that an error left in doubt are not in it and are closed first. */
const prepared = new WeakMap<pg.Connection, Map<string, Known>>();

/** Statements that a connection remembers at most; past it all are forgotten there and here. */
const MOST_PREPARED = 1_000;

class StatementsTogether implements pg.Submittable {
  readonly #statements: readonly PreparedStatement[];
  readonly #done: Done;
  readonly #known: Known[] = [];
  readonly #results: Rows[];
  #at = 0;
  #memory: Map<string, Known> | undefined;
  #unreadable: { error: unknown; at: number } | null = null;
  #ended = false;

  constructor(statements: readonly PreparedStatement[], done: Done) {
    this.#statements = statements;
    this.#done = done;
    this.#results = statements.map(() => []);
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection;
    const memory = memoryOf(connection);
    this.#memory = memory;
    stream.cork();
    for (const { name, sql, values } of this.#statements) {
      let known = memory.get(name);
      const isNew = known?.sql !== sql;
      if (known === undefined || isNew) {
        known = { sql, columns: [] };
        memory.set(name, known);
        // Not an error for a name that is not there.
        connection.close({ type: 'S', name }, true);
        connection.parse({ name, text: sql, types: [] }, true);
      }
      this.#known.push(known);
      connection.bind({ portal: '', statement: name, values: [...values] }, true);
      if (isNew) connection.describe({ type: 'P', name: '' }, true);
      connection.execute(null, true);
    }
    connection.sync();
    stream.uncork();
  }

  handleRowDescription({ fields }: RowDescription): void {
    const known = this.#known[this.#at];
    if (known !== undefined) known.columns = fields.map(columnOf);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const columns = this.#known[this.#at]?.columns ?? [];
    const row: Record<string, unknown> = {};
    try {
      for (let place = 0; place < columns.length; place += 1) {
        const column = columns[place];
        const text = fields[place];
        if (column !== undefined) row[column.name] = typeof text === 'string' ? column.parse(text) : null;
      }
    } catch (error) {
      this.#unreadable ??= { error, at: this.#at };
    }
    this.#results[this.#at]?.push(row);
  }

  handleCommandComplete(): void {
    this.#at += 1;
  }

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handlePortalSuspended(): void {}

  handleCopyInResponse(connection: { sendCopyFail(message: string): void }): void {
    connection.sendCopyFail('no data is copied here');
  }

  handleCopyData(): void {}

  handleReadyForQuery(): void {
    this.#end(this.#unreadable === null ? null : { ...this.#unreadable, broken: false });
  }

  /** Of a statement, of the commit, or of the connection. What came to be parsed is in doubt from the failed one on. */
  handleError(error: unknown): void {
    for (const { name } of this.#statements.slice(this.#at)) this.#memory?.delete(name);
    // 57P01 to 57P05: the server ends the connection after telling why.
    const ofStatement = error instanceof pg.DatabaseError && error.code?.startsWith('57P') !== true;
    const at = ofStatement && this.#at < this.#statements.length ? this.#at : null;
    this.#end({ error, at, broken: !ofStatement });
  }

  #end(failure: Failure | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#done(failure, this.#results);
  }
}

function memoryOf(connection: pg.Connection): Map<string, Known> {
  let memory = prepared.get(connection);
  if (memory === undefined) {
    memory = new Map();
    prepared.set(connection, memory);
  }
  if (memory.size >= MOST_PREPARED) {
    for (const name of memory.keys()) connection.close({ type: 'S', name }, true);
    memory.clear();
  }
  return memory;
}

function columnOf({ name, dataTypeID }: pg.FieldDef): Column {
  return { name, parse: parsers.getTypeParser(dataTypeID, 'text') };
}
