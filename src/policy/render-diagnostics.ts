/** Diagnostics as people read them: place, line, caret, code, one line of help. */
import type { Diagnostic, RenderOptions } from './diagnostic.ts';
import { EN, FORMS_EN } from './messages/en.ts';
import { fill, type Message } from './messages/message.ts';
import { FORMS_NB, NB } from './messages/nb.ts';
import type { Language } from './model.ts';

const WORDS = {
  nb: { fault: 'feil', finding: 'funn', law: 'Regel', help: 'Hjelp' },
  en: { fault: 'fault', finding: 'finding', law: 'Law', help: 'Help' },
} as const;
const CODES = { fault: '\u001b[31m', finding: '\u001b[33m', dim: '\u001b[2m', plain: '\u001b[0m' };
/** A line longer than this is cut on both sides of the caret. */
const WIDEST = 120;

/** The words of one diagnostic. */
export function describeDiagnostic(diagnostic: Diagnostic, language: Language): Message {
  const message = (language === 'nb' ? NB : EN)[diagnostic.code];
  if (message === undefined) return { says: diagnostic.code, help: '' };
  const forms = language === 'nb' ? FORMS_NB : FORMS_EN;
  const { form } = diagnostic.facts;
  const facts = form === undefined ? diagnostic.facts : { ...diagnostic.facts, form: forms[form] ?? form };
  return { says: fill(message.says, facts), help: fill(message.help, facts) };
}

/** The words of every code as they are written, with `{names}` where facts of the single case go. */
export const diagnosticMessages = (language: Language): Readonly<Record<string, Message>> =>
  language === 'nb' ? NB : EN;

/** Every code there is. */
export const diagnosticCodes = (): readonly string[] => Object.keys(EN).sort();

/** @returns Text that ends with a line break; empty when there are no diagnostics. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  return diagnostics.map((diagnostic) => `${renderOne(diagnostic, options)}\n`).join('\n');
}

function renderOne(diagnostic: Diagnostic, { language, files, colour }: RenderOptions): string {
  const words = WORDS[language];
  const { place, severity, code, law } = diagnostic;
  const { says, help } = describeDiagnostic(diagnostic, language);
  const paint = (text: string, style: keyof typeof CODES): string =>
    colour ? `${CODES[style]}${text}${CODES.plain}` : text;
  const where = place.line === 0 ? place.file : `${place.file}:${place.line}:${place.column}`;
  const lines = [`${where}: ${paint(`${words[severity]} ${code}`, severity)}: ${says}`];
  const shown = place.line === 0 ? undefined : files[place.file]?.split('\n')[place.line - 1];
  if (shown !== undefined) lines.push(...excerpt(shown, diagnostic, (text) => paint(text, severity)));
  if (law !== null) lines.push(`  ${words.law}: ${law}`);
  if (help !== '') lines.push(`  ${paint(`${words.help}: ${help}`, 'dim')}`);
  return lines.join('\n');
}

function excerpt(line: string, { place }: Diagnostic, paint: (text: string) => string): string[] {
  const number = String(place.line);
  const start = Math.max(0, place.column - 1 - WIDEST / 2);
  const cut = line
    .slice(start, start + WIDEST)
    .replaceAll('\t', ' ')
    .trimEnd();
  const before = place.column - 1 - start;
  const length = Math.max(1, Math.min(place.length, cut.length - before));
  return [`  ${number} | ${cut}`, `  ${' '.repeat(number.length)} | ${' '.repeat(before)}${paint('^'.repeat(length))}`];
}
