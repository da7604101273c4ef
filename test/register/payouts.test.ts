/** Payouts: four eyes, an account number that only its own payout opens, and that goes when its time is over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approvePayout,
  askForPayout,
  askToPayBack,
  createAccountSeal,
  forgetPaidAccounts,
  issueInvoice,
  listPayouts,
  type PayoutKey,
  recordPaidOut,
  refusePayout,
  registerPayment,
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
    for (const set of [
      'amount_ore = 1',
      `reason = 'x'`,
      `account_sealed = repeat('x', 60)`,
      `account_last_four = '0000'`,
      'about_invoice_id = payout_id',
    ]) {
      await expect(change(set)).rejects.toMatchObject({ code: '23001' });
    }
  });
});

describe('what is owed on an invoice', () => {
  test('is asked for once, also by two at the same time, and again only when more is paid too much', async () => {
    const invoice = await paidTooMuch(5_000);
    const ask = (by = accountant) => {
      const more = { reason: 'Betalt for mye', accountNumber: ACCOUNT, by: by.id, at: NOW };
      const asked = { ...invoice, ...more, payoutId: world.newId() };
      return world.invoicing((session) => askToPayBack(session, seal, asked), by);
    };
    expect((await Promise.all([ask(), ask(otherAccountant)])).sort()).toEqual([false, true]);
    expect(await ask(otherAccountant)).toBe(false);
    const [first] = await payoutsOf(invoice.customerId);
    const key = { customerId: invoice.customerId, payoutId: first?.payout_id ?? '' };
    const approver = first?.requested_by === accountant.id ? otherAccountant : accountant;
    expect(await world.invoicing((session) => approvePayout(session, key, approver.id, NOW), approver)).toBe('done');
    expect(await world.invoicing((session) => recordPaidOut(session, key, '2026-11-24'))).toBe('done');
    expect(await ask()).toBe(false);
    await pay(invoice, 700);
    expect(await ask()).toBe(true);
    const amounts = (await payoutsOf(invoice.customerId)).map(({ amount_ore: ore }) => Number(ore));
    expect(amounts.sort((one, other) => one - other)).toEqual([700, 5_000]);
  });

  test('can be asked for anew when a payout of it was refused', async () => {
    const invoice = await paidTooMuch(5_000);
    const ask = () =>
      world.invoicing((session) =>
        askToPayBack(session, seal, {
          ...{ ...invoice, payoutId: world.newId(), reason: 'Betalt for mye', accountNumber: ACCOUNT },
          ...{ by: accountant.id, at: NOW },
        }),
      );
    expect(await ask()).toBe(true);
    const [{ payout_id: payoutId } = { payout_id: '' }] = await payoutsOf(invoice.customerId);
    const key = { customerId: invoice.customerId, payoutId };
    expect(await world.invoicing((session) => refusePayout(session, key, NOW))).toBe('done');
    expect(await ask()).toBe(true);
  });
});

const payoutsOf = async (customerId: string) =>
  (await world.invoicing((session) => listPayouts(session, 100))).filter((row) => row.customer_id === customerId);

const pay = ({ customerId, invoiceId }: { customerId: string; invoiceId: string }, amountOre: number) =>
  world.invoicing((session) =>
    registerPayment(session, {
      ...{ customerId, invoiceId, paymentId: world.newId(), paidOn: '2026-11-23', amountOre },
      ...{ method: 'bank', bankReference: null, at: NOW },
    }),
  );

/** An invoice on which so much is owed back. */
async function paidTooMuch(ore: number): Promise<{ customerId: string; invoiceId: string }> {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  const key = { customerId, invoiceId: world.newId() };
  const { billing } = world;
  await world.invoicing((session) =>
    session.transaction((inner) => issueInvoice(inner, { ...key, orderId, at: NOW, timeZone: 'Europe/Oslo', billing })),
  );
  const { rows } = await world.database.pool.query<{ outstanding_ore: string }>(
    'select outstanding_ore from register.invoice where invoice_id = $1',
    [key.invoiceId],
  );
  await pay(key, Number(rows[0]?.outstanding_ore) + ore);
  return key;
}
