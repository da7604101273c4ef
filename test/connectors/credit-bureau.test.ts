/** A credit bureau over HTTP: what it is told, how its answers are taken, and that a freeze counts against nobody. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEgress, createHttpCreditBureau } from '../../src/connectors/index.ts';
import { type AnsweringServer, openAnsweringServer } from '../support/answering-server.ts';

const TOKEN = 'token-of-a-test-bureau';
const QUESTION = {
  reference: '00000000-0000-7000-8000-000000000001',
  subject: {
    kind: 'private',
    name: 'Áŋŋel Eksempel',
    organisationNumber: null,
    street: 'Prøveveien 1',
    postalCode: '7030',
    city: 'Trondheim',
  },
} as const;

let server: AnsweringServer;
let at: Date;
beforeEach(async () => {
  server = await openAnsweringServer(() => ({ status: 200, body: answer('sufficient') }));
  at = new Date('2026-11-23T12:00:00Z');
});
afterEach(() => server.close());

const answer = (outcome: string) => ({ reference: QUESTION.reference, outcome, report: 'Score 71 av 100.' });

function bureau() {
  const egress = createEgress({ recipients: {}, sources: {} }, { timeoutMs: 500 });
  const baseUrl = new URL('credit/v1', server.url);
  return createHttpCreditBureau({ egress, baseUrl, token: TOKEN, name: 'Eksempel Kreditt', now: () => at });
}

test('the bureau is told who it is about and that there is a ground, not the amount, the order or who asked', async () => {
  await bureau().ask(QUESTION);
  const [asked] = server.asked;
  expect(asked).toMatchObject({ method: 'POST', path: '/credit/v1/checks' });
  expect(asked?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'idempotency-key': QUESTION.reference });
  expect(JSON.parse(asked?.body ?? '')).toEqual({ ...QUESTION, ground: 'deferred-payment-requested' });
});

describe('an answer', () => {
  test.each(['sufficient', 'insufficient'] as const)('of %s comes with a report to read', async (word) => {
    server.answer(() => ({ status: 200, body: answer(word) }));
    expect(await bureau().ask(QUESTION)).toEqual({ kind: 'answered', word, report: 'Score 71 av 100.' });
  });

  test('about somebody who has frozen their credit is the same as one about somebody unknown', async () => {
    const answers = [];
    for (const outcome of ['frozen', 'no-data']) {
      server.answer(() => ({ status: 200, body: { reference: QUESTION.reference, outcome } }));
      answers.push(await bureau().ask(QUESTION));
    }
    server.answer(() => ({ status: 404 }));
    answers.push(await bureau().ask(QUESTION));
    const noData = { kind: 'answered', word: 'no-data', report: null };
    expect(answers).toEqual([noData, noData, noData]);
  });

  test.each([
    ['to another question', { ...answer('sufficient'), reference: 'another' }],
    ['with a word that was not agreed', answer('probably')],
    ['with more than was agreed', { ...answer('insufficient'), debts: [1, 2] }],
    ['without the report', { reference: QUESTION.reference, outcome: 'insufficient' }],
    ['with a report about a frozen credit', answer('frozen')],
    ['that is not JSON', 'sufficient'],
  ])('%s is none: nobody is judged by a guess', async (_case, body) => {
    server.answer(() => ({ status: 200, body }));
    expect(await bureau().ask(QUESTION)).toEqual({ kind: 'unavailable' });
  });

  test.each([401, 403])('of status %i says that the bureau does not accept us', async (status) => {
    server.answer(() => ({ status }));
    expect(await bureau().ask(QUESTION)).toEqual({ kind: 'refused' });
  });
});

test('a bureau that asks for rest is left alone for as long as it says', async () => {
  const one = bureau();
  server.answer(() => ({ status: 429, headers: { 'Retry-After': '30' } }));
  expect(await one.ask(QUESTION)).toEqual({ kind: 'busy', retryAfterSeconds: 30 });
  expect(await one.ask(QUESTION)).toEqual({ kind: 'busy', retryAfterSeconds: 30 });
  expect(server.asked).toHaveLength(1);
  at = new Date('2026-11-23T12:00:31Z');
  server.answer(() => ({ status: 200, body: answer('sufficient') }));
  expect(await one.ask(QUESTION)).toMatchObject({ word: 'sufficient' });
});
