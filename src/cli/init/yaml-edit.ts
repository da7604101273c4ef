/** Taking things out of a YAML file, and putting others in, so that order and comments stay as a person wrote them. */

import type { YAMLMap, YAMLSeq } from 'yaml';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';

export type YamlFile = Document.Parsed;

/** @throws Error when the text is no YAML: what the package brings along has been checked. */
export function readYaml(text: string): YamlFile {
  const file = parseDocument(text);
  const [fault] = file.errors;
  if (fault !== undefined) throw fault;
  return file;
}

export const writeYaml = (file: YamlFile): string => file.toString({ lineWidth: 120 });

/** @throws Error when there is no map: the packaged policy has the form of its schema. */
export function mapAt(file: YamlFile, path: readonly string[]): YAMLMap {
  const node = file.getIn(path, true);
  if (!isMap(node)) throw new Error(`there is no map at ${path.join('.')}`);
  return node;
}

export const keysOf = (map: YAMLMap): string[] => map.items.map(({ key }) => String(isScalar(key) ? key.value : key));

/** Takes an entry away; the comment above it stays when it heads the next ones too. */
export function dropEntry(map: YAMLMap, name: string): void {
  const index = keysOf(map).indexOf(name);
  const [dropped] = index === -1 ? [] : map.items.splice(index, 1);
  const next = map.items[index];
  if (!isScalar(dropped?.key) || !isScalar(next?.key)) return;
  next.key.commentBefore ??= dropped.key.commentBefore ?? null;
  next.key.spaceBefore ||= dropped.key.spaceBefore ?? false;
}

/** Leaves the items of a list that `keep` admits, and takes an emptied list away. */
export function keepItems(map: YAMLMap, name: string, keep: (item: string) => boolean): void {
  const list = map.get(name, true);
  if (!isSeq(list)) return;
  list.items = list.items.filter((item) => !isScalar(item) || keep(String(item.value)));
  if (list.items.length === 0) dropEntry(map, name);
}

export function textsIn(list: unknown): string[] {
  return isSeq(list) ? list.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) : [];
}

/** Puts an entry right after another. */
export function insertAfter(file: YamlFile, map: YAMLMap, before: string, name: string, value: unknown): void {
  map.items.splice(keysOf(map).indexOf(before) + 1, 0, file.createPair(name, value));
}

/** What an alias stands for, on its own; other nodes are what they are. */
export function standAlone(file: YamlFile, node: unknown): unknown {
  if (!isAlias(node)) return node;
  const copy = node.resolve(file)?.clone();
  if (isNode(copy) && 'anchor' in copy) delete copy.anchor;
  return copy;
}

/** Changes every text and every comment of the file. */
export function changeTexts(file: YamlFile, change: (text: string) => string): void {
  const inComments = (node: { commentBefore?: string | null; comment?: string | null }): void => {
    if (node.commentBefore) node.commentBefore = change(node.commentBefore);
    if (node.comment) node.comment = change(node.comment);
  };
  inComments(file);
  visit(file, {
    Node(_, node) {
      inComments(node);
      if (isScalar(node) && typeof node.value === 'string') node.value = change(node.value);
    },
  });
}

/**
 * Remembers what anchors stand for, so that an alias whose anchor is taken away can be given it back.
 * @returns Puts in place of the first such alias what it stood for, and takes away anchors that nothing uses.
 */
export function keepAliases(file: YamlFile): () => void {
  const anchored = new Map<string, Node>();
  visit(file, {
    Value(_, node) {
      if (node.anchor) anchored.set(node.anchor, node.clone() as Node);
    },
  });
  return () => {
    visit(file, {
      Alias: (_, alias) =>
        alias.resolve(file) === undefined ? (anchored.get(alias.source)?.clone() as Node | undefined) : undefined,
    });
    const used = new Set<string>();
    visit(file, { Alias: (_, { source }) => void used.add(source) });
    visit(file, {
      Value(_, node) {
        if (node.anchor && !used.has(node.anchor)) delete node.anchor;
      },
    });
  };
}

export { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq };
