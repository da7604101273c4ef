/**
 * A diagnostic is data first: code, place and facts. The words live in a file per language (`messages.nb.ts`,
 * `messages.en.ts`), so that the same fault reads well in both and a program can act on it without reading words.
 */
import type { Language } from './model.ts';

/** `fault`: the policy does not compile. `finding`: it compiles, and the law or good practice asks for more. */
export type Severity = 'fault' | 'finding';

export interface Place {
  /** The file's name inside the policy folder. */
  readonly file: string;
  /** From 1; 0 when the whole file is meant (it is missing, say). */
  readonly line: number;
  /** From 1, in UTF-16 code units; 0 when the whole file is meant. */
  readonly column: number;
  /** How many code units the caret line underlines, at least 1. */
  readonly length: number;
}

export interface Diagnostic {
  /** Stable: `KEPT-` and three digits. Listed in `docs/reference/diagnostics.md`. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** What the message's words are filled with. Never a value from personal data: policies hold none. */
  readonly facts: Readonly<Record<string, string>>;
  /** For findings: the section of law, as it is cited. */
  readonly law: string | null;
}

/** What `check` takes: file name to text, for every file of the folder that was found. */
export type PolicyFiles = Readonly<Record<string, string>>;

export interface RenderOptions {
  readonly language: Language;
  readonly files: PolicyFiles;
  /** ANSI colours, for a terminal. */
  readonly colour: boolean;
}
