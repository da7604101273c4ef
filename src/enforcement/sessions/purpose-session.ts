/**
 * A session: the statements of one principal for one purpose. Rows leave it only after their log entry is durable, and
 * writes carry their entry inside.
 */
import type { Kysely } from 'kysely';
import type { AccessLog, AccessShape } from '../access-log/entry.ts';
import type { FieldWatch } from '../fields/read-fields.ts';
import { appendAct } from '../ledger/store.ts';
import type { Compilable, LedgerAct, Principal, PurposeSession } from '../types.ts';
import { isPersonId } from './admission.ts';
import type { PersonColumn } from './analysis/attribution.ts';
import { insertedPeople } from './analysis/inserted-owners.ts';
import { type Compiled, type StatementPlan, treeOf } from './analysis/plan-statement.ts';
import { EnforcementError, withoutValues } from './enforcement-error.ts';
import type { PlanCache } from './plan-cache.ts';
import type { Runner } from './purpose-database.ts';

type Row = Record<string, unknown>;

/** What the sessions of one purpose have in common. */
export interface SessionParts<DB> {
  readonly principal: Principal;
  readonly purpose: string;
  readonly query: Kysely<DB>;
  readonly plans: PlanCache;
  readonly log: AccessLog;
  readonly fields: Pick<FieldWatch, 'read'>;
  readonly now: () => Date;
}

/** Opens a transaction (or a savepoint in one) and gives `work` the runner of its connection. */
export type Transact = <T>(work: (runner: Runner, transact: Transact) => Promise<T>) => Promise<T>;

/** A session and the switch that ends it: what is kept of it afterwards reaches nothing. */
export interface OpenSession<DB> {
  readonly session: PurposeSession<DB>;
  end(): void;
}

export function openSession<DB>(parts: SessionParts<DB>, runner: Runner, transact: Transact): OpenSession<DB> {
  const session = new Session(parts, runner, transact);
  return { session, end: () => session.end() };
}

class Session<DB> implements PurposeSession<DB> {
  readonly principal: Principal;
  readonly purpose: string;
  readonly query: Kysely<DB>;
  readonly #parts: SessionParts<DB>;
  readonly #transact: Transact;
  #given: Runner | null;

  constructor(parts: SessionParts<DB>, runner: Runner, transact: Transact) {
    this.principal = parts.principal;
    this.purpose = parts.purpose;
    this.query = parts.query;
    this.#parts = parts;
    this.#transact = transact;
    this.#given = runner;
  }

