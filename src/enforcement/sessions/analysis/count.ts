/** What a count may give out: figures about people, never a person. */
import {
  AggregateFunctionNode,
  AliasNode,
  type OperationNode,
  ReferenceNode,
  SelectQueryNode as Select,
  type SelectQueryNode,
} from 'kysely';
import { keyColumns, type Policy } from '../../../policy/index.ts';
import { EnforcementError } from '../enforcement-error.ts';
import { columnOf } from './scope.ts';

const FIGURES = new Set(['count', 'sum', 'avg', 'min', 'max', 'bool_and', 'bool_or', 'every', 'stddev', 'variance']);

/**
 * @throws EnforcementError `count-names-people` for a result column that is a key or says whose a row is, for `*`, for
 * sub-selects, and for aggregates that gather values (`array_agg`, `string_agg`).
 */
export function refuseNamedPeople(policy: Policy, node: SelectQueryNode): void {
  const keys = new Set(Object.values(policy.tables).flatMap((table) => [...keyColumns(table)]));
  for (const { selection } of node.selections ?? []) {
    const inner: OperationNode = AliasNode.is(selection) ? selection.node : selection;
    if (AggregateFunctionNode.is(inner)) refuseGathering(inner, keys);
    else refuseKey(inner, keys);
  }
}

function refuseGathering(node: AggregateFunctionNode, keys: ReadonlySet<string>): void {
  const name = node.func.toLowerCase();
  if (!FIGURES.has(name)) throw namesPeople(`it gathers values with ${name}`);
  if (name === 'min' || name === 'max') for (const one of node.aggregated) refuseKey(one, keys);
}

function refuseKey(node: OperationNode, keys: ReadonlySet<string>): void {
  if (node.kind === 'SelectAllNode' || Select.is(node)) throw namesPeople('it gives out whole rows');
  if (!ReferenceNode.is(node)) return;
  const column = columnOf(node);
  if (column === null || keys.has(column)) throw namesPeople(`it gives out ${column ?? 'whole rows'}`);
}

function namesPeople(what: string): EnforcementError {
  return new EnforcementError(
    'count-names-people',
    `a count names nobody, but ${what}; use read, which logs whose rows`,
  );
}
