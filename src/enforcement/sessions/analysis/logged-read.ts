/**
 * A read with its log entry in the same statement: the rows come out only past a condition that writes the entry, so
 * that Postgres itself gives out nothing unlogged, and one commit makes the entry durable before it answers.
 */
import { ReferenceNode, type SelectQueryNode } from 'kysely';
import type { PersonColumn } from './attribution.ts';
import type { Footprint, OutputColumn } from './footprint.ts';
import { logEntry, peopleOf } from './log-entry.ts';

/**
 * @returns null where the column of a person could be mistaken for another: two of one name, or one that has none.
 * The last parameters are the shape's number and the principal's kind and id.
 */
export function withLogOfRead(
  { sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] },
  node: SelectQueryNode,
  print: Footprint,
  outputs: readonly OutputColumn[],
  people: readonly PersonColumn[],
): string | null {
  const plain = (node.selections ?? []).every(
    ({ selection }) => ReferenceNode.is(selection) || ['AliasNode', 'SelectAllNode'].includes(selection.kind),
  );
  const timesNamed = (name: string): number => outputs.filter((output) => output.name === name).length;
  if (!plain || people.length === 0 || people.some(({ name }) => timesNamed(name) !== 1)) return null;
  return (
    `with kept_read as materialized (${sql}) select * from kept_read ` +
    `where (select ${logEntry(parameters.length, peopleOf('kept_read', people, print))})`
  );
}
