/**
 * Walks a statement's tree: every table and column it names is counted, every equality that holds in all rows is noted.
 * What cannot be seen through is refused, never guessed.
 */
import {
  AggregateFunctionNode,
  AliasNode,
  BinaryOperationNode,
  FunctionNode,
  IdentifierNode,
  type JoinNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  RawNode,
  ReferenceNode,
  type SelectionNode,
  SelectQueryNode,
  TableNode,
  type WithNode,
} from 'kysely';
import { EnforcementError } from '../enforcement-error.ts';
import { addUse, type ColumnOfUse, type Footprint, type OutputColumn, touch } from './footprint.ts';
import {
  opaque,
  readRawText,
  refuseHidingFunction,
  refuseRawModifiers,
  refuseRawTable,
  refuseSeveralColumns,
  refuseWindow,
} from './raw-text.ts';
import {
  allColumns,
  columnOf,
  describedTable,
  innerScope,
  nameOf,
  resolveColumn,
  type Scope,
  sourcesOf,
} from './scope.ts';

/** Where in the statement one stands. */
export interface Place {
  readonly print: Footprint;
  /** Rows of tables used here can come out of the statement. */
  readonly visible: boolean;
  readonly optional: number | null;
}

const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** A SELECT, alone or inside another statement; returns its result columns. */
export function walkSelect(place: Place, node: SelectQueryNode, parent: Scope | null): readonly OutputColumn[] {
  refuseRawModifiers([...(node.frontModifiers ?? []), ...(node.endModifiers ?? [])]);
  const scope = innerScope(parent, walkWith(place, node.with, parent));
  const first = place.print.uses.length;
  for (const from of node.from?.froms ?? []) addSource(place, from, scope);
  for (const join of node.joins ?? []) walkJoin(place, join, scope, first);
  const outputs = walkSelections(place, node.selections ?? [], scope);
  noteEqualities(place, node.where?.where, scope, first);
  for (const part of [node.where, node.groupBy, node.having, node.orderBy, node.limit, node.offset, node.distinctOn]) {
    walk(place, part, scope);
  }
  let all = outputs;
  for (const { expression } of node.setOperations ?? []) {
    const other = walkQuery(place, expression, scope);
    all = all.map((output, at) => ({ ...output, origins: [...output.origins, ...(other[at]?.origins ?? [])] }));
  }
  return all;
}

function walkQuery(place: Place, node: OperationNode, parent: Scope | null): readonly OutputColumn[] {
  if (ParensNode.is(node)) return walkQuery(place, node.node, parent);
  if (SelectQueryNode.is(node)) return walkSelect(place, node, parent);
  throw opaque(`it holds a ${node.kind} where a select is expected`);
}

/** The results of WITH that a statement can name, beside those of the statement around it. */
export function walkWith(
  place: Place,
  node: WithNode | undefined,
  parent: Scope | null,
): ReadonlyMap<string, readonly OutputColumn[]> {
  const named = new Map(parent?.named ?? []);
  for (const { name, expression } of node?.expressions ?? []) {
    if (node?.recursive === true) throw opaque('it is recursive');
    const outputs = walkQuery(place, expression, innerScope(parent, named));
    const renamed = name.columns?.map((column, at) => ({
      name: column.column.name,
      origins: outputs[at]?.origins ?? [],
    }));
    named.set(nameOf(name.table), renamed ?? outputs);
  }
  return named;
}

/** Makes one entry of FROM known to the scope. */
export function addSource(place: Place, node: OperationNode, scope: Scope): void {
  const alias = AliasNode.is(node) && IdentifierNode.is(node.alias) ? node.alias.name : null;
  const inner = AliasNode.is(node) ? node.node : node;
  if (TableNode.is(inner)) {
    addTable(place, inner, alias, scope);
  } else if (SelectQueryNode.is(inner)) {
    const outputs = walkSelect(place, inner, scope);
    if (alias !== null) scope.sources.set(alias, { kind: 'derived', outputs });
  } else {
    if (RawNode.is(inner)) refuseRawTable(place.print, inner);
    walk(place, inner, scope);
  }
}

function addTable(place: Place, node: TableNode, alias: string | null, scope: Scope): void {
  const name = nameOf(node);
  // A name with a schema is a table's, also where a result of WITH is called so.
  const outputs = node.table.schema === undefined ? scope.named.get(name) : undefined;
  if (outputs !== undefined) {
    scope.sources.set(alias ?? name, { kind: 'derived', outputs });
    return;
  }
  const table = describedTable(place.print, name);
  if (table === undefined) {
    throw new EnforcementError(
      'table-unknown',
      `the policy does not describe the table ${name}; describe it in data.yaml`,
    );
  }
  const source = { kind: 'table', use: addUse(place.print, table, place.visible, place.optional) } as const;
  for (const known of alias === null ? [table.table, table.name] : [alias]) scope.sources.set(known, source);
}

function walkJoin(place: Place, join: JoinNode, scope: Scope, first: number): void {
  const inner = ['InnerJoin', 'CrossJoin', 'LateralInnerJoin', 'LateralCrossJoin'].includes(join.joinType);
  const left = ['LeftJoin', 'LateralLeftJoin'].includes(join.joinType);
  if (!inner && !left) throw opaque(`it holds a ${join.joinType}, where a row may lack what says whose it is`);
  const joined = place.print.uses.length;
  const there = left ? { ...place, optional: joined } : place;
  addSource(there, join.table, scope);
  noteEqualities(there, join.on?.on, scope, left ? joined : first);
  walk(place, join.on, scope);
}

/** Columns of a result, of SELECT or RETURNING. */
export function walkSelections(place: Place, nodes: readonly SelectionNode[], scope: Scope): readonly OutputColumn[] {
  return nodes.flatMap(({ selection }) => walkSelection(place, selection, scope));
}

function walkSelection(place: Place, node: OperationNode, scope: Scope): readonly OutputColumn[] {
  if (node.kind === 'SelectAllNode')
    return touchAll(
      place,
      sourcesOf(scope).flatMap((it) => allColumns(place.print, it)),
    );
  const name = AliasNode.is(node) && IdentifierNode.is(node.alias) ? node.alias.name : null;
  const inner = AliasNode.is(node) ? node.node : node;
  if (ReferenceNode.is(inner)) {
    const column = columnOf(inner);
    if (column === null) {
      const source = inner.table === undefined ? undefined : scope.sources.get(nameOf(inner.table));
      return touchAll(place, source === undefined ? [] : allColumns(place.print, source));
    }
    return [{ name: name ?? column, origins: touchReference(place, inner, scope) }];
  }
  // A sub-select that finds nothing gives null, so what it holds speaks for nobody outside it.
  walk({ ...place, optional: place.print.uses.length }, inner, scope);
  if (RawNode.is(inner)) refuseSeveralColumns(inner);
  // What has no name here may take that of a key in the result.
  if (name === null) throw opaque('a result column has no name of its own; give it one with `as`');
  return [{ name, origins: [] }];
}

function touchAll(place: Place, outputs: readonly OutputColumn[]): readonly OutputColumn[] {
  for (const { origins } of outputs) for (const origin of origins) touch(place.print, origin);
  return outputs;
}

function touchReference(place: Place, node: ReferenceNode, scope: Scope): readonly ColumnOfUse[] {
  const column = columnOf(node);
  if (column === null) return [];
  const origins = resolveColumn(scope, node.table === undefined ? null : nameOf(node.table), column);
  for (const origin of origins) touch(place.print, origin);
  return origins;
}

/** Counts whatever stands below a node. Sub-selects in conditions only filter: their rows do not come out. */
export function walk(place: Place, node: unknown, scope: Scope, filters = false): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(place, one, scope, filters);
  } else if (!isNode(node)) {
    return;
  } else if (ReferenceNode.is(node)) {
    touchReference(place, node, scope);
  } else if (SelectQueryNode.is(node)) {
    walkSelect(filters ? { ...place, visible: false } : place, node, scope);
  } else if (RawNode.is(node)) {
    readRawText(place.print, node, scope);
    walk(place, node.parameters, scope, filters);
  } else if (TableNode.is(node)) {
    throw opaque('it names a table in an unusual place');
  } else {
    walkOther(place, node, scope, filters);
  }
}

const CONDITIONS = new Set([
  'WhereNode',
  'OnNode',
  'HavingNode',
  'GroupByNode',
  'OrderByNode',
  'LimitNode',
  'OffsetNode',
]);

function walkOther(place: Place, node: OperationNode, scope: Scope, filters: boolean): void {
  if (FunctionNode.is(node) || AggregateFunctionNode.is(node)) refuseHidingFunction(node.func);
  if (AggregateFunctionNode.is(node) && node.over !== undefined && place.visible && !filters) refuseWindow(node.func);
  if (node.kind === 'ColumnNode') touchName(place, node, scope);
  const below = filters || CONDITIONS.has(node.kind);
  for (const value of Object.values(node)) walk(place, value, scope, below);
}

/** A bare column, as GROUP BY and ORDER BY sometimes have it. */
function touchName(place: Place, node: OperationNode, scope: Scope): void {
  const column = 'column' in node && isNode(node.column) && IdentifierNode.is(node.column) ? node.column.name : '';
  for (const origin of resolveColumn(scope, null, column)) touch(place.print, origin);
}

/** Notes `a = b` for columns, where it must hold and one of them is used from `first` on. */
export function noteEqualities(place: Place, node: OperationNode | undefined, scope: Scope, first: number): void {
  if (node === undefined || !place.visible) return;
  if (ParensNode.is(node)) {
    noteEqualities(place, node.node, scope, first);
    return;
  }
  if (node.kind === 'AndNode' && 'left' in node && 'right' in node && isNode(node.left) && isNode(node.right)) {
    noteEqualities(place, node.left, scope, first);
    noteEqualities(place, node.right, scope, first);
    return;
  }
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator) || node.operator.operator !== '=') return;
  if (!ReferenceNode.is(node.leftOperand) || !ReferenceNode.is(node.rightOperand)) return;
  const [one, ...others] = touchReference(place, node.leftOperand, scope);
  const [other, ...more] = touchReference(place, node.rightOperand, scope);
  if (one === undefined || other === undefined || others.length + more.length > 0) return;
  if (one.use >= first || other.use >= first) place.print.equal.push([one, other]);
}
