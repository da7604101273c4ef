/** What happens to an invoice after it is issued: it is credited, paid, reminded of. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  collectionFrom,
  creditInvoice,
  documentOf,
  ehfOf,
  INVOICE_ORDERS,
  type InvoiceKey,
  issueInvoice,
  listInvoices,
  nextReminder,
  openInvoice,
  registerPayment,
  remind,
  reminderDocument,
  sellerOf,
  stateOf,
  stillToPay,
  type ToCredit,
} from '../../../src/register/index.ts';
import { ehfFaults } from '../../support/ehf-check.ts';
import { type InvoicingWorld, NOW, openInvoicingWorld } from '../../support/invoicing-world.ts';

const ZONE = { timeZone: 'Europe/Oslo' };
let world: InvoicingWorld;
beforeAll(async () => {
  world = await openInvoicingWorld();
});
afterAll(() => world.close());

async function issued(more: Record<string, string> = {}): Promise<InvoiceKey & { orderId: string }> {
  const customerId = await world.addCustomer(more);
  const orderId = await world.addOrder(customerId);
  const invoiceId = world.newId();
  await world.invoicing((session) =>
    session.transaction((inner) =>
      issueInvoice(inner, { customerId, orderId, invoiceId, at: NOW, ...ZONE, billing: world.billing }),
    ),
  );
  return { customerId, orderId, invoiceId };
}

const opened = async (key: InvoiceKey) => {
  const found = await world.invoicing((session) => openInvoice(session, key));
  if (found === null) throw new Error('the invoice is not seen');
  return found;
};

const credit = (key: InvoiceKey, lines: ToCredit['lines'], billAgain = false) =>
  world.invoicing((session) =>
    session.transaction((inner) =>
      creditInvoice(inner, { ...key, creditNoteId: world.newId(), lines, billAgain, at: NOW, ...ZONE }),
    ),
  );

const remindOn = (key: InvoiceKey, day: string, feeOre = 0) =>
  world.invoicing((session) =>
    session.transaction((inner) =>
      remind(inner, { ...key, reminderId: world.newId(), feeOre, at: new Date(`${day}T12:00:00Z`), ...ZONE }),
    ),
  );

describe('a credit note', () => {
  test('takes some of the lines back, then the rest, and never more', async () => {
    const key = await issued();
    const first = await credit(key, [{ lineNumber: 1, quantity: 1 }]);
    expect(first.totalOre).toBe(12_563);
    await expect(credit(key, [{ lineNumber: 1, quantity: 3 }])).rejects.toThrow('more is credited');
    const rest = await credit(key, 'whole');
    expect(rest.invoiceNumber).toBe(first.invoiceNumber + 1);
    await expect(credit(key, 'whole')).rejects.toThrow('nothing is left');
    const { invoice, credits } = await opened(key);
    expect(credits.map((one) => one.kind)).toEqual(['credit-note', 'credit-note']);
    // VAT is rounded for each document: half an øre can be left or owed.
    expect(Math.abs(Number(invoice.outstanding_ore))).toBeLessThanOrEqual(1);
  });

  test('has its place in the series, and can be written as EHF', async () => {
    const key = await issued({ kind: 'company', organisation_number: '123456785' });
    const { invoiceNumber, creditNoteId } = await credit(key, 'whole');
    const { invoice } = await opened(key);
    expect(invoiceNumber).toBe(Number(invoice.invoice_number) + 1);
    expect(stateOf(invoice, '2027-01-01')).toBe('paid');
    const seller = sellerOf(world.policy.controller);
    if (seller === null) throw new Error('Easy Step tells no account number');
    const document = documentOf(await opened({ ...key, invoiceId: creditNoteId }), seller);
    expect(document.credits).toEqual({ number: Number(invoice.invoice_number), issuedOn: '2026-11-23' });
    expect(ehfFaults(ehfOf(document))).toEqual([]);
    expect(ehfFaults(ehfOf(documentOf(await opened(key), seller)))).toEqual([]);
  });

  test('puts the order back on the list only where it is to be invoiced anew', async () => {
    const again = async (billAgain: boolean) => {
      const key = await issued();
      await credit(key, 'whole', billAgain);
      return await world
        .invoicing((session) =>
          session.transaction((inner) =>
            issueInvoice(inner, { ...key, invoiceId: world.newId(), at: NOW, ...ZONE, billing: world.billing }),
          ),
        )
        .then(
          ({ totalOre }) => totalOre,
          (error: Error) => error.name,
        );
    };
    expect(await again(true)).toBe(46_888);
    expect(await again(false)).toBe('NothingToInvoice');
  });
});

describe('an invoice that is not paid', () => {
  test('is overdue after its due date, reminded of, then warned of, and only then handed on', async () => {
    const key = await issued();
    expect(stateOf((await opened(key)).invoice, '2026-12-07')).toBe('open');
    expect(await remindOn(key, '2026-12-07')).toBeNull();
    expect(await remindOn(key, '2026-12-08', 3_500)).toMatchObject({ level: 1, dueOn: '2026-12-22', feeOre: 3_500 });
    expect(await remindOn(key, '2026-12-20')).toBeNull();
    expect(collectionFrom(await opened(key))).toBeNull();
    expect(await remindOn(key, '2026-12-28')).toMatchObject({ level: 2, dueOn: '2027-01-11' });
    const warned = await opened(key);
    expect(collectionFrom(warned)).toBe('2027-01-12');
    expect(nextReminder(warned, '2027-02-01')).toBeNull();
    const seller = sellerOf(world.policy.controller);
    const document = seller === null ? null : reminderDocument(warned, 1, seller);
    expect(document === null ? null : stillToPay(document)).toBe(46_888 + 3_500);
  });

  test('is settled by what is paid, in parts or too much', async () => {
    const key = await issued();
    const pay = (amountOre: number) =>
      world.invoicing((session) =>
        registerPayment(session, {
          ...{ ...key, paymentId: world.newId(), paidOn: '2026-12-01', amountOre, method: 'bank' },
          ...{ bankReference: null, at: NOW },
        }),
      );
    await pay(20_000);
    expect(Number((await opened(key)).invoice.outstanding_ore)).toBe(26_888);
    await pay(30_000);
    const { invoice, payments } = await opened(key);
    expect(payments).toHaveLength(2);
    expect(stateOf(invoice, '2027-01-01')).toBe('owed');
    const owed = await world.invoicing((session) =>
      listInvoices(session, 'owed', '2027-01-01', INVOICE_ORDERS.number, { place: null, limit: 50 }),
    );
    expect(owed.rows.map(({ invoice_id: id }) => id)).toContain(key.invoiceId);
  });
});
