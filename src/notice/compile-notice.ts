/** The door of the room: a checked policy and its two notice texts become notices, or every reason why not. */
import { createHash } from 'node:crypto';
import { type Diagnostic, LANGUAGES, type Language, nearest, type Policy, type PolicyFiles } from '../policy/index.ts';
import { unmark } from './markers.ts';
import { findOmissions } from './omissions.ts';
import { renderTemplate, TemplateFault } from './template.ts';
import { type Heading, toHtml } from './to-html.ts';

export interface CompiledNotice {
  readonly language: Language;
  readonly versionNumber: string;
  /** The body: sections with headings that have ids. */
  readonly html: string;
  readonly contents: readonly Heading[];
  /** The sentences that carry each promise, without markup. */
  readonly promises: Readonly<Record<string, string>>;
  /** SHA-256 of `html`, hexadecimal. */
  readonly contentHash: string;
}

export interface CompiledNotices {
  readonly notices: { readonly [L in Language]: CompiledNotice } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles the notice in both languages; null when there is one fault. Never throws, whatever the text. */
export function compileNotice(policy: Policy, files: PolicyFiles): CompiledNotices {
  const diagnostics: Diagnostic[] = [];
  const [nb, en] = LANGUAGES.map((language) => compileOne(policy, files, language, diagnostics));
  if (nb && en) diagnostics.push(...differences(nb, en));
  const notices = nb && en && diagnostics.length === 0 ? { nb, en } : null;
  return { notices, diagnostics };
}

function compileOne(
  policy: Policy,
  files: PolicyFiles,
  language: Language,
  diagnostics: Diagnostic[],
): CompiledNotice | null {
  const file = `notice.${language}.md`;
  const fault = (code: string, facts: Record<string, string>, line = 0, column = 0): void => {
    diagnostics.push({ code, severity: 'fault', place: { file, line, column, length: 1 }, facts, law: null });
  };
  const text = Object.hasOwn(files, file) ? files[file] : undefined;
  if (text === undefined) {
    fault('KEPT-411', { file });
    return null;
  }
  try {
    const { markdown, touched } = renderTemplate(text, policy, language);
    const { html: marked, contents } = toHtml(markdown);
    const { html, promises, broken, badFolds } = unmark(marked);
    if (badFolds) fault('KEPT-413', {}, ...placeOf(text, '', 'more'));
    for (const id of broken) fault('KEPT-412', { id }, ...placeOf(text, id));
    for (const { code, facts } of findOmissions(policy, html, touched)) fault(code, facts);
    const sentences = gather(promises);
    for (const id of Object.keys(sentences)) {
      if (policy.promises[id] !== undefined) continue;
      fault('KEPT-406', { id, suggestion: nearest(id, Object.keys(policy.promises)) ?? '' }, ...placeOf(text, id));
    }
    for (const id of Object.keys(policy.promises)) if (sentences[id] === undefined) fault('KEPT-409', { id });
    const contentHash = createHash('sha256').update(html).digest('hex');
    return {
      language,
      versionNumber: policy.controller.version.number,
      html,
      contents,
      promises: sentences,
      contentHash,
    };
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    fault('KEPT-408', { problem: error.message }, error.line, error.column);
    return null;
  }
}

function gather(
  promises: readonly { readonly ids: readonly string[]; readonly text: string }[],
): Record<string, string> {
  const sentences = new Map<string, string>();
  for (const { ids, text } of promises) {
    for (const id of ids) sentences.set(id, [sentences.get(id), text].filter(Boolean).join(' '));
  }
  return Object.fromEntries(sentences);
}

/** Where a template first names something in a tag, `promise` unless given. */
function placeOf(text: string, name: string, tag = 'promise'): [line: number, column: number] {
  const at = new RegExp(`\\{%-?\\s*${tag}[^%]*\\b${name}\\b`).exec(text)?.index;
  if (at === undefined) return [0, 0];
  const before = text.slice(0, at).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

/** What is promised in one language is promised in the other. */
function differences(nb: CompiledNotice, en: CompiledNotice): Diagnostic[] {
  const only = (one: CompiledNotice, other: CompiledNotice): Diagnostic[] =>
    Object.keys(one.promises)
      .filter((id) => other.promises[id] === undefined)
      .map((id) => ({
        ...{ code: 'KEPT-407', severity: 'fault' as const, facts: { id }, law: null },
        place: { file: `notice.${other.language}.md`, line: 0, column: 0, length: 1 },
      }));
  return [...only(nb, en), ...only(en, nb)];
}
