/**
 * From a compiled statement to what is needed to run it logged: what the log says of it, which columns of the result say
 * whose it is, and for writes the statement with its log entry inside. Made once per text and purpose, then reused.
 */
import { createHash } from 'node:crypto';
import { type OperationNode, SelectQueryNode } from 'kysely';
import type { Policy } from '../../../policy/index.ts';
import type { AccessShape } from '../../access-log/entry.ts';
import { EnforcementError } from '../enforcement-error.ts';
import { attribute, type PersonColumn } from './attribution.ts';
import { refuseNamedPeople } from './count.ts';
import { categoriesOf, emptyFootprint, type Footprint, peopleTablesOf } from './footprint.ts';
import { withLogOfRead } from './logged-read.ts';
import { mayWait } from './may-wait.ts';
import { walkSelect } from './walk.ts';
import { planWrite, type WritePlan } from './write.ts';

export interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly query: unknown;
}

/** A statement under the name that connections prepare it by. */
export interface NamedStatement {
  readonly name: string;
  readonly sql: string;
}

export interface StatementPlan extends NamedStatement {
  /** What the log says; null for tables of nobody. */
  readonly shape: AccessShape | null;
  /** Columns of the result that hold keys of people; for writes the entry is inside and this is empty. */
  readonly people: readonly PersonColumn[];
  /** A read with its log entry inside; null where there is none to write or the columns cannot be told apart. */
  readonly logged: NamedStatement | null;
  readonly write: WritePlan | null;
  /** Whether it needs a connection to itself, because it may wait for a lock that another session holds. */
  readonly alone: boolean;
}

export interface PlanningContext {
  readonly policy: Policy;
  readonly purpose: string;
  readonly readable: (table: string) => readonly string[];
}

/** Prepared statements are named by their text, so that a connection parses each only once. */
export function statementName(sql: string): string {
  return `k${createHash('sha256').update(sql).digest('base64url').slice(0, 24)}`;
}

const named = (sql: string): NamedStatement => ({ name: statementName(sql), sql });

export function planRead(context: PlanningContext, compiled: Compiled): StatementPlan {
  const print = emptyFootprint(context.policy, context.readable);
  const node = selectOf(compiled);
  const outputs = walkSelect({ print, visible: true, optional: null }, node, null);
  const { columns, missing } = attribute(print, outputs);
  if (missing.length > 0) {
    throw new EnforcementError(
      'read-not-attributable',
      `the rows do not say whose they are: ${missing.map((table) => whatToSelect(context.policy, table)).join('; ')}`,
    );
  }
  const shape = shapeOf(context, print, 'read');
  const logged = shape === null ? null : withLogOfRead(compiled, node, print, outputs, columns);
  return {
    ...named(compiled.sql),
    ...{ shape, people: columns, logged: logged === null ? null : named(logged), write: null, alone: mayWait(node) },
  };
}

export function planCount(context: PlanningContext, compiled: Compiled): StatementPlan {
  const print = emptyFootprint(context.policy, context.readable);
  const node = selectOf(compiled);
  walkSelect({ print, visible: true, optional: null }, node, null);
  refuseNamedPeople(context.policy, node);
  const shape = shapeOf(context, print, 'count');
  return { ...named(compiled.sql), shape, people: [], logged: null, write: null, alone: true };
}

export function planOfWrite(context: PlanningContext, compiled: Compiled): StatementPlan {
  const print = emptyFootprint(context.policy, context.readable);
  const write = planWrite(print, treeOf(compiled), compiled.parameters.length);
  const sql = write?.sql ?? compiled.sql;
  return { ...named(sql), shape: shapeOf(context, print, 'write'), people: [], logged: null, write, alone: true };
}

function shapeOf(context: PlanningContext, print: Footprint, action: AccessShape['action']): AccessShape | null {
  const tables = peopleTablesOf(print);
  if (tables.length === 0) return null;
  return { purpose: context.purpose, action, tables, categories: categoriesOf(print) };
}

function whatToSelect(policy: Policy, table: string): string {
  const ownership = policy.tables[table]?.belongsTo;
  const column = ownership !== undefined && 'column' in ownership ? ` (select ${table}.${ownership.column})` : '';
  return `${table}${column}`;
}

function selectOf(compiled: Compiled): SelectQueryNode {
  const node = treeOf(compiled);
  if (!SelectQueryNode.is(node)) {
    throw new EnforcementError('not-a-select', `a SELECT of the query builder is expected, found ${node.kind}`);
  }
  return node;
}

/** The tree that the query builder leaves beside the text. */
export function treeOf({ query }: Compiled): OperationNode {
  if (typeof query === 'object' && query !== null && 'kind' in query && typeof query.kind === 'string') {
    // The builder types its own tree; the session's contract does not name the builder, so the type is found again here.
    return query as OperationNode;
  }
  throw new EnforcementError('statement-opaque', 'the statement has no tree; build it with the query builder');
}
