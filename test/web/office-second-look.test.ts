/** Before a customer is opened for a purpose that is rarely used for them, whoever opens them says why. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf } from '../support/office.ts';
import { addCustomer, addMessage, addOrder } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
/** Registered two years ago, with one message then. */
let quiet: string;
/** As quiet, with an order this autumn. */
let busy: string;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  quiet = await addCustomer(web.database.pool, '2024-10-01T10:00:00Z');
  await addMessage(web.database.pool, quiet, '2024-10-02T10:00:00Z');
  busy = await addCustomer(web.database.pool, '2024-10-01T10:00:00Z');
  await addOrder(web.database.pool, busy, '2026-10-03T10:00:00Z');
});
afterAll(() => web.close());

const at = (customer: string, purpose: string): string => `/kontor/kunder/${customer}?purpose=${purpose}`;
const reasons = async () =>
  (await web.database.pool.query('select person_id, purpose, reason from kept.look_reason order by at')).rows;

test('where nothing has happened for the purpose in a year, a reason is asked before anything is shown or logged as seen', async () => {
  const before = (await logOf(web)).length;
  const { status, html } = await asStaff(web, 'support').ask(at(quiet, 'claims'));
  expect(status).toBe(200);
  expect(html).toContain('Hvorfor åpner du denne kunden?');
  expect(html).not.toContain('Prøve Person');
  const entries = (await logOf(web)).slice(before);
  expect(entries.flatMap(({ data_subjects }) => data_subjects)).toEqual([]);
  expect(entries.every(({ action }) => action !== 'read')).toBe(true);
});

test.each(['kontaktpersoner', 'oppslag'])('the page %s beside the customer asks it, too', async (page) => {
  const path = `/kontor/kunder/${quiet}/${page}?purpose=customer-administration`;
  const { status, html } = await asStaff(web, 'sales').get(path);
  expect([status, html.includes('Prøve Person')]).toEqual([303, false]);
});

test('where the purpose has had something to do with the customer lately, nothing is asked', async () => {
  const { html } = await asStaff(web, 'support').ask(at(busy, 'claims'));
  expect(html).toContain('Prøve Person');
});

test('for a purpose that does not see what happened, the same customer asks for a reason', async () => {
  expect((await asStaff(web, 'support').ask(at(busy, 'customer-communication'))).html).toContain('id="reason"');
});

test.each([
  ['ok', 'Skriv minst 5 tegn.'],
  ['Kortet er 4111 1111 1111 1111', 'kortnummer'],
])('the reason "%s" is refused in words, stays typed, and opens nothing', async (reason, said) => {
  const { status, html } = await asStaff(web, 'support').search(at(quiet, 'claims'), { reason });
  expect(status).toBe(422);
  expect(html).toContain(said);
  expect(html).toContain(reason);
  expect(await reasons()).toEqual([]);
});

test('a reason opens the customer for that purpose, is kept with the look, and opens nothing else', async () => {
  const support = asStaff(web, 'support');
  const { status } = await support.search(at(quiet, 'claims'), { reason: 'Kunden ringte om garantien' });
  expect(status).toBe(303);
  expect(await reasons()).toEqual([{ person_id: quiet, purpose: 'claims', reason: 'Kunden ringte om garantien' }]);
  expect((await support.ask(at(quiet, 'claims'))).html).toContain('Prøve Person');
  expect((await support.ask(at(quiet, 'customer-communication'))).html).toContain('id="reason"');
  expect((await asStaff(web, 'legal').ask(at(quiet, 'claims'))).html).toContain('id="reason"');
});

test('a field that the form does not have is refused', async () => {
  const { status } = await asStaff(web, 'support').search(at(quiet, 'claims'), { reason: 'Kunden ringte', more: '1' });
  expect(status).toBe(400);
});

test('of a customer whom the purpose does not see, no reason is asked and none is kept', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  const marketing = asStaff(web, 'marketing');
  expect((await marketing.ask(at(quiet, 'marketing'))).status).toBe(404);
  expect((await marketing.ask(at(nobody, 'marketing'))).status).toBe(404);
  const before = (await reasons()).length;
  await marketing.search(at(nobody, 'marketing'), { reason: 'Nysgjerrig på kunden' });
  expect(await reasons()).toHaveLength(before);
});
