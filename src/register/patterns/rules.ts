/**
 * What is inferred from what somebody has bought, by rules that can be told them in one sentence each. Pure. The
 * result is derived data: it rests on a consent, is shown to the person, and goes with the consent.
 */

/** Months of orders that are looked at. */
export const PATTERN_MONTHS = 24;
/** Separate orders that make a habit. */
const HABIT_ORDERS = 2;

export const PATTERN_RULES = ['ordered-again', 'owns-durable-goods', 'uses-services'] as const;
export type PatternRule = (typeof PATTERN_RULES)[number];

export interface BoughtLine {
  readonly orderId: string;
  readonly sku: string;
  readonly kind: 'goods' | 'service' | 'add-on';
  readonly durability: 'normal' | 'long';
}

export interface Pattern {
  /** `product ES-120`, `care`, `services`: what may interest them. */
  readonly segment: string;
  readonly rule: PatternRule;
}

/** @param lines Of the orders of the last months. */
export function patternsOf(lines: readonly BoughtLine[]): readonly Pattern[] {
  const goods = lines.filter(({ kind }) => kind === 'goods');
  const again = [...new Set(goods.map(({ sku }) => sku))]
    .filter((sku) => ordersAmong(goods.filter((line) => line.sku === sku)) >= HABIT_ORDERS)
    .sort()
    .map((sku): Pattern => ({ segment: `product ${sku}`, rule: 'ordered-again' }));
  const durable = goods.some(({ durability }) => durability === 'long');
  const services = ordersAmong(lines.filter(({ kind }) => kind === 'service')) >= HABIT_ORDERS;
  return [
    ...again,
    ...(durable ? [{ segment: 'care', rule: 'owns-durable-goods' } as const] : []),
    ...(services ? [{ segment: 'services', rule: 'uses-services' } as const] : []),
  ];
}

const ordersAmong = (lines: readonly BoughtLine[]): number => new Set(lines.map(({ orderId }) => orderId)).size;

/** The article number in a segment about one product; null for the other segments. */
export const skuOfSegment = (segment: string): string | null => /^product (\S+)$/.exec(segment)?.[1] ?? null;
