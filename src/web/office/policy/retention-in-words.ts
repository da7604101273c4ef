/** Retention rules in plain words: what is kept, counted from what, because of what. */
import { listInWords } from '../../../notice/index.ts';
import type {
  KeptThing,
  Language,
  LocalizedText,
  Named,
  Policy,
  RetentionEvent,
  RetentionRule,
} from '../../../policy/index.ts';
import { officeTextsIn } from '../../texts/office.ts';

/** The rules by name, as links want them. */
export const ruleNamed = ({ retention }: Policy): Named<{ readonly label: LocalizedText }> =>
  Object.fromEntries(retention.map((rule) => [rule.name, rule]));

/** Tables, or some of their columns. */
export const keptInWords = ({ keep }: RetentionRule, policy: Policy, language: Language): string =>
  keep.length === 0
    ? ''
    : groups(keep)
        .map((one) => thingInWords(one, policy, language))
        .join('; ');

/** One entry a table: a rule may name single columns of the same table one by one. */
function groups(keep: readonly KeptThing[]): readonly KeptThing[] {
  const tables = [...new Set(keep.map(({ table }) => table))];
  return tables.map((table) => {
    const same = keep.filter((one) => one.table === table);
    const whole = same.some(({ columns }) => columns.length === 0);
    return { table, columns: whole ? [] : same.flatMap(({ columns }) => columns) };
  });
}

function thingInWords({ table, columns }: KeptThing, policy: Policy, language: Language): string {
  const label = policy.tables[table]?.label[language] ?? table;
  if (columns.length === 0) return label;
  const names = columns.map((column) => columnLabel(policy, table, column, language));
  return `${label}: ${listInWords(names, language)}`;
}

const columnLabel = (policy: Policy, table: string, column: string, language: Language): string =>
  policy.tables[table]?.columns[column]?.label?.[language] ?? column;

/** What a period is counted from. */
export function eventInWords(event: RetentionEvent, policy: Policy, language: Language): string {
  const texts = officeTextsIn(language);
  switch (event.kind) {
    case 'column': {
      const { table, column, where } = event;
      const label = `${columnLabel(policy, table, column, language)} (${policy.tables[table]?.label[language] ?? table})`;
      return where === null ? label : `${label}, ${texts.whereOnly(columnLabel(policy, table, where, language))}`;
    }
    case 'latest':
      return `${texts.latestOf}: ${event.of.map((one) => eventInWords(one, policy, language)).join('; ')}`;
    case 'end-of-year':
      return texts.endOfYear(eventInWords(event.of, policy, language));
    default:
      return event satisfies never;
  }
}
