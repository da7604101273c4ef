/** Retention rules as the other rooms read them. */
import type { KeptThing, RetentionEvent, RetentionRule } from '../model.ts';
import { qualified, splitColumn, splitKept } from '../names.ts';
import type { DataText } from '../schemas/data.ts';
import type { EventText, RetentionText } from '../schemas/retention.ts';
import { labelOf, lawOf } from './build-policy.ts';

export function buildRetention(text: RetentionText, data: DataText): RetentionRule[] {
  const tables = new Set(Object.keys(data.tables).map(qualified));
  return Object.entries(text.rules).map(([name, rule]) => ({
    name,
    label: labelOf(rule),
    keep: buildKept(rule.keep, (table) => tables.has(table)),
    period: rule.for,
    after: buildEvent(rule.after),
    because:
      typeof rule.because === 'string'
        ? { kind: 'purpose', purpose: rule.because }
        : { kind: 'law', law: lawOf(rule.because.law) },
    // biome-ignore lint/suspicious/noThenProperty: the policy language calls it so, and no promise is made of it.
    then: rule.then,
  }));
}

/** Columns of one table that a rule names one by one come together. */
function buildKept(keep: readonly string[], isTable: (table: string) => boolean): KeptThing[] {
  const byTable = Map.groupBy(
    keep.map((name) => splitKept(name, isTable)),
    ({ table }) => table,
  );
  return [...byTable].map(([table, things]) => {
    const whole = things.some(({ column }) => column === null);
    return { table, columns: whole ? [] : things.flatMap(({ column }) => column ?? []) };
  });
}

export function buildEvent(text: EventText): RetentionEvent {
  if (typeof text === 'string') return { kind: 'column', ...splitColumn(text), where: null };
  if ('column' in text) return { kind: 'column', ...splitColumn(text.column), where: text.where };
  if ('latest' in text) return { kind: 'latest', of: text.latest.map(buildEvent) };
  return { kind: 'end-of-year', of: buildEvent(text.end_of_year) };
}
