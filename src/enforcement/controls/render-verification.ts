/**
 * The result of a run as people read it on a terminal, and as programs read it. The words are those of the evidence
 * board: a promise holds, is broken, or has no control yet, and is never called kept without evidence.
 */
import type { Language } from '../../policy/index.ts';
import type { ControlReport, ControlStatus, PromiseReport, PromiseStatus, Verification } from './run-controls.ts';

const WORDS = {
  nb: {
    holds: 'holdes',
    broken: 'brutt',
    none: 'ingen kontroll ennå',
    'not-run': 'ikke kjørt',
    'not-built': 'ikke bygd ennå',
    totals: (holds: number, broken: number, none: number) =>
      `${holds} løfter holdes, ${broken} er brutt, ${none} har ingen kontroll ennå.`,
    alone: 'Kontroller som ingen løfter nevner',
    more: (count: number) => `og ${count} til`,
  },
  en: {
    holds: 'holds',
    broken: 'broken',
    none: 'no control yet',
    'not-run': 'not run',
    'not-built': 'not built yet',
    totals: (holds: number, broken: number, none: number) =>
      `${holds} promises hold, ${broken} are broken, ${none} have no control yet.`,
    alone: 'Controls that no promise names',
    more: (count: number) => `and ${count} more`,
  },
} as const;

const COLOURS: Readonly<Record<PromiseStatus | ControlStatus, string>> = {
  holds: '\u001b[32m',
  broken: '\u001b[31m',
  none: '\u001b[33m',
  'not-run': '\u001b[33m',
  'not-built': '\u001b[33m',
};
const PLAIN = '\u001b[0m';
/** Places printed under a control; the JSON has all that were kept. */
const PRINTED_PLACES = 5;

/**
 * The table: a promise, its controls below it, each with what it found and when.
 * @param colour ANSI colours, for a terminal.
 */
export function renderVerification(verification: Verification, language: Language, colour: boolean): string {
  const lines = verification.promises.flatMap((promise) => renderPromise(promise, language, colour));
  const named = new Set(verification.promises.flatMap(({ controls }) => controls.map(({ name }) => name)));
  const alone = verification.controls.filter(({ name }) => !named.has(name));
  if (alone.length > 0)
    lines.push(WORDS[language].alone, ...alone.flatMap((it) => renderControl(it, language, colour)));
  const count = (status: PromiseStatus): number => verification.promises.filter((it) => it.status === status).length;
  return `${[...lines, '', WORDS[language].totals(count('holds'), count('broken'), count('none'))].join('\n')}\n`;
}

function renderPromise(promise: PromiseReport, language: Language, colour: boolean): string[] {
  const status = paint(WORDS[language][promise.status], promise.status, colour);
  const head = `${promise.id.padEnd(5)}${status}  ${promise.label[language]}`;
  return [head, ...promise.controls.flatMap((control) => renderControl(control, language, colour))];
}

function renderControl(report: ControlReport, language: Language, colour: boolean): string[] {
  const words = WORDS[language];
  const status = paint(words[report.status].padEnd(15), report.status, colour);
  const when = report.checkedAt === null ? '' : `  ${report.checkedAt.toISOString().slice(0, 16).replace('T', ' ')}Z`;
  const summary = report.evidence === null ? '' : `  ${report.evidence.summary[language]}`;
  const lines = [`     ${status}${report.name.padEnd(40)}${when}${summary}`.trimEnd()];
  const places = report.evidence?.places ?? [];
  lines.push(...places.slice(0, PRINTED_PLACES).map((place) => `         ${place}`));
  const total = Number(report.evidence?.facts.faults ?? places.length);
  if (total > PRINTED_PLACES) lines.push(`         ${words.more(total - PRINTED_PLACES)}`);
  return lines;
}

function paint(text: string, status: PromiseStatus | ControlStatus, colour: boolean): string {
  return colour ? `${COLOURS[status]}${text}${PLAIN}` : text;
}

/** As `kept verify --json` prints it. */
export interface VerificationJson {
  readonly promises: readonly {
    readonly id: string;
    readonly status: PromiseStatus;
    readonly label: PromiseReport['label'];
    readonly controls: readonly ControlJson[];
  }[];
  /** Controls that no promise names. */
  readonly unnamed: readonly ControlJson[];
}

export interface ControlJson {
  readonly name: string;
  readonly status: ControlStatus;
  readonly evidence: ControlReport['evidence'];
  /** ISO 8601 in UTC. */
  readonly checkedAt: string | null;
}

export function toJson(verification: Verification): VerificationJson {
  const named = new Set(verification.promises.flatMap(({ controls }) => controls.map(({ name }) => name)));
  return {
    promises: verification.promises.map(({ id, status, label, controls }) => ({
      ...{ id, status, label },
      controls: controls.map(controlJson),
    })),
    unnamed: verification.controls.filter(({ name }) => !named.has(name)).map(controlJson),
  };
}

function controlJson({ name, status, evidence, checkedAt }: ControlReport): ControlJson {
  return { name, status, evidence, checkedAt: checkedAt?.toISOString() ?? null };
}

/** Whether `kept verify` ends with 1. */
export function somethingBroken(verification: Verification): boolean {
  return verification.controls.some(({ status }) => status === 'broken');
}
