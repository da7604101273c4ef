/** A plan as people read it: what it means first, then the statements with their reasons. */
import type { Language, Policy } from '../../policy/index.ts';
import type { Step } from './difference.ts';
import type { Plan } from './plan-policy.ts';

/** A number with what is counted, in one or in several. */
type Count = (one: string, many: string) => string;

const WORDS = {
  nb: {
    nothing: 'Databasen er slik policyen sier. Det er ingenting å gjøre.',
    meaning: 'Hva det betyr',
    sql: 'Hva som kjøres',
    gains: 'får lese',
    loses: 'mister',
    sees: (rows: Count, table: string) => `ser ikke lenger ${rows('rad', 'rader')} i ${table}`,
    newPurpose: 'nytt formål',
    endedPurpose: 'formålet utgår',
    gate: { always: 'ingen egen port', consent: 'bare med samtykke', objection: 'til personen protesterer' },
    retention: (due: Count, next: string | null) =>
      `${due('rad', 'rader')} er over tiden nå${next === null ? '' : `; de neste fra ${next}`}`,
    consents: (count: Count) =>
      `${count('samtykke', 'samtykker')} er gitt til andre ord og dekker ikke lenger formålet; spør på nytt`,
    notice: (from: string | null, to: string) =>
      from === null ? `Erklæringen ${to} blir den første` : `Erklæringen ${to} avløser ${from}`,
    tell: (people: Count) => `${people('person', 'personer')} er vist en tidligere utgave og må få vite om den nye`,
    version: 'Policyversjon',
    totals: (made: number, changed: number, gone: number) => `${made} nye, ${changed} endret, ${gone} bort.`,
  },
  en: {
    nothing: 'The database is what the policy says. There is nothing to do.',
    meaning: 'What it means',
    sql: 'What is run',
    gains: 'may read',
    loses: 'loses',
    sees: (rows: Count, table: string) => `no longer sees ${rows('row', 'rows')} of ${table}`,
    newPurpose: 'new purpose',
    endedPurpose: 'the purpose ends',
    gate: { always: 'no gate of its own', consent: 'only with consent', objection: 'until the person objects' },
    retention: (due: Count, next: string | null) =>
      `${due('row is past its time', 'rows are past their time')} now${next === null ? '' : `; the next from ${next}`}`,
    consents: (count: Count) =>
      `${count('consent was given to other words and no longer covers', 'consents were given to other words and no longer cover')} the purpose; ask again`,
    notice: (from: string | null, to: string) =>
      from === null ? `The notice ${to} is the first` : `The notice ${to} takes over from ${from}`,
    tell: (people: Count) =>
      `${people('person was shown an earlier version and has', 'people were shown an earlier version and have')} to be told of the new one`,
    version: 'Policy version',
    totals: (made: number, changed: number, gone: number) => `${made} new, ${changed} changed, ${gone} gone.`,
  },
} as const;

const COLOURS = { '+': '\u001b[32m', '~': '\u001b[33m', '-': '\u001b[31m' };

export interface RenderPlanOptions {
  readonly language: Language;
  /** ANSI colours, for a terminal. */
  readonly colour: boolean;
}

/** @returns Text that ends with a line break. */
export function renderPlan(plan: Plan, policy: Policy, { language, colour }: RenderPlanOptions): string {
  const words = WORDS[language];
  if (plan.empty) return `${words.nothing}\n`;
  const count = (sign: Step['sign']): number => plan.steps.filter((step) => step.sign === sign).length;
  const lines = [
    `${words.version} ${plan.inForce?.slice(0, 12) ?? '–'} → ${plan.contentHash.slice(0, 12)}`,
    '',
    `${words.meaning}:`,
    ...meaningLines(plan, policy, language).map((line) => `  ${line}`),
    '',
    `${words.sql}:`,
    ...plan.steps.flatMap((step) => stepLines(step, language, colour)),
    '',
    words.totals(count('+'), count('~'), count('-')),
  ];
  return `${lines.join('\n')}\n`;
}

function meaningLines(plan: Plan, policy: Policy, language: Language): string[] {
  const words = WORDS[language];
  const format = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB');
  const counted =
    (count: number): Count =>
    (one, many) =>
      `${format.format(count)} ${count === 1 ? one : many}`;
  const label = (purpose: string): string => policy.purposes[purpose]?.label[language] ?? purpose;
  const { columns, rowsLost, retention, consents, notice } = plan.meaning;
  return [
    ...plan.purposes.map(({ name, inForce, gate }) =>
      inForce ? `${label(name)}: ${words.newPurpose}, ${words.gate[gate]}` : `${name}: ${words.endedPurpose}`,
    ),
    ...columns.flatMap(({ purpose, gains, loses }) => [
      ...(gains.length > 0 ? [`${label(purpose)}: ${words.gains} ${byTable(gains)}`] : []),
      ...(loses.length > 0 ? [`${label(purpose)}: ${words.loses} ${byTable(loses)}`] : []),
    ]),
    ...rowsLost.map(({ purpose, table, rows }) => `${label(purpose)}: ${words.sees(counted(rows), table)}`),
    ...retention.map((it) => `${it.label[language]} (${it.table}): ${words.retention(counted(it.dueNow), it.next)}`),
    ...consents.map((it) => `${label(it.purpose)}: ${words.consents(counted(it.consents))}`),
    ...(notice === null ? [] : [words.notice(notice.from, notice.to)]),
    ...(notice === null || notice.people === 0 ? [] : [words.tell(counted(notice.people))]),
  ];
}

/** `register.customer (email, phone)` */
function byTable(columns: readonly string[]): string {
  const tables = Map.groupBy(columns, (name) => name.split('.').slice(0, 2).join('.'));
  return [...tables].map(([table, names]) => `${table} (${names.map((it) => it.split('.')[2]).join(', ')})`).join(', ');
}

function stepLines({ sign, printed, reason }: Step, language: Language, colour: boolean): string[] {
  const paint = colour ? `${COLOURS[sign]}${sign}\u001b[0m` : sign;
  const statements = printed.map((sql) => `  ${paint} ${sql.split('\n').join('\n    ')};`);
  return [`  -- ${reason[language]}`, ...statements];
}
