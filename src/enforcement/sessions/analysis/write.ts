/**
 * A write with its log entry in the same statement, so that either both are there or neither. The people are taken from
 * the values that are inserted, or else from the rows that were written.
 */
import {
  AliasNode,
  ColumnNode,
  createQueryId,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  type OperationNode,
  PostgresQueryCompiler,
  RawNode,
  ReferenceNode,
  ReturningNode,
  SelectionNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
} from 'kysely';
import type { Ownership } from '../../../policy/index.ts';
import { ident } from '../../compile/sql.ts';
import { EnforcementError } from '../enforcement-error.ts';
import { attribute, type PersonColumn } from './attribution.ts';
import type { Footprint, OutputColumn, TableUse } from './footprint.ts';
import { touch } from './footprint.ts';
import { type InsertedOwners, insertedColumns } from './inserted-owners.ts';
import { logEntry, peopleOf } from './log-entry.ts';
import { opaque } from './raw-text.ts';
import { innerScope, nameOf, type Scope } from './scope.ts';
import { addSource, noteEqualities, type Place, walk, walkSelect, walkSelections, walkWith } from './walk.ts';

export interface WritePlan {
  readonly sql: string;
  /** Where the people stand among the inserted values; null: the statement takes them from the rows written. */
  readonly inserted: InsertedOwners | null;
  /** Whether RETURNING was asked for. */
  readonly returns: boolean;
}

type WriteNode = InsertQueryNode | UpdateQueryNode | DeleteQueryNode;

/** @returns null for a table of nobody, whose statement runs as it is. */
export function planWrite(print: Footprint, node: OperationNode, parameters: number): WritePlan | null {
  if (!InsertQueryNode.is(node) && !UpdateQueryNode.is(node) && !DeleteQueryNode.is(node)) {
    throw new EnforcementError('not-a-write', `an INSERT, UPDATE or DELETE is expected, found ${node.kind}`);
  }
  const place: Place = { print, visible: true, optional: null };
  const { written, alias, outputs } = walkWrite(place, node);
  if (print.uses.every(({ table }) => table.belongsTo.kind === 'nobody')) return null;
  const returns = node.returning !== undefined;
  const inserted =
    InsertQueryNode.is(node) && tellsWhose(print, node, written)
      ? insertedColumns(node, written.table.belongsTo)
      : null;
  if (inserted !== null) return { sql: withLog(print, node, outputs, [], parameters), inserted, returns };
  const owners = ownerColumnsOf(written.table.belongsTo);
  const carried = owners.map((column, at) => ({ column, name: `kept_person_${at}` }));
  const known = carried.map(({ column, name }): OutputColumn => ({ name, origins: [{ use: written.id, column }] }));
  const { columns, missing } = attribute(print, [...known, ...outputs]);
  if (missing.length > 0) {
    throw new EnforcementError(
      'write-not-attributable',
      `it cannot be said whose rows are written in ${missing.join(', ')}`,
    );
  }
  const listed = new Set(columns.filter((it) => it.listed).map(({ name }) => name));
  const extended = returning(node, alias, carried);
  const people = columns.map(({ name }) => ({ name, listed: listed.has(name) }));
  return { sql: withLog(print, extended, outputs, people, parameters), inserted: null, returns };
}

/** Whether the inserted values say whose all is: no other row is updated in place of one, none is read along. */
function tellsWhose(print: Footprint, node: InsertQueryNode, written: TableUse): boolean {
  const others = print.uses.filter(
    ({ id, visible, table }) => id !== written.id && visible && table.belongsTo.kind !== 'nobody',
  );
  return node.onConflict?.updates === undefined && others.length === 0;
}

interface Walked {
  readonly written: TableUse;
  /** How the statement itself calls the table that it writes. */
  readonly alias: string;
  readonly outputs: readonly OutputColumn[];
}

function walkWrite(place: Place, node: WriteNode): Walked {
  if (node.endModifiers !== undefined) throw opaque('raw SQL stands after it');
  const scope = innerScope(null, walkWith(place, node.with, null));
  const target = InsertQueryNode.is(node) ? node.into : UpdateQueryNode.is(node) ? node.table : node.from.froms[0];
  if (target === undefined) throw opaque('it names no table to write');
  addSource(place, target, scope);
  const written = place.print.uses.at(-1);
  const source = [...scope.sources.entries()][0];
  if (written === undefined || source === undefined) throw opaque('it writes something that is not a table');
  if (InsertQueryNode.is(node)) walkInsert(place, node, written, scope);
  else walkChange(place, node, written, scope);
  const outputs = walkSelections(place, node.returning?.selections ?? [], scope);
  return { written, alias: aliasOf(target), outputs };
}

