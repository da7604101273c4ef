/** Categories, kinds of data subject and tables as the other rooms read them. */
import type { Column, Ownership, PathStep, Policy, Table } from '../model.ts';
import { qualified, splitColumn } from '../names.ts';
import type { DataText, OwnershipText } from '../schemas/data.ts';
import { labelOf, mapNamed } from './build-policy.ts';

type Data = Pick<Policy, 'categories' | 'dataSubjects' | 'tables' | 'schemas'>;

export function buildData(text: DataText): Data {
  const tables = Object.entries(text.tables).map(
    ([name, table]) => [qualified(name), buildTable(name, table)] as const,
  );
  return {
    categories: mapNamed(text.categories, (category, name) => ({
      name,
      label: labelOf(category),
      description: category.description ?? null,
      dpv: category.dpv ?? null,
      special: category.special,
      heldElsewhere: category.held_elsewhere ?? null,
    })),
    dataSubjects: mapNamed(text.data_subjects, (kind, name) => ({
      name,
      label: labelOf(kind),
      table: kind.table === undefined ? null : qualified(kind.table),
      key: kind.key ?? null,
      where: kind.where ?? null,
    })),
    tables: Object.fromEntries(tables),
    schemas: mapNamed(text.schemas, (schema, name) => ({ name, label: labelOf(schema), nobody: schema.nobody })),
  };
}

function buildTable(written: string, text: DataText['tables'][string]): Table {
  const name = qualified(written);
  const [schema = '', table = ''] = name.split('.');
  return {
    ...{ name, schema, table, label: labelOf(text), key: text.key },
    belongsTo: buildOwnership(text.belongs_to),
    gate: text.gate === 'permits' ? { kind: 'permits' } : { kind: 'none', because: text.gate.none },
    columns: mapNamed(text.columns, text.unused ? buildUnusedColumn : buildColumn),
    unused: text.unused,
  };
}

function buildColumn(text: DataText['tables'][string]['columns'][string], name: string): Column {
  const { nb, en, category } = text;
  return {
    name,
    category: category === 'none' ? null : category,
    label: nb === undefined || en === undefined ? null : { nb, en },
    source: text.from,
    protect: text.protect,
    search: text.search === undefined ? null : { where: text.search === 'all' ? null : text.search.where },
    mandatory: text.mandatory,
  };
}

/** What is not in use says nothing about anybody, whatever it would say if it were. */
const buildUnusedColumn: typeof buildColumn = (text, name) => ({
  ...buildColumn(text, name),
  category: null,
  search: null,
  mandatory: false,
});

export function buildOwnership(text: OwnershipText): Ownership {
  if ('self' in text) return { kind: 'self', column: text.self };
  if ('column' in text) return { kind: 'direct', column: text.column, to: qualified(text.of) };
  if ('path' in text) return { kind: 'path', steps: text.path.map(buildStep) };
  if ('listed' in text) return { kind: 'listed', column: text.listed };
  if ('nobody' in text) return { kind: 'nobody', because: text.nobody };
  return { kind: 'shared', among: text.any_of.map(buildOwnership) };
}

export function buildStep(text: string): PathStep {
  const [column = '', target = ''] = text.split(' -> ');
  const { table: toTable, column: toColumn } = splitColumn(target);
  return { column, toTable, toColumn };
}
