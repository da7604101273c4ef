/** The state machine of orders: which step follows which, and who may take it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayStep, ORDER_STATUSES, type OrderStep, statusAfter, waitsFor } from '../../src/register/index.ts';

const ACTORS = ['customer', 'sales', 'warehouse', 'system'] as const;
const STEPS: readonly OrderStep[] = ['change', 'confirm', 'take-back', 'cancel', 'send', 'receive', 'close'];

const allowed = (actor: (typeof ACTORS)[number]): string[] =>
  ORDER_STATUSES.flatMap((status) =>
    STEPS.filter((step) => mayStep(status, step, actor)).map((step) => `${status}: ${step}`),
  );

test('each of those who act may take just these steps', () => {
  expect(allowed('customer')).toEqual(['placed: cancel', 'part-delivered: receive']);
  expect(allowed('sales')).toEqual([
    'placed: change',
    'placed: confirm',
    'placed: cancel',
    'confirmed: take-back',
    'confirmed: cancel',
  ]);
  expect(allowed('warehouse')).toEqual(['confirmed: send', 'part-delivered: send', 'part-delivered: receive']);
  expect(allowed('system')).toEqual(['part-delivered: receive', 'delivered: close']);
});

test('an order is delivered only when all of it was sent and all that was sent has arrived', () => {
  const progress = fc.record({ allSent: fc.boolean(), allReceived: fc.boolean() });
  fc.assert(
    fc.property(progress, fc.constantFrom('send', 'receive'), (seen, step) => {
      const after = statusAfter('part-delivered', step, seen);
      expect(after === 'delivered').toBe(seen.allSent && seen.allReceived);
    }),
  );
});

test('whatever steps are taken, an order that was sent is never cancelled, and what is over stays over', () => {
  const step = fc.record({
    step: fc.constantFrom(...STEPS),
    actor: fc.constantFrom(...ACTORS),
    progress: fc.record({ allSent: fc.boolean(), allReceived: fc.boolean() }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let status: (typeof ORDER_STATUSES)[number] = 'placed';
      let sent = false;
      for (const one of steps) {
        if (!mayStep(status, one.step, one.actor)) continue;
        const over = status === 'completed' || status === 'cancelled';
        expect(over).toBe(false);
        status = statusAfter(status, one.step, one.progress);
        sent ||= one.step === 'send';
        if (sent) expect(['part-delivered', 'delivered', 'completed']).toContain(status);
      }
    }),
  );
});

test('only a private person who pays afterwards waits for a credit decision', () => {
  const waiting = (['private', 'company'] as const).flatMap((kind) =>
    (['prepaid', 'invoice'] as const).flatMap((paymentTerms) =>
      [null, new Date('2026-11-25T10:00:00Z')]
        .filter((allowedAt) => waitsFor({ kind, paymentTerms, allowedAt }) !== null)
        .map((allowedAt) => `${kind} ${paymentTerms} ${allowedAt === null ? 'undecided' : 'decided'}`),
    ),
  );
  expect(waiting).toEqual(['private invoice undecided']);
});
