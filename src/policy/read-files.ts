/** From the text of the YAML files to values that their schemas accept, or to every fault of form. */
import type { z } from 'zod';
import type { Diagnostic, PolicyFiles } from './diagnostic.ts';
import { YAML_FILE_NAMES, type YamlFileName } from './files.ts';
import { knownKeysAt } from './known-keys.ts';
import { nearest } from './nearest.ts';
import { type PolicyText, SCHEMAS } from './schemas/index.ts';
import { formOfPattern } from './schemas/parts.ts';
import { type Path, readSourceFile, type SourceFile } from './source-file.ts';

export type SourceFiles = { readonly [file in YamlFileName]: SourceFile };

export interface ReadFiles {
  readonly sources: SourceFiles;
  readonly diagnostics: readonly Diagnostic[];
  /** Null as soon as one file is missing or has a fault of form. */
  readonly text: PolicyText | null;
}

export function readFiles(files: PolicyFiles): ReadFiles {
  const sources: Partial<Record<YamlFileName, SourceFile>> = {};
  const values: Partial<Record<YamlFileName, unknown>> = {};
  const diagnostics: Diagnostic[] = [];
  for (const file of YAML_FILE_NAMES) {
    const text = Object.hasOwn(files, file) ? files[file] : undefined;
    const source = readSourceFile(file, text ?? '');
    sources[file] = source;
    if (text === undefined) {
      diagnostics.push(fault('KEPT-102', { ...source.placeOf([]), line: 0, column: 0 }, { file }));
      continue;
    }
    diagnostics.push(...source.diagnostics);
    if (source.diagnostics.length > 0) continue;
    const parsed = SCHEMAS[file].safeParse(source.value);
    if (parsed.success) values[file] = parsed.data;
    else for (const issue of parsed.error.issues) diagnostics.push(...describeIssue(source, file, issue, []));
  }
  // Every file of the two maps was read by the schema of its own name, which the types cannot follow through the loop.
  const text = diagnostics.length === 0 ? (values as unknown as PolicyText) : null;
  return { sources: sources as SourceFiles, diagnostics, text };
}

export function fault(code: string, place: Diagnostic['place'], facts: Diagnostic['facts']): Diagnostic {
  return { code, severity: 'fault', place, facts, law: null };
}

type Issue = z.core.$ZodIssue;

/** Unknown keys of one place that are told; who mends these sees the rest. */
const MOST_UNKNOWN = 100;

/** One fault, or several where one issue holds several (unknown keys, the alternatives of a union). */
function describeIssue(source: SourceFile, file: YamlFileName, issue: Issue, above: Path): Diagnostic[] {
  const path: Path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const where = path.length === 0 ? file : path.join('.');
  const value = (code: string, facts: Record<string, string> = {}): Diagnostic[] => [
    fault(code, source.placeOf(path), { where, ...facts }),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_UNKNOWN).map((key) => unknownKey(source, file, path, key));
    case 'invalid_union':
      return describeUnion(source, file, issue, path);
    case 'invalid_key':
      return [fault('KEPT-107', source.placeOf(path, 'key'), { where, form: formOf(issue.issues[0]) })];
    case 'invalid_type':
      if (valueAt(source.value, path) === undefined) return [missingKey(source, file, path)];
      return value('KEPT-105', { expected: issue.expected });
    case 'invalid_value':
      if (valueAt(source.value, path) === undefined) return [missingKey(source, file, path)];
      return describeChoice(source, path, where, issue.values.map(String));
    case 'too_small':
    case 'too_big':
      return value('KEPT-108', { limit: String(issue.code === 'too_small' ? issue.minimum : issue.maximum) });
    default:
      return value('KEPT-107', { form: formOf(issue) });
  }
}

function formOf(issue: Issue | undefined): string {
  if (issue?.code === 'invalid_format' && issue.pattern) return formOfPattern(issue.pattern);
  const form: unknown = issue?.code === 'custom' ? issue.params?.form : null;
  return typeof form === 'string' ? form : 'text';
}

function missingKey(source: SourceFile, file: YamlFileName, path: Path): Diagnostic {
  const parent = path.slice(0, -1);
  const where = parent.length === 0 ? file : parent.join('.');
  return fault('KEPT-104', source.placeOf(parent, 'key'), { key: String(path.at(-1) ?? ''), where });
}

function unknownKey(source: SourceFile, file: YamlFileName, path: Path, key: string): Diagnostic {
  const known = knownKeysAt(file, path).filter((name) => !hasKey(valueAt(source.value, path), name));
  const suggestion = nearest(key, known) ?? '';
  const where = path.length === 0 ? file : path.join('.');
  return fault('KEPT-103', source.placeOf([...path, key], 'key'), { key, where, suggestion, known: known.join(', ') });
}

function describeChoice(source: SourceFile, path: Path, where: string, choices: readonly string[]): Diagnostic[] {
  const found = valueAt(source.value, path);
  const suggestion = typeof found === 'string' ? (nearest(found, choices) ?? '') : '';
  return [fault('KEPT-106', source.placeOf(path), { where, choices: choices.join(', '), suggestion })];
}

/** Of a union's alternatives the one that fits best is what the writer meant: fewest faults, deepest first. */
function describeUnion(
  source: SourceFile,
  file: YamlFileName,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): Diagnostic[] {
  const score = (issues: readonly Issue[]): number =>
    issues.reduce(
      (sum, { code, path: at }) => sum + (code === 'unrecognized_keys' ? 3 : 2) - (at.length > 1 ? 1 : 0),
      0,
    );
  const alternatives = [...issue.errors].filter((issues) => issues.length > 0);
  const sorted = alternatives.sort((a, b) => score(a) - score(b));
  const best = sorted.find((issues) =>
    issues.some(({ code, path: at }) => !(code === 'invalid_type' && at.length === 0)),
  );
  const found = valueAt(source.value, path);
  if (best === undefined || (typeof found === 'string' && best.every(({ path: at }) => at.length > 0))) {
    return [
      fault('KEPT-109', source.placeOf(path), { where: path.join('.'), known: knownKeysAt(file, path).join(', ') }),
    ];
  }
  return best.flatMap((inner) => describeIssue(source, file, inner, path));
}

export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

const hasKey = (value: unknown, key: string): boolean =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key);
