/** Deliveries in parts, and when a delivery counts as completed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkPart,
  completionOf,
  isAllSent,
  progressOf,
  type SentLine,
  takenAsReceivedAt,
} from '../../src/register/index.ts';

const lines = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 })
  .map((counts) => counts.map((quantity, at) => ({ lineNumber: at + 1, quantity })));

const part = fc.array(
  fc.record({ lineNumber: fc.integer({ min: 0, max: 8 }), quantity: fc.integer({ min: -2, max: 60 }) }),
  { maxLength: 8 },
);

test('whatever parts are asked for, never more of a line is sent than was ordered', () => {
  fc.assert(
    fc.property(lines, fc.array(part, { maxLength: 10 }), (ordered, parts) => {
      let sent: SentLine[] = [];
      for (const one of parts) {
        const checked = checkPart(progressOf(ordered, sent), one);
        if ('lines' in checked) sent = [...sent, ...checked.lines];
      }
      for (const line of progressOf(ordered, sent)) {
        expect(line.sent).toBeLessThanOrEqual(line.quantity);
        expect(line.sent + line.remaining).toBe(line.quantity);
      }
    }),
  );
});

test('sending what remains of every line leaves nothing to send', () => {
  fc.assert(
    fc.property(lines, (ordered) => {
      const rest = progressOf(ordered, []).map(({ lineNumber, remaining }) => ({ lineNumber, quantity: remaining }));
      const checked = checkPart(progressOf(ordered, []), rest);
      expect('lines' in checked && isAllSent(progressOf(ordered, checked.lines))).toBe(true);
    }),
  );
});

test('a part is refused as a whole, with each line that is wrong and how many remain', () => {
  const progress = progressOf(
    [
      { lineNumber: 1, quantity: 3 },
      { lineNumber: 2, quantity: 1 },
    ],
    [{ lineNumber: 1, quantity: 2 }],
  );
  const asked = [
    { lineNumber: 1, quantity: 2 },
    { lineNumber: 2, quantity: 0.5 },
    { lineNumber: 9, quantity: 1 },
  ];
  expect(checkPart(progress, asked)).toEqual({
    faults: [
      { kind: 'more-than-remains', lineNumber: 1, remaining: 1 },
      { kind: 'not-a-count', lineNumber: 2 },
      { kind: 'no-such-line', lineNumber: 9 },
    ],
  });
  expect(checkPart(progress, [{ lineNumber: 1, quantity: 0 }])).toEqual({ faults: [{ kind: 'nothing-chosen' }] });
  const twice = { lineNumber: 2, quantity: 1 };
  expect(checkPart(progress, [twice, { ...twice }])).toEqual({ faults: [{ kind: 'no-such-line', lineNumber: 2 }] });
});

test('a delivery counts as completed by the receipt, else by the carrier, else fourteen days after dispatch', () => {
  const dispatchedAt = new Date('2026-11-02T08:00:00Z');
  const receiptAt = new Date('2026-11-05T12:00:00Z');
  const carrierDeliveredAt = new Date('2026-11-04T09:00:00Z');
  const now = new Date('2026-11-30T00:00:00Z');
  const nobody = { dispatchedAt, receiptAt: null, carrierDeliveredAt: null };
  expect(completionOf({ dispatchedAt, receiptAt, carrierDeliveredAt }, now)).toEqual({ at: receiptAt, by: 'receipt' });
  expect(completionOf({ ...nobody, carrierDeliveredAt }, now)).toEqual({ at: carrierDeliveredAt, by: 'carrier' });
  expect(completionOf(nobody, now)).toEqual({ at: new Date('2026-11-16T08:00:00Z'), by: 'time' });
  expect(completionOf(nobody, new Date(takenAsReceivedAt(dispatchedAt).getTime() - 1))).toBeNull();
});
