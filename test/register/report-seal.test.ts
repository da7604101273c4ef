/** Reports of credit bureaus under their seal: readable on their own check alone. */
import { expect, test } from 'vitest';
import { createSeal } from '../../src/enforcement/index.ts';
import { createReportSeal } from '../../src/register/index.ts';

const secret = Buffer.alloc(32, 7);
const reports = createReportSeal(secret);
const mine = { customerId: '00000000-0000-7000-8000-0000000000a1', checkId: '00000000-0000-7000-8000-0000000000c1' };

test('a report opens on its own check', () => {
  expect(reports.open(mine, reports.seal(mine, 'To anmerkninger'))).toBe('To anmerkninger');
});

test.each([
  ['another check of the same customer', { ...mine, checkId: '00000000-0000-7000-8000-0000000000c2' }],
  ['another customer', { ...mine, customerId: '00000000-0000-7000-8000-0000000000a2' }],
])('a report that is moved to %s does not open', (_, row) => {
  const sealed = reports.seal(mine, 'To anmerkninger');
  expect(() => reports.open(row, sealed)).toThrow();
});

test('a report from before reports were bound to their row opens as long as it is kept', () => {
  const older = createSeal(secret, 'kept credit reports').seal('To anmerkninger');
  expect(reports.open(mine, older)).toBe('To anmerkninger');
});
