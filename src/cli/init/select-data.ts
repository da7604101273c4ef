/** Purposes, data, retention: what of the packaged policy is there for the parts that a company uses. */
import { namesOfOthers } from './parts.ts';
import { afterEvent, relationshipOf, unorderedLabel } from './relationship.ts';
import {
  dropEntry,
  insertAfter,
  isMap,
  isScalar,
  isSeq,
  keepItems,
  keysOf,
  mapAt,
  standAlone,
  textsIn,
  type YAMLMap,
  type YamlFile,
} from './yaml-edit.ts';

export interface DataFiles {
  readonly data: YamlFile;
  readonly purposes: YamlFile;
  readonly retention: YamlFile;
  readonly recipients: YamlFile;
}

/** What is left for everything that names it. */
export interface Left {
  readonly purposes: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

/** Takes out of all four files what only the parts have that are not used. */
export function selectData(files: DataFiles, parts: readonly string[]): Left {
  const { data, purposes } = files;
  const tables = namesOfOthers(parts, 'tables');
  const kinds = namesOfOthers(parts, 'dataSubjects');
  const ofParts = namesOfOthers(parts, 'purposes');
  for (const name of ofParts) dropEntry(mapAt(purposes, ['purposes']), name);
  for (const name of kinds) dropEntry(mapAt(data, ['data_subjects']), name);
  for (const name of tables) insertAfter(data, mapAt(data, ['tables', name]), 'en', 'unused', true);
  const named = namesInPurposes(purposes);
  dropCategories(data, (name) => named.has(name), parts);
  const categories = new Set(keysOf(mapAt(data, ['categories'])));
  const isUsed = (table: string): boolean => !tables.has(table.replace(/^register\./, ''));
  for (const name of keysOf(mapAt(purposes, ['purposes']))) {
    trimPurpose(mapAt(purposes, ['purposes', name]), { name, kinds, categories, isUsed });
  }
  dropUnusedRoles(purposes);
  const left = { categories, purposes: new Set(keysOf(mapAt(purposes, ['purposes']))) };
  selectRetention(files.retention, parts, left, isUsed);
  return left;
}

function namesInPurposes(purposes: YamlFile): ReadonlySet<string> {
  const all = mapAt(purposes, ['purposes']);
  return new Set(
    keysOf(all).flatMap((name) => {
      const purpose = mapAt(purposes, ['purposes', name]);
      return [...textsIn(purpose.get('uses', true)), ...textsIn(purpose.get('records', true))];
    }),
  );
}

/** A category stays where a table in use holds it, or a purpose that is left needs what is held elsewhere. */
function dropCategories(data: YamlFile, isNamed: (category: string) => boolean, parts: readonly string[]): void {
  const { held, homeless } = homesOfCategories(data);
  const ofOthers = namesOfOthers(parts, 'categories');
  const categories = mapAt(data, ['categories']);
  for (const name of keysOf(categories)) {
    const elsewhere = data.hasIn(['categories', name, 'held_elsewhere']) || homeless(name);
    const stays = held.has(name) || (elsewhere && isNamed(name) && !ofOthers.has(name));
    if (!stays) dropEntry(categories, name);
  }
}

/** The categories of columns in use, and whether a category has no column at all. */
function homesOfCategories(data: YamlFile): {
  readonly held: ReadonlySet<string>;
  homeless(category: string): boolean;
} {
  const held = new Set<string>();
  const described = new Set<string>();
  for (const { value: table } of mapAt(data, ['tables']).items) {
    const columns = isMap(table) ? table.get('columns') : null;
    if (!isMap(table) || !isMap(columns)) continue;
    for (const { value: column } of columns.items) {
      const category = isMap(column) ? String(column.get('category')) : '';
      described.add(category);
      if (table.get('unused') !== true) held.add(category);
    }
  }
  return { held, homeless: (category) => !described.has(category) };
}

interface Trim {
  readonly name: string;
  readonly kinds: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly isUsed: (table: string) => boolean;
}

function trimPurpose(purpose: YAMLMap, { name, kinds, categories, isUsed }: Trim): void {
  const limited = purpose.has('tables');
  keepItems(purpose, 'about', (kind) => !kinds.has(kind));
  for (const list of ['uses', 'records']) keepItems(purpose, list, (category) => categories.has(category));
  for (const list of ['tables', 'maintains', 'removes_from']) keepItems(purpose, list, isUsed);
  const profiling = purpose.get('profiling', true);
  if (isMap(profiling)) keepItems(profiling, 'from', (category) => categories.has(category));
  // Whoever has yet to weigh it has not done so on any day.
  const balancing = purpose.get('balancing', true);
  if (isMap(balancing)) dropEntry(balancing, 'assessed_on');
  // Without its list a purpose would reach every table.
  if (limited && !purpose.has('tables')) throw new Error(`the purpose ${name} is left without a table`);
  if (!purpose.has('about')) throw new Error(`the purpose ${name} is left without anybody it is about`);
}

function dropUnusedRoles(purposes: YamlFile): void {
  const used = new Set(
    keysOf(mapAt(purposes, ['purposes'])).flatMap((name) =>
      textsIn(mapAt(purposes, ['purposes', name]).get('roles', true)),
    ),
  );
  const roles = mapAt(purposes, ['roles']);
  for (const role of keysOf(roles)) if (!used.has(role)) dropEntry(roles, role);
}

function selectRetention(
  file: YamlFile,
  parts: readonly string[],
  { purposes }: Left,
  isUsed: (table: string) => boolean,
): void {
  const rules = mapAt(file, ['rules']);
  for (const name of keysOf(rules)) {
    const rule = mapAt(file, ['rules', name]);
    keepItems(rule, 'keep', (kept) => isUsed(kept) && isUsed(kept.split('.').slice(0, -1).join('.') || kept));
    const because = rule.get('because', true);
    const without = isScalar(because) && !purposes.has(String(because.value));
    if (name === 'customer-relationship') relabel(file, rule, relationshipOf(parts));
    else {
      const event = afterEvent(standAlone(file, rule.get('after', true)), isUsed);
      if (event === null || without || !rule.has('keep')) {
        dropEntry(rules, name);
        continue;
      }
      if (!isSeq(event)) rule.set('after', event);
    }
    const label = name === 'registered-without-orders' ? unorderedLabel(parts) : null;
    if (label !== null) relabel(file, rule, label);
  }
}

function relabel(
  file: YamlFile,
  rule: YAMLMap,
  { nb, en, after }: { readonly nb: string; readonly en: string; readonly after?: unknown },
): void {
  rule.set('nb', nb);
  rule.set('en', en);
  if (after !== undefined) rule.set('after', file.createNode(after));
}
