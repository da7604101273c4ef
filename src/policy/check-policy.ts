/** The door of the language: text in, a checked policy or everything that is wrong with it out. */
import { buildPolicy } from './build/build-policy.ts';
import type { Diagnostic, PolicyFiles } from './diagnostic.ts';
import { YAML_FILE_NAMES } from './files.ts';
import { FINDINGS } from './findings/index.ts';
import type { Policy } from './model.ts';
import { readFiles } from './read-files.ts';
import { RULES } from './rules/index.ts';
import { openReport } from './rules/rule.ts';

export interface CheckOptions {
  /** Names of the controls that code runs; a promise may name these and those declared not built. */
  readonly knownControls: readonly string[];
}

export interface Checked {
  /** Null as soon as there is one fault. */
  readonly policy: Policy | null;
  /** Faults and findings in the order of the files and of the lines in each. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks the seven YAML files of a policy folder. Faults of form are told first, all of them; rules across files and
 * findings from law are looked for when every file has its form. Never throws, whatever the text.
 */
export function checkPolicy(files: PolicyFiles, { knownControls }: CheckOptions): Checked {
  const { sources, diagnostics: formal, text } = readFiles(files);
  if (text === null) return { policy: null, diagnostics: inOrder(formal) };
  const policy = buildPolicy(text);
  const diagnostics: Diagnostic[] = [];
  const report = openReport(sources, diagnostics);
  const input = { policy, text, sources, knownControls };
  for (const rule of RULES) rule(input, report);
  const faulty = diagnostics.length > 0;
  for (const finding of FINDINGS) finding(input, report);
  return { policy: faulty ? null : policy, diagnostics: inOrder(diagnostics) };
}

const ORDER: readonly string[] = YAML_FILE_NAMES;

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const rank = ({ place }: Diagnostic): number => ORDER.indexOf(place.file);
  return [...diagnostics].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      a.code.localeCompare(b.code),
  );
}
