/** A value of the register as a cell: amounts in kroner, days and times so that a spreadsheet takes them, words for codes. */
import type { Column, Language, Policy } from '../../../policy/index.ts';
import type { Cell } from '../../../register/index.ts';
import { wordOfValue } from '../../texts/values.ts';

export function cellOf(policy: Policy, language: Language, table: string, column: Column, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (column.name.endsWith('_ore')) return Number(value) / 100;
  if (value instanceof Date) return localTime(value, policy);
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return wordOfValue(`${table}.${column.name}`, value, language) ?? value;
}

/** `2026-11-25 12:00`, where the controller is. */
export function localTime(at: Date, { controller }: Policy): string {
  const style = { dateStyle: 'short', timeStyle: 'short', timeZone: controller.timeZone } as const;
  return new Intl.DateTimeFormat('sv-SE', style).format(at);
}

/** Øre as kroner, as a number that a spreadsheet adds up. */
export const kroner = (ore: number | bigint | string): number => Number(ore) / 100;

/** With what an amount is in: cells hold kroner. */
export const headingOf = (column: Column, language: Language): string => column.label?.[language] ?? column.name;
