/**
 * Two who settle the same invoice at the same moment, with the first held in the middle of its transaction: neither acts on
 * what was true before the other. Money that comes is never refused; what is too much is owed back, and seen.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  assignEntry,
  countUpTo,
  creditInvoice,
  type InvoiceKey,
  issueInvoice,
  owedOnes,
  type RegisterSession,
  registerFile,
  registerPayment,
  remind,
  takeInFile,
} from '../../../src/register/index.ts';
import { accountant, type InvoicingWorld, NOW, openInvoicingWorld } from '../../support/invoicing-world.ts';

let world: InvoicingWorld;
beforeAll(async () => {
  world = await openInvoicingWorld(4);
});
afterAll(() => world.close());

type Work<T> = (session: RegisterSession) => Promise<T>;

const within = <T>(work: Work<T>): Promise<T> => world.invoicing((session) => session.transaction(work));

/** Does the second while the first has done all its work and not committed. */
async function atOnce<A, B>(
  first: Work<A>,
  second: Work<B>,
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const done = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const one = within(async (session) => {
    const result = await first(session);
    done.resolve();
    await mayCommit.promise;
    return result;
  });
  await Promise.race([done.promise, one]);
  let over = false;
  const other = within(second).finally(() => {
    over = true;
  });
  const both = Promise.allSettled([one, other]);
  await waiting(() => over);
  mayCommit.resolve();
  return await both;
}