function walkInsert(place: Place, node: InsertQueryNode, written: TableUse, scope: Scope): void {
  for (const { column } of node.columns ?? []) touch(place.print, { use: written.id, column: column.name });
  if (node.values !== undefined && SelectQueryNode.is(node.values)) walkSelect(place, node.values, scope);
  else walk(place, node.values, innerScope(null, scope.named));
  scope.sources.set('excluded', { kind: 'table', use: written });
  walk(place, node.onConflict, scope);
  scope.sources.delete('excluded');
}

function walkChange(place: Place, node: UpdateQueryNode | DeleteQueryNode, written: TableUse, scope: Scope): void {
  const others = UpdateQueryNode.is(node) ? node.from?.froms : node.using?.tables;
  for (const other of others ?? []) addSource(place, other, scope);
  if ((node.joins ?? []).length > 0) throw opaque('it joins in a write; name the other table under FROM or USING');
  noteEqualities(place, node.where?.where, scope, 0);
  walk(place, node.where, scope);
  for (const { column, value } of UpdateQueryNode.is(node) ? (node.updates ?? []) : []) {
    if (ColumnNode.is(column)) touch(place.print, { use: written.id, column: column.column.name });
    else walk(place, column, scope);
    // What is read for a value comes out with the row.
    walk(place, value, scope);
  }
}

function aliasOf(target: OperationNode): string {
  if (AliasNode.is(target) && IdentifierNode.is(target.alias)) return target.alias.name;
  if (TableNode.is(target)) return nameOf(target);
  throw opaque('it writes something that is not a table');
}

function ownerColumnsOf(ownership: Ownership): readonly string[] {
  switch (ownership.kind) {
    case 'self':
    case 'direct':
    case 'listed':
      return [ownership.column];
    case 'path':
      return ownership.steps.length === 1 ? ownership.steps.map(({ column }) => column) : [];
    case 'shared':
      return ownership.among.flatMap(ownerColumnsOf);
    case 'nobody':
      return [];
    default:
      return ownership satisfies never;
  }
}

interface Carried {
  readonly column: string;
  readonly name: string;
}

/** The statement with the columns that say whose the rows are in its RETURNING. */
function returning(node: WriteNode, alias: string, carried: readonly Carried[]): WriteNode {
  const [schema, table] = alias.includes('.') ? alias.split('.') : [undefined, alias];
  const named =
    schema === undefined ? TableNode.create(table ?? alias) : TableNode.createWithSchema(schema, table ?? alias);
  const added = carried.map(({ column, name }) =>
    SelectionNode.create(
      AliasNode.create(ReferenceNode.create(ColumnNode.create(column), named), IdentifierNode.create(name)),
    ),
  );
  return { ...node, returning: ReturningNode.create([...(node.returning?.selections ?? []), ...added]) };
}

const compiler = new PostgresQueryCompiler();

/**
 * The whole statement. Its last parameters are the shape's number, the principal's kind and id, and, where the rows do
 * not say it, the people. A write that meets no row makes no entry.
 */
function withLog(
  print: Footprint,
  node: WriteNode,
  outputs: readonly OutputColumn[],
  people: readonly PersonColumn[],
  parameters: number,
): string {
  const done = SelectionNode.create(AliasNode.create(RawNode.createWithSql('1'), IdentifierNode.create('kept_done')));
  const ended = node.returning === undefined ? { ...node, returning: ReturningNode.create([done]) } : node;
  const write = compiler.compileQuery(ended, createQueryId()).sql;
  const whose =
    people.length === 0
      ? `(select $${parameters + 4}::uuid[] from kept_write limit 1)`
      : peopleOf('kept_write', people, print);
  const columns = outputs.map(({ name }) => `kept_write.${ident(name)}`).join(', ');
  return `with kept_write as (${write}) select ${columns} from kept_write where (select ${logEntry(parameters, whose)})`;
}
