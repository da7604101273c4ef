/** Why a field is asked for and how long the answer is kept, from the policy: nothing of it is typed twice. */
import { durationInWords } from '../../notice/index.ts';
import type { Language, Policy, RetentionRule } from '../../policy/index.ts';

export interface FieldInfo {
  /** The purposes, as the notice names them. */
  readonly usedFor: readonly string[];
  /** Periods with what they count from. */
  readonly keptFor: readonly { readonly period: string; readonly rule: string }[];
}

/** @param column Qualified, as `register.customer.email`. */
export function fieldInfo(policy: Policy, column: string, language: Language): FieldInfo {
  const [schema, table, name] = column.split('.');
  const qualified = `${schema}.${table}`;
  const category = policy.tables[qualified]?.columns[name ?? '']?.category ?? null;
  const usedFor = Object.values(policy.purposes)
    .filter(({ uses, tables }) => category !== null && uses.includes(category) && admits(tables, qualified))
    .map(({ label }) => label[language]);
  const keptFor = policy.retention
    .filter((rule) => keeps(rule, qualified, name ?? ''))
    .map(({ period, label }) => ({ period: durationInWords(period, language), rule: label[language] }));
  return { usedFor, keptFor };
}

const admits = (tables: readonly string[], table: string): boolean => tables.length === 0 || tables.includes(table);

const keeps = ({ keep }: RetentionRule, table: string, column: string): boolean =>
  keep.some((kept) => kept.table === table && (kept.columns.length === 0 || kept.columns.includes(column)));