/** Until somebody waits for a row, or there is nobody to. */
async function waiting(over: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !over(); tries += 1) {
    const { rows } = await world.database.pool.query<{ waits: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`,
    );
    if (rows[0]?.waits === true) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

interface Issued extends InvoiceKey {
  readonly invoiceNumber: number;
  readonly paymentReference: string;
  readonly totalOre: number;
}

async function issued(): Promise<Issued> {
  const customerId = await world.addCustomer();
  const given = { customerId, orderId: await world.addOrder(customerId), invoiceId: world.newId() };
  const { billing } = world;
  const invoice = await within((session) =>
    issueInvoice(session, { ...given, at: NOW, timeZone: 'Europe/Oslo', billing }),
  );
  return { ...invoice, customerId };
}

async function outstandingOf({ invoiceId }: InvoiceKey): Promise<number> {
  const { rows } = await world.database.pool.query<{ ore: number }>(
    'select outstanding_ore::int as ore from register.invoice where invoice_id = $1',
    [invoiceId],
  );
  return rows[0]?.ore ?? Number.NaN;
}

const byHand =
  (invoice: Issued, amountOre = invoice.totalOre): Work<number> =>
  (session) =>
    registerPayment(session, {
      ...{ customerId: invoice.customerId, invoiceId: invoice.invoiceId, paymentId: world.newId(), amountOre },
      ...{ paidOn: '2026-11-23', method: 'bank', bankReference: null, at: NOW },
    });

/** A file that pays an invoice whole, read and not registered. */
async function fileFor({ paymentReference: reference, totalOre }: Issued): Promise<string> {
  const fileId = world.newId();
  const entry = { entryNumber: 1, reference, amountOre: totalOre, paidOn: '2026-11-23', bankReference: fileId };
  const file = { format: 'ocr-giro', entries: [entry], totalOre, passedOver: 0 } as const;
  const digest = fileId.replaceAll('-', '').repeat(2);
  await world.invoicing((session) => takeInFile(session, { fileId, file, digest, staffId: accountant.id, now: NOW }));
  return fileId;
}

const registering =
  (fileId: string): Work<Awaited<ReturnType<typeof registerFile>>> =>
  (session) =>
    registerFile(session, { fileId, now: NOW, newId: world.newId });

const MATCHED = { status: 'fulfilled', value: { matched: 1, unmatched: 0 } };
const WAITS = { status: 'fulfilled', value: { matched: 0, unmatched: 1 } };

async function whyWaiting(fileId: string): Promise<unknown> {
  const { rows } = await world.database.pool.query<{ why: string }>(
    `select why from register.payment_entry where payment_file_id = $1 and state = 'unmatched'`,
    [fileId],
  );
  return rows[0]?.why;
}

describe('of two who register money for the same invoice at once', () => {
  test('with a file each, one is matched and the other waits for a person', async () => {
    const invoice = await issued();
    const [one, other] = [await fileFor(invoice), await fileFor(invoice)];
    expect(await atOnce(registering(one), registering(other))).toMatchObject([MATCHED, WAITS]);
    expect(await whyWaiting(other)).toBe('paid-already');
    expect(await outstandingOf(invoice)).toBe(0);
  });

  test('a file after a payment by hand waits for a person', async () => {
    const invoice = await issued();
    const file = await fileFor(invoice);
    const outcome = await atOnce(byHand(invoice), registering(file));
    expect(outcome).toMatchObject([{ status: 'fulfilled', value: 0 }, WAITS]);
    expect(await outstandingOf(invoice)).toBe(0);
  });

  test('a payment by hand after a file is kept, and whoever registers it is told what is too much', async () => {
    const invoice = await issued();
    const file = await fileFor(invoice);
    const owedBefore = await world.invoicing((session) => countUpTo(session, owedOnes(session)));
    const outcome = await atOnce(registering(file), byHand(invoice, 1_000));
    expect(outcome).toMatchObject([MATCHED, { status: 'fulfilled', value: 1_000 }]);
    expect(await outstandingOf(invoice)).toBe(-1_000);
    expect(await world.invoicing((session) => countUpTo(session, owedOnes(session)))).toBe(owedBefore + 1);
  });

  test('an amount that is booked by hand after another payment tells what is too much', async () => {
    const invoice = await issued();
    const [one, other] = [await fileFor(invoice), await fileFor(invoice)];
    await within(registering(one));
    await within(registering(other));
    const given = { fileId: other, entryNumber: 1, staffId: accountant.id, now: NOW, paymentId: world.newId() };
    const assigned = await within((session) =>
      assignEntry(session, { ...given, invoiceNumber: invoice.invoiceNumber }),
    );
    expect(assigned).toMatchObject({ outcome: 'assigned', overpaidOre: invoice.totalOre });
  });
});

describe('a reminder', () => {
  const reminding =
    (key: InvoiceKey): Work<unknown> =>
    (session) =>
      remind(session, {
        ...{ customerId: key.customerId, invoiceId: key.invoiceId, reminderId: world.newId(), feeOre: 0 },
        ...{ at: new Date('2027-01-10T12:00:00Z'), timeZone: 'Europe/Oslo' },
      });

  test('is not sent of an invoice that is being paid', async () => {
    const invoice = await issued();
    const outcome = await atOnce(byHand(invoice), reminding(invoice));
    expect(outcome).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: null }]);
  });

  test('is sent once when two send it', async () => {
    const invoice = await issued();
    const outcome = await atOnce(reminding(invoice), reminding(invoice));
    expect(outcome).toMatchObject([
      { status: 'fulfilled', value: { level: 1 } },
      { status: 'fulfilled', value: null },
    ]);
  });
});

describe('a credit note', () => {
  const crediting =
    ({ customerId, invoiceId }: InvoiceKey): Work<unknown> =>
    (session) =>
      creditInvoice(session, {
        ...{ customerId, invoiceId, creditNoteId: world.newId(), lines: 'whole', billAgain: false },
        ...{ at: NOW, timeZone: 'Europe/Oslo' },
      });

  test('for all that is left is written once when two write it', async () => {
    const invoice = await issued();
    const outcome = await atOnce(crediting(invoice), crediting(invoice));
    expect(outcome).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected' }]);
    expect(await outstandingOf(invoice)).toBe(0);
  });

  test('of more than is left is refused by the database, whoever writes it', async () => {
    const invoice = await issued();
    await within(crediting(invoice));
    const again = world.database.pool.query(
      `insert into register.invoice (customer_id, invoice_id, order_id, invoice_number, issued_on, due_on, buyer_name,
         payment_reference, net_ore, vat_ore, kind, credited_invoice_id)
       select customer_id, $2, order_id, 999999, issued_on, due_on, buyer_name, payment_reference, 1, 0, 'credit-note',
         invoice_id from register.invoice where invoice_id = $1`,
      [invoice.invoiceId, world.newId()],
    );
    await expect(again).rejects.toThrow('more is credited than the invoice says');
  });
});
