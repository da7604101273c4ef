/** Payouts: four eyes, an account number that only its own payout opens, and that goes when its time is over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approvePayout,
  askForPayout,
  createAccountSeal,
  forgetPaidAccounts,
  listPayouts,
  type PayoutKey,
  recordPaidOut,
  refusePayout,
} from '../../src/register/index.ts';
import {
  accountant,
  type InvoicingWorld,
  NOW,
  openInvoicingWorld,
  otherAccountant,
} from '../support/invoicing-world.ts';

const ACCOUNT = '86011117947';
const seal = createAccountSeal(Buffer.from('a secret of an installation in a test'));
let world: InvoicingWorld;
beforeAll(async () => {
  world = await openInvoicingWorld();
});
afterAll(() => world.close());

async function asked(): Promise<PayoutKey> {
  const key = { customerId: await world.addCustomer(), payoutId: world.newId() };
  await world.invoicing((session) =>
    askForPayout(session, seal, {
      ...{ ...key, invoiceId: null, amountOre: 12_500, reason: 'Betalt for mye', accountNumber: ACCOUNT },
      ...{ by: accountant.id, at: NOW },
    }),
  );
  return key;
}

const rowOf = async ({ payoutId }: PayoutKey) => {
  const rows = await world.invoicing((session) => listPayouts(session, 100));
  const row = rows.find(({ payout_id: id }) => id === payoutId);
  if (row === undefined) throw new Error('the payout is not seen');
  return row;
};

describe('an account number', () => {
  test('lies sealed, and opens for its own payout only', async () => {
    const key = await asked();
    const { account_sealed: sealed, account_last_four: lastFour } = await rowOf(key);
    expect(lastFour).toBe('7947');
    expect(sealed).not.toContain(ACCOUNT);
    expect(seal.open(key, sealed ?? '')).toBe(ACCOUNT);
    expect(() => seal.open({ ...key, payoutId: world.newId() }, sealed ?? '')).toThrow();
    expect(() => createAccountSeal(Buffer.from('another secret')).open(key, sealed ?? '')).toThrow();
  });

  test('goes when the payout is refused, and some time after it is paid', async () => {
    const refused = await asked();
    expect(await world.invoicing((session) => refusePayout(session, refused, NOW))).toBe('done');
    expect((await rowOf(refused)).account_sealed).toBeNull();
    const paid = await asked();
    await world.invoicing((session) => approvePayout(session, paid, otherAccountant.id, NOW), otherAccountant);
    await world.invoicing((session) => recordPaidOut(session, paid, '2026-11-24'));
    const forget = (day: string) => world.invoicing((session) => forgetPaidAccounts(session, world.policy, day));
    expect(await forget('2027-01-23')).toBe(0);
    expect((await rowOf(paid)).account_sealed).not.toBeNull();
    expect(await forget('2027-01-24')).toBe(1);
    expect(await rowOf(paid)).toMatchObject({ account_sealed: null, account_last_four: null, amount_ore: 12_500 });
  });
});

describe('four eyes', () => {
  test('whoever asked cannot approve, and another can', async () => {
    const key = await asked();
    expect(await world.invoicing((session) => approvePayout(session, key, accountant.id, NOW))).toBe('own');
    expect(await world.invoicing((session) => recordPaidOut(session, key, '2026-11-24'))).toBe('not-now');
    const by = (staff: typeof accountant) =>
      world.invoicing((session) => approvePayout(session, key, staff.id, NOW), staff);
    expect(await by(otherAccountant)).toBe('done');
    expect(await by(otherAccountant)).toBe('not-now');
    expect(await world.invoicing((session) => recordPaidOut(session, key, '2026-11-24'))).toBe('done');
    expect(await world.invoicing((session) => refusePayout(session, key, NOW))).toBe('not-now');
  });

  test('the database holds it too, and that what was asked for does not change', async () => {
    const { payoutId } = await asked();
    const { pool } = world.database;
    const change = (set: string) => pool.query(`update register.payout set ${set} where payout_id = '${payoutId}'`);
    await expect(change('approved_by = requested_by, approved_at = now()')).rejects.toMatchObject({ code: '23514' });
    for (const set of ['amount_ore = 1', `reason = 'x'`, `account_sealed = repeat('x', 60)`]) {
      await expect(change(set)).rejects.toMatchObject({ code: '23001' });
    }
  });
});
