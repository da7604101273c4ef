/** What a rule over the whole policy gets, and how it tells what it found. */
import type { Diagnostic, Place } from '../diagnostic.ts';
import type { YamlFileName } from '../files.ts';
import type { Policy } from '../model.ts';
import { DEFAULT_SCHEMA } from '../names.ts';
import { nearest } from '../nearest.ts';
import type { SourceFiles } from '../read-files.ts';
import type { PolicyText } from '../schemas/index.ts';
import type { Path } from '../source-file.ts';

export interface RuleInput {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly sources: SourceFiles;
  /** Names of the controls that code runs. */
  readonly knownControls: readonly string[];
}

export type Rule = (input: RuleInput, report: Report) => void;

export interface Report {
  fault(code: string, file: YamlFileName, path: Path, facts?: Readonly<Record<string, string>>): void;
  /** A name that leads nowhere; suggests the nearest that does. */
  unknown(code: string, file: YamlFileName, path: Path, name: string, known: Iterable<string>): void;
  finding(code: string, law: string, file: YamlFileName, path: Path, facts?: Readonly<Record<string, string>>): void;
}

export function openReport(sources: SourceFiles, into: Diagnostic[]): Report {
  const place = (file: YamlFileName, path: Path): Place => sources[file].placeOf(path, keyOrValue(path));
  return {
    fault: (code, file, path, facts = {}) =>
      void into.push({ code, severity: 'fault', place: place(file, path), facts: withWhere(path, facts), law: null }),
    unknown(code, file, path, name, known) {
      const suggestion = nearest(name, known) ?? '';
      const at = sources[file].placeOf(path);
      const facts = withWhere(path, { name, suggestion });
      into.push({ code, severity: 'fault', place: at, facts, law: null });
    },
    finding: (code, law, file, path, facts = {}) =>
      void into.push({ code, severity: 'finding', place: place(file, path), facts: withWhere(path, facts), law }),
  };
}

/** The head of a long entry is where one looks; a single value is underlined itself. */
const keyOrValue = (path: Path): 'key' | 'value' => (path.length <= 2 ? 'key' : 'value');

const withWhere = (path: Path, facts: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  where: path.join('.'),
  ...facts,
});

/** The key under which data.yaml has a table: as it is written there, with or without the schema. */
export function writtenTable(text: PolicyText, table: string): string {
  const short = table.startsWith(`${DEFAULT_SCHEMA}.`) ? table.slice(DEFAULT_SCHEMA.length + 1) : table;
  return Object.hasOwn(text['data.yaml'].tables, short) ? short : table;
}
