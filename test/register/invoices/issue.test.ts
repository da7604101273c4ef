/** Issuing invoices: what is on them, that they stay as they were issued, and that their numbers follow each other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IssuedInvoice, issueInvoice, type RegisterSession } from '../../../src/register/index.ts';
import { type InvoicingWorld, NOW, openInvoicingWorld } from '../../support/invoicing-world.ts';

let world: InvoicingWorld;
beforeAll(async () => {
  world = await openInvoicingWorld();
});
afterAll(() => world.close());

const issue = (customerId: string, orderId: string): Promise<IssuedInvoice> =>
  world.invoicing((session) => session.transaction((inner) => issueIn(inner, customerId, orderId)));

const issueIn = (session: RegisterSession, customerId: string, orderId: string): Promise<IssuedInvoice> =>
  issueInvoice(session, {
    ...{ customerId, orderId, invoiceId: world.newId(), at: NOW, timeZone: 'Europe/Oslo', billing: world.billing },
  });

const rowsOf = async (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await world.database.pool.query<Record<string, unknown>>(sql, [...values])).rows;

describe('an invoice', () => {
  test('is for what was delivered, with the lines as they were ordered, and due on the day the policy says', async () => {
    const customer = await world.addCustomer();
    const order = await world.addOrder(customer, { delivered: [2, 0] });
    const { invoiceId, invoiceNumber, totalOre } = await issue(customer, order);
    expect(totalOre).toBe(25_125);
    const [invoice] = await rowsOf('select * from register.invoice where invoice_id = $1', [invoiceId]);
    expect(invoice).toMatchObject({
      ...{ invoice_number: invoiceNumber, issued_on: '2026-11-23', due_on: '2026-12-07', delivered_on: '2026-11-20' },
      ...{ buyer_name: 'Åse Ávži', buyer_address: 'Diktveien 3\n7030 Trondheim', buyer_reference: 'Ref 7' },
      ...{ delivery_place: 'Hytteveien 1\n9730 Karasjok', net_ore: 20_100, vat_ore: 5_025, outstanding_ore: 25_125 },
    });
    const lines = await rowsOf('select * from register.invoice_line where invoice_id = $1', [invoiceId]);
    expect(lines).toMatchObject([{ line_number: 1, description: 'Støvler', quantity: 2, net_ore: 20_100 }]);
  });

  test('of the next part has what came since, and then there is nothing left', async () => {
    const customer = await world.addCustomer();
    const order = await world.addOrder(customer, { delivered: [2, 0] });
    const first = await issue(customer, order);
    await world.deliver(customer, order, [1, 2]);
    const second = await issue(customer, order);
    expect(second.totalOre).toBe(12_563 + 9_200);
    expect(second.invoiceNumber).toBe(first.invoiceNumber + 1);
    await expect(issue(customer, order)).rejects.toThrow('nothing of the order');
    await world.deliver(customer, order, []);
    expect(await issue(await world.addCustomer(), order).catch((error: Error) => error.name)).toBe('NothingToInvoice');
  });

  test('that could not be issued takes no number', async () => {
    const customer = await world.addCustomer();
    const [one, other] = [await world.addOrder(customer), await world.addOrder(customer)];
    const { invoiceNumber } = await issue(customer, one);
    await expect(issue(customer, one)).rejects.toThrow('nothing of the order');
    await expect(
      world.invoicing((session) =>
        session.transaction(async (inner) => {
          await issueIn(inner, customer, other);
          throw new Error('the mail could not be written');
        }),
      ),
    ).rejects.toThrow('the mail');
    expect((await issue(customer, other)).invoiceNumber).toBe(invoiceNumber + 1);
  });

  test('to somebody with a protected address bears no address', async () => {
    const kept = { protected_address: true, street_address: null, postal_code: null, city: null };
    const customer = await world.addCustomer(kept);
    const { invoiceId } = await issue(customer, await world.addOrder(customer));
    expect(await rowsOf('select buyer_address from register.invoice where invoice_id = $1', [invoiceId])).toEqual([
      { buyer_address: null },
    ]);
  });

  test('takes the order off the list, and the next delivery puts it back', async () => {
    const customer = await world.addCustomer();
    const order = await world.addOrder(customer, { delivered: [1, 0] });
    const waits = async () =>
      (
        await rowsOf('select to_invoice_since is not null as waits from register.sales_order where order_id = $1', [
          order,
        ])
      )[0]?.waits;
    expect(await waits()).toBe(true);
    await issue(customer, order);
    expect(await waits()).toBe(false);
    await world.deliver(customer, order, [1, 0]);
    expect(await waits()).toBe(true);
  });
});
