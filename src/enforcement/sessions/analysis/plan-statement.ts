/**
 * From a compiled statement to what is needed to run it logged: what the log says of it, which columns of the result say
 * whose it is, and for writes the statement with its log entry inside. Made once per text and purpose, then reused.
 */
import { createHash } from 'node:crypto';
import { createQueryId, type OperationNode, PostgresQueryCompiler, SelectQueryNode } from 'kysely';
import type { Policy } from '../../../policy/index.ts';
import type { AccessShape } from '../../access-log/entry.ts';
import type { Field } from '../../fields/read-fields.ts';
import { EnforcementError } from '../enforcement-error.ts';
import { attribute, type PersonColumn } from './attribution.ts';
import { refuseNamedPeople } from './count.ts';
import { categoriesOf, emptyFootprint, type Footprint, fieldsOf, peopleTablesOf } from './footprint.ts';
import { withLogOfRead } from './logged-read.ts';
import { mayWait } from './may-wait.ts';
import { opaque } from './raw-text.ts';
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
  /** Its rows are the principal's own and list others, who do not come out. */
  readonly ownLists: boolean;
  /** A read with its log entry inside; null where there is none to write or the columns cannot be told apart. */
  readonly logged: NamedStatement | null;
  readonly write: WritePlan | null;
  /** What of people it reads; of a write nothing, because what is written is not used by that. */
  readonly fields: readonly Field[];
  /** Whether it needs a connection to itself, because it may wait for a lock that another session holds. */
  readonly alone: boolean;
}

export interface PlanningContext {
  readonly policy: Policy;
  readonly purpose: string;
  readonly readable: (table: string) => readonly string[];
  /** Postgres shows the purpose nothing but rows of the principal. */
  readonly ownRows: boolean;
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
  const { columns, missing, ownLists } = attribute(print, outputs, context.ownRows);
  if (missing.length > 0) {
    throw new EnforcementError(
      'read-not-attributable',
      `the rows do not say whose they are: ${missing.map((table) => whatToSelect(context.policy, table)).join('; ')}`,
    );
  }
  const shape = shapeOf(context, print, 'read');
  const carries = shape !== null && !ownLists;
  const logged = carries ? withLogOfRead(compiled, node, print, outputs, columns) : null;
  return {
    ...named(compiled.sql),
    ...{ shape, people: columns, ownLists, write: null, alone: mayWait(node), fields: fieldsOf(print) },
    logged: logged === null ? null : named(logged),
  };
}

export function planCount(context: PlanningContext, compiled: Compiled): StatementPlan {
  const print = emptyFootprint(context.policy, context.readable);
  const node = selectOf(compiled);
  const outputs = walkSelect({ print, visible: true, optional: null }, node, null);
  refuseNamedPeople(print, node, outputs);
  const shape = shapeOf(context, print, 'count');
  return { ...NOBODY, ...named(compiled.sql), shape, write: null, fields: fieldsOf(print) };
}

export function planOfWrite(context: PlanningContext, compiled: Compiled): StatementPlan {
  const print = emptyFootprint(context.policy, context.readable);
  const write = planWrite(print, wholeTreeOf(compiled), compiled.parameters.length);
  const sql = write?.sql ?? compiled.sql;
  return { ...NOBODY, ...named(sql), shape: shapeOf(context, print, 'write'), write, fields: [] };
}

/** A statement whose result tells of nobody, or whose entry is inside. */
const NOBODY = { people: [], ownLists: false, logged: null, alone: true } as const;

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
  const node = wholeTreeOf(compiled);
  if (!SelectQueryNode.is(node)) {
    throw new EnforcementError('not-a-select', `a SELECT of the query builder is expected, found ${node.kind}`);
  }
  return node;
}

const compiler = new PostgresQueryCompiler();

/** The tree, after a look that the text which is run is that of the tree which is looked through. */
function wholeTreeOf(compiled: Compiled): OperationNode {
  const node = treeOf(compiled);
  if (!('kind' in node) || compiler.compileQuery(node as SelectQueryNode, createQueryId()).sql !== compiled.sql) {
    throw opaque('its text is not that of its tree');
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
