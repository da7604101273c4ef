/**
 * Amounts, days and numbers as people type them. Each gives the value, `null` for an empty field, or `undefined` for
 * what is none, so that the form can say what is wrong with it.
 */
import { Temporal } from 'temporal-polyfill';

/** Øre of what is typed as kroner: `1 234,50`, `1234.5`, `kr 99,-`. */
export function readAmount(typed: string | undefined): number | null | undefined {
  const text = (typed ?? '')
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(/^kr\.?/i, '')
    .replace(/(kr\.?|,-|\.-)$/i, '')
    .replace('\u2212', '-');
  if (text === '') return null;
  const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', kroner = '', ore = ''] = match;
  const whole = Number(kroner.replaceAll(/[.,]/g, '')) * 100 + Number(ore.padEnd(2, '0'));
  return sign === '-' ? -whole : whole;
}

/** A day as `2026-11-25`, which is what a date field sends, or as `25.11.2026`. */
export function readDay(typed: string | undefined): Temporal.PlainDate | null | undefined {
  const text = (typed ?? '').trim();
  if (text === '') return null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [year, month, day] = iso === null ? [written?.[3], written?.[2], written?.[1]] : [iso[1], iso[2], iso[3]];
  if (year === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

/** A whole number of at most nine digits. */
export function readWhole(typed: string | undefined): number | null | undefined {
  const text = (typed ?? '').replaceAll(/\s/g, '');
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
