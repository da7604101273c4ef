/** The names that a part of a statement can use: tables and sub-selects by alias, and those of the statement around it. */
import type { ReferenceNode, TableNode } from 'kysely';
import type { Table } from '../../../policy/index.ts';
import type { ColumnOfUse, Footprint, OutputColumn, TableUse } from './footprint.ts';

export type Source =
  | { readonly kind: 'table'; readonly use: TableUse }
  | { readonly kind: 'derived'; readonly outputs: readonly OutputColumn[] };

export interface Scope {
  readonly parent: Scope | null;
  /** By alias; a table without alias by its name and its qualified name. */
  readonly sources: Map<string, Source>;
  /** Results of WITH, by name. */
  readonly named: ReadonlyMap<string, readonly OutputColumn[]>;
}

export function innerScope(parent: Scope | null, named = parent?.named ?? new Map()): Scope {
  return { parent, sources: new Map(), named };
}

export function nameOf(node: TableNode): string {
  const { schema, identifier } = node.table;
  return schema === undefined ? identifier.name : `${schema.name}.${identifier.name}`;
}

/** A described table by its qualified name, or by its own name where just one table has it. */
export function describedTable(print: Footprint, name: string): Table | undefined {
  const exact = print.policy.tables[name];
  if (exact !== undefined || name.includes('.')) return exact;
  const found = Object.values(print.policy.tables).filter(({ table }) => table === name);
  return found.length === 1 ? found[0] : undefined;
}

/** Every source of a scope once, also when it has two names. */
export function sourcesOf(scope: Scope): readonly Source[] {
  return [...new Set(scope.sources.values())];
}

/** Where a column comes from; several when an unqualified name fits several sources, none when it is not described. */
export function resolveColumn(scope: Scope, tableName: string | null, column: string): readonly ColumnOfUse[] {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const named = tableName === null ? undefined : at.sources.get(tableName);
    const candidates = tableName === null ? sourcesOf(at) : named === undefined ? [] : [named];
    const found = candidates.flatMap((source) => originsIn(source, column));
    if (found.length > 0 || named !== undefined) return found;
  }
  return [];
}

function originsIn(source: Source, column: string): readonly ColumnOfUse[] {
  if (source.kind === 'derived') return source.outputs.find(({ name }) => name === column)?.origins ?? [];
  return source.use.table.columns[column] === undefined ? [] : [{ use: source.use.id, column }];
}

/** All columns of a source that `*` stands for. */
export function allColumns(print: Footprint, source: Source): readonly OutputColumn[] {
  if (source.kind === 'derived') return source.outputs;
  const { id, table } = source.use;
  return print.readable(table.name).map((column) => ({ name: column, origins: [{ use: id, column }] }));
}

/** The column name of a reference, or null for `table.*`. */
export function columnOf(node: ReferenceNode): string | null {
  return node.column.kind === 'ColumnNode' ? node.column.column.name : null;
}
