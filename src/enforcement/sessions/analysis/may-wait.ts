/**
 * Which reads need a connection to themselves: those that lock rows, and those that call something not known to be
 * harmless. A statement that waits for another session would hold up those that travel with it, perhaps the very one
 * that it waits for.
 */
import {
  AggregateFunctionNode,
  FunctionNode,
  type OperationNode,
  PrimitiveValueListNode,
  RawNode,
  SelectModifierNode,
  ValueNode,
} from 'kysely';

/** Functions that neither wait, nor lock, nor change anything; a name not here only costs the read its company. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['count', 'sum', 'avg', 'min', 'max', 'bool_and', 'bool_or', 'every', 'array_agg', 'string_agg', 'json_agg'],
  ...[
    'jsonb_agg',
    'to_json',
    'to_jsonb',
    'json_build_object',
    'jsonb_build_object',
    'row_number',
    'rank',
    'dense_rank',
  ],
  ...['coalesce', 'nullif', 'greatest', 'least', 'lower', 'upper', 'initcap', 'length', 'char_length', 'trim', 'btrim'],
  ...[
    'ltrim',
    'rtrim',
    'left',
    'right',
    'substr',
    'substring',
    'replace',
    'concat',
    'concat_ws',
    'starts_with',
    'lpad',
  ],
  ...['rpad', 'strpos', 'position', 'split_part', 'format', 'to_char', 'to_date', 'to_number', 'to_timestamp'],
  ...[
    'abs',
    'round',
    'floor',
    'ceil',
    'ceiling',
    'mod',
    'now',
    'date_trunc',
    'date_part',
    'extract',
    'age',
    'make_date',
  ],
  ...['make_interval', 'timezone', 'clock_timestamp', 'statement_timestamp', 'array_length', 'cardinality', 'unnest'],
  ...['array_remove', 'array_append', 'any', 'all', 'array', 'row', 'cast'],
]);

/** Words that stand before a parenthesis and call nothing. */
const SYNTAX: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'in', 'is', 'as', 'on', 'by', 'over', 'filter', 'within', 'group', 'values', 'case', 'when'],
  ...['then', 'else', 'between', 'like', 'ilike', 'exists', 'distinct', 'from', 'where', 'having', 'using', 'interval'],
]);

/** @param node A SELECT of the query builder. */
export function mayWait(node: OperationNode): boolean {
  return someNode(node, (found) => {
    if (SelectModifierNode.is(found)) return found.modifier !== 'Distinct';
    if (FunctionNode.is(found) || AggregateFunctionNode.is(found)) return !HARMLESS.has(found.func.toLowerCase());
    return RawNode.is(found) && rawMayWait(found);
  });
}

/** Raw text has no tree: a word before a parenthesis is taken for a call, and FOR for a lock. */
function rawMayWait({ sqlFragments }: RawNode): boolean {
  return sqlFragments.some((fragment) => {
    const text = fragment.replaceAll(/'(?:[^']|'')*'/g, "''");
    // A quoted name, or one that comes in from elsewhere before the parenthesis, is not looked up.
    if (/\bfor\b|"|^\s*\(/i.test(text)) return true;
    const called = [...text.matchAll(/([a-z_][\w.]*)\s*\(/gi)].map(([, name = '']) => name.toLowerCase());
    return called.some((name) => !HARMLESS.has(name) && !SYNTAX.has(name));
  });
}

function someNode(node: unknown, holds: (node: OperationNode) => boolean): boolean {
  if (Array.isArray(node)) return node.some((one) => someNode(one, holds));
  if (!isNode(node)) return false;
  if (ValueNode.is(node) || PrimitiveValueListNode.is(node)) return false;
  return holds(node) || Object.values(node).some((value) => someNode(value, holds));
}

const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
