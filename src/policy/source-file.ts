/** One YAML file with the place of everything in it, so that each diagnostic can point where the reader should look. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Diagnostic, Place } from './diagnostic.ts';

/** How one walks from the top of a file to a value: keys of maps and places in lists. */
export type Path = readonly (string | number)[];

export interface SourceFile {
  readonly name: string;
  /** What the file says; undefined when it cannot be read as YAML. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Where `path` is: its value, or its key. What is not there is shown at the nearest thing above it that is.
   */
  placeOf(path: Path, part?: 'key' | 'value'): Place;
}

/** A policy needs none; some stop a small file from unfolding into a huge one. */
const MOST_ALIASES = 100;

export function readSourceFile(name: string, text: string): SourceFile {
  const lines = new LineCounter();
  // The parser compares every key with every other, which takes hours for a file of many; twice is found below. It warns
  // of what it finds odd with texts of the file, and that is for nobody.
  const document = parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: false, logLevel: 'error' },
  });
  const place = (start: number, end: number): Place => placeIn(name, text, lines, start, end);
  const diagnostics: Diagnostic[] = document.errors.map((error) =>
    syntaxFault(place(error.pos[0], error.pos[1]), error.code),
  );
  for (const [start, end] of keysWrittenTwice(document))
    diagnostics.push(syntaxFault(place(start, end), 'DUPLICATE_KEY'));
  let value: unknown;
  try {
    if (diagnostics.length === 0) value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch {
    diagnostics.push(syntaxFault(place(0, 1), 'ALIASES'));
  }
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const placeOf = (path: Path, part: 'key' | 'value' = 'value'): Place => {
    const [start, end] = rangeOf(document.contents, path, part, resolve);
    return place(start, end);
  };
  return { name, value, diagnostics, placeOf };
}

function keysWrittenTwice(document: Document): readonly Range[] {
  const found: Range[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : null;
        if (name !== null && seen.has(name)) found.push(rangeOfNode(key) ?? [0, 1]);
        if (name !== null) seen.add(name);
      }
    },
  });
  return found;
}

function syntaxFault(place: Place, yamlCode: string): Diagnostic {
  return { code: 'KEPT-101', severity: 'fault', place, facts: { yamlCode }, law: null };
}

function placeIn(file: string, text: string, lines: LineCounter, start: number, end: number): Place {
  const { line, col } = lines.linePos(Math.min(start, text.length));
  const lineEnd = text.indexOf('\n', start);
  const until = Math.min(end, lineEnd === -1 ? text.length : lineEnd);
  return { file, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, until - start) };
}

type Range = readonly [number, number];

function rangeOf(top: Node | null, path: Path, part: 'key' | 'value', resolve: (node: unknown) => unknown): Range {
  let node: unknown = top;
  let found: Range = rangeOfNode(top) ?? [0, 1];
  if (path.length > 0) found = [found[0], found[0] + 1];
  for (const [index, step] of path.entries()) {
    const next = child(resolve(node), step);
    if (next === null) return found;
    const last = index === path.length - 1;
    const range = last && part === 'value' ? (rangeOfNode(next.value) ?? next.key) : next.key;
    found = range ?? found;
    node = next.value;
  }
  return found;
}

interface Child {
  readonly key: Range | null;
  readonly value: unknown;
}

function child(node: unknown, step: string | number): Child | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair === undefined ? null : { key: rangeOfNode(pair.key), value: pair.value };
  }
  if (!isSeq(node)) return null;
  const item = node.items[Number(step)];
  return item === undefined ? null : { key: rangeOfNode(item), value: item };
}

function rangeOfNode(node: unknown): Range | null {
  if (!isNode(node) || !node.range) return null;
  const [start, valueEnd] = node.range;
  return valueEnd > start ? [start, valueEnd] : null;
}
