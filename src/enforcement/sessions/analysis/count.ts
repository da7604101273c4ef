/** What a count may give out: figures about people, never a person. */
import {
  AggregateFunctionNode,
  AliasNode,
  FunctionNode,
  type OperationNode,
  RawNode,
  ReferenceNode,
  SelectQueryNode as Select,
  type SelectQueryNode,
} from 'kysely';
import { keyColumns } from '../../../policy/index.ts';
import { EnforcementError } from '../enforcement-error.ts';
import type { Footprint, OutputColumn } from './footprint.ts';

/** `min` and `max` are one person's value; they are a figure only for columns that say nothing about a person. */
const FIGURES = new Set(['count', 'sum', 'avg', 'bool_and', 'bool_or', 'every', 'stddev', 'variance']);
const LEAST_AND_MOST = new Set(['min', 'max']);
const GATHERING =
  /\b(\w*_agg\w*|xmlagg|min|max|any_value|mode|percentile_disc|first_value|last_value|nth_value|lag|lead)\b/i;

/**
 * @param outputs The result columns, with where they come from.
 * @throws EnforcementError `count-names-people` for a result column that is a key or says whose a row is, for a column
 * that is not grouped by, for `*`, for sub-selects and unions, and for aggregates that give out values of single rows.
 */
export function refuseNamedPeople(print: Footprint, node: SelectQueryNode, outputs: readonly OutputColumn[]): void {
  if ((node.setOperations ?? []).length > 0) throw namesPeople('it puts several results together');
  for (const { origins } of outputs) for (const origin of origins) refuseKey(print, origin.use, origin.column);
  for (const { selection } of node.selections ?? []) {
    const inner: OperationNode = AliasNode.is(selection) ? selection.node : selection;
    if (inner.kind === 'SelectAllNode') throw namesPeople('it gives out whole rows');
    // Postgres refuses a column that GROUP BY does not name, unless it names a key.
    if (!AggregateFunctionNode.is(inner) && node.groupBy === undefined) {
      throw namesPeople('it gives out a value of each row; count, sum or group it');
    }
    refuseGathering(print, inner);
  }
  for (const item of node.groupBy?.items ?? []) refuseKeysIn(print, item);
}

function refuseKey(print: Footprint, use: number, column: string): void {
  const table = print.uses[use]?.table;
  if (table !== undefined && table.belongsTo.kind !== 'nobody' && keyColumns(table).has(column)) {
    throw namesPeople(`it gives out ${column}`);
  }
}

/** Looks through an expression for aggregates that give out values of single rows. */
function refuseGathering(print: Footprint, node: unknown): void {
  if (Array.isArray(node)) for (const one of node) refuseGathering(print, one);
  if (!isNode(node)) return;
  if (Select.is(node)) throw namesPeople('it gives out rows of a sub-select');
  if (ReferenceNode.is(node) && node.column.kind === 'SelectAllNode') throw namesPeople('it gives out whole rows');
  if (RawNode.is(node)) {
    const found = GATHERING.exec(node.sqlFragments.join(' '));
    if (found !== null) throw namesPeople(`it gathers values with ${found[0]}`);
  }
  if (FunctionNode.is(node) && GATHERING.test(node.func)) throw namesPeople(`it gathers values with ${node.func}`);
  if (AggregateFunctionNode.is(node)) refuseAggregate(print, node);
  for (const value of Object.values(node)) refuseGathering(print, value);
}

function refuseAggregate(print: Footprint, node: AggregateFunctionNode): void {
  const name = node.func.toLowerCase();
  if (node.over !== undefined) throw namesPeople(`it tells ${name} of each row`);
  if (FIGURES.has(name)) return;
  const plain = node.aggregated.every((one) => isPlain(print, one));
  if (!LEAST_AND_MOST.has(name) || !plain) throw namesPeople(`it gathers values with ${name}`);
}

/** A column that no described table of people holds under a category or as a key. */
function isPlain(print: Footprint, node: OperationNode): boolean {
  if (!ReferenceNode.is(node) || node.column.kind !== 'ColumnNode') return false;
  const { name } = node.column.column;
  return print.uses.every(
    ({ table }) => (table.columns[name]?.category ?? null) === null && !keyColumns(table).has(name),
  );
}

function refuseKeysIn(print: Footprint, node: unknown): void {
  if (Array.isArray(node)) for (const one of node) refuseKeysIn(print, one);
  if (!isNode(node)) return;
  const column = ReferenceNode.is(node) && node.column.kind === 'ColumnNode' ? node.column.column.name : null;
  if (column !== null) for (const [use] of print.uses.entries()) refuseKey(print, use, column);
  for (const value of Object.values(node)) refuseKeysIn(print, value);
}

const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

function namesPeople(what: string): EnforcementError {
  return new EnforcementError(
    'count-names-people',
    `a count names nobody, but ${what}; use read, which logs whose rows`,
  );
}