  read<R>(statement: Compilable<R>): Promise<R[]> {
    return read(this.#parts, this.#runner(), statement);
  }

  count<R>(statement: Compilable<R>): Promise<R[]> {
    return count(this.#parts, this.#runner(), statement);
  }

  write<R>(statement: Compilable<R>): Promise<R[]> {
    return write(this.#parts, this.#runner(), statement);
  }

  append(act: LedgerAct): Promise<void> {
    return append(this.#parts, this.#runner(), act);
  }

  transaction<T>(work: (session: PurposeSession<DB>) => Promise<T>): Promise<T> {
    this.#runner();
    return this.#transact((inner, deeper) => workIn(openSession(this.#parts, inner, deeper), work));
  }

  end(): void {
    this.#given = null;
  }

  #runner(): Runner {
    if (this.#given !== null) return this.#given;
    throw new EnforcementError(
      'statement-refused',
      `purpose ${this.purpose}: the session has ended; keep its work inside it`,
    );
  }
}

/** Runs `work` in a session and ends it, however the work ends. */
export async function workIn<DB, T>(
  { session, end }: OpenSession<DB>,
  work: (session: PurposeSession<DB>) => Promise<T>,
): Promise<T> {
  try {
    return await work(session);
  } finally {
    end();
  }
}

async function read<DB, R>(parts: SessionParts<DB>, runner: Runner, statement: Compilable<R>): Promise<R[]> {
  const compiled = statement.compile();
  const plan = parts.plans.read(compiled);
  parts.fields.read(plan.fields);
  const { logged, shape } = plan;
  if (logged === null || shape === null || !runner.commitsEach) return await readThenLog(parts, runner, plan, compiled);
  const known = parts.log.shapeId(shape);
  const { kind, id } = parts.principal;
  const values = [...compiled.parameters, typeof known === 'number' ? known : await known, kind, id];
  return typed(await carried(parts.log, plan.alone ? runner.run(logged, values) : runner.read(logged, values)));
}

/** Tells the log what became of an entry inside a statement. */
async function carried(log: AccessLog, statement: Promise<Row[]>): Promise<Row[]> {
  try {
    const rows = await statement;
    log.carried(true);
    return rows;
  } catch (error) {
    if (error instanceof EnforcementError && error.code === 'log-unavailable') log.carried(false);
    throw error;
  }
}

/**
 * The entry after the rows, on the log's own connection: for tables of nobody, which have none, for statements that
 * cannot carry one, and in a transaction, whose rows are seen also when it is rolled back.
 */
async function readThenLog<DB, R>(
  parts: SessionParts<DB>,
  runner: Runner,
  plan: StatementPlan,
  { parameters }: Compiled,
): Promise<R[]> {
  const rows = await (plan.alone ? runner.run(plan, parameters) : runner.read(plan, parameters));
  const dataSubjects = plan.shape === null ? [] : peopleIn(rows, plan.people, plan.shape);
  const own = parts.principal.id.toLowerCase();
  if (plan.ownLists && rows.length > 0 && !dataSubjects.includes(own)) dataSubjects.push(own);
  if (plan.shape !== null && dataSubjects.length > 0) {
    await parts.log.add({ shape: plan.shape, principal: parts.principal, dataSubjects });
  }
  return typed(rows);
}

async function count<DB, R>(parts: SessionParts<DB>, runner: Runner, statement: Compilable<R>): Promise<R[]> {
  const compiled = statement.compile();
  const plan = parts.plans.count(compiled);
  parts.fields.read(plan.fields);
  const rows = await runner.run(plan, compiled.parameters);
  if (plan.shape !== null) {
    await parts.log.add({ shape: plan.shape, principal: parts.principal, dataSubjects: [] });
  }
  return typed(rows);
}

async function write<DB, R>(parts: SessionParts<DB>, runner: Runner, statement: Compilable<R>): Promise<R[]> {
  const compiled = statement.compile();
  const plan = parts.plans.write(compiled);
  if (plan.write === null || plan.shape === null) return typed(await runner.run(plan, compiled.parameters));
  const { inserted, returns } = plan.write;
  const known = parts.log.shapeId(plan.shape);
  const { kind, id } = parts.principal;
  const values = [...compiled.parameters, typeof known === 'number' ? known : await known, kind, id];
  if (inserted !== null) values.push(`{${insertedPeople(treeOf(compiled), inserted).join(',')}}`);
  const rows = await (runner.commitsEach ? carried(parts.log, runner.run(plan, values)) : runner.run(plan, values));
  return returns ? typed(rows) : [];
}

async function append<DB>(parts: SessionParts<DB>, runner: Runner, act: LedgerAct): Promise<void> {
  await runner.withConnection(async (client) => {
    try {
      await appendAct(client, act, parts.now());
    } catch (thrown) {
      // The ledger's own errors tell what is wrong with the act and hold no value; a driver's may.
      if (thrown instanceof Error && thrown.name === 'LedgerError') throw thrown;
      throw withoutValues(thrown, `purpose ${parts.purpose}: append to the ledger`);
    }
  });
}

/** The people whose rows these are, each once. */
function peopleIn(rows: readonly Row[], columns: readonly PersonColumn[], shape: AccessShape): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    for (const { name, listed } of columns) {
      const value = row[name];
      for (const one of listed && Array.isArray(value) ? value : [value]) {
        if (one === null || one === undefined) continue;
        if (!isPersonId(one)) throw notAPerson(name, shape);
        found.add(one);
      }
    }
  }
  return [...found];
}

function notAPerson(column: string, shape: AccessShape): EnforcementError {
  return new EnforcementError(
    'read-not-attributable',
    `the column ${column} of ${shape.tables.join(', ')} should hold keys of people and holds something else`,
  );
}

/** The builder has inferred the row's type from the same statement; the driver knows none. */
function typed<R>(rows: readonly Row[]): R[] {
  return rows as unknown as R[];
}
