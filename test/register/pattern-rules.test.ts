/** What is inferred from what somebody has bought. */
import { expect, test } from 'vitest';
import { type BoughtLine, patternsOf, skuOfSegment } from '../../src/register/index.ts';

const line = (orderId: string, sku: string, more: Partial<BoughtLine> = {}): BoughtLine => ({
  ...{ orderId, sku, kind: 'goods', durability: 'normal' },
  ...more,
});

test('a product is of interest when it was ordered on two occasions, not when it was ordered twice at once', () => {
  expect(patternsOf([line('1', 'ES-120'), line('1', 'ES-120')])).toEqual([]);
  expect(patternsOf([line('1', 'ES-120'), line('2', 'ES-120')])).toEqual([
    { segment: 'product ES-120', rule: 'ordered-again' },
  ]);
});

test('goods meant to last tell of an interest in care, and two orders of services of one in services', () => {
  const boots = line('1', 'ES-110', { durability: 'long' });
  const care = line('1', 'ES-210', { kind: 'service' });
  expect(patternsOf([boots, care])).toEqual([{ segment: 'care', rule: 'owns-durable-goods' }]);
  expect(patternsOf([care, { ...care, orderId: '2' }])).toEqual([{ segment: 'services', rule: 'uses-services' }]);
});

test('the product in a segment can be told from its other words', () => {
  expect(skuOfSegment('product ES-120')).toBe('ES-120');
  expect(skuOfSegment('care')).toBeNull();
});
