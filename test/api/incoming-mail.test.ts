/** The address where a mail provider hands over mail: who may, and what it is answered. */
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { INCOMING_MAIL_PATH, incomingMail } from '../../src/api/index.ts';

const SECRET = 'a secret that only the provider and this test have';
const NOW = new Date('2026-11-25T10:00:00Z');
const MAIL = 'From: a@example.no\r\n\r\nHei';

function hook(take: (raw: Uint8Array) => Promise<'stored' | 'unreadable'> = async () => 'stored') {
  const taken: string[] = [];
  const reported: string[] = [];
  const app = incomingMail({
    ...{ secret: SECRET, now: () => NOW, largest: 1000, report: (message: string) => void reported.push(message) },
    take: async (raw) => {
      const outcome = await take(raw);
      taken.push(Buffer.from(raw).toString());
      return outcome;
    },
  });
  const post = (headers: Record<string, string>, body = MAIL) =>
    app.request(INCOMING_MAIL_PATH, { method: 'POST', headers, body });
  return { post, taken, reported };
}

const bearer = { Authorization: `Bearer ${SECRET}` };
const signature = (at: number, body = MAIL, secret = SECRET): Record<string, string> => ({
  'X-Kept-Signature': `t=${at},v1=${createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex')}`,
});
const seconds = NOW.getTime() / 1000;

test('whoever has the secret hands over a mail as it is', async () => {
  const { post, taken } = hook();
  expect((await post(bearer)).status).toBe(204);
  expect((await post(signature(seconds - 299))).status).toBe(204);
  expect(taken).toEqual([MAIL, MAIL]);
});

test.each([
  ['without a secret', {}],
  ['with another secret', { Authorization: 'Bearer another' }],
  ['with a signature by another secret', signature(seconds, MAIL, 'another')],
  ['with the signature of another mail', signature(seconds, 'another')],
  ['with an old signature', signature(seconds - 301)],
  ['with a wrong secret beside a right signature', { Authorization: 'Bearer no', ...signature(seconds) }],
])('%s nothing is taken', async (_how, headers) => {
  const { post, taken } = hook();
  const answer = await post(headers);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([401, 'application/problem+json']);
  expect(taken).toEqual([]);
});

test('a mail that is too large is not read to its end', async () => {
  const { post, taken } = hook();
  expect((await post(bearer, 'x'.repeat(1001))).status).toBe(413);
  expect(taken).toEqual([]);
});

test.each([
  ['without a secret', {}],
  ['with another secret', { Authorization: 'Bearer another' }],
  ['with an old signature', signature(seconds - 301)],
])('%s not a byte of the mail is read', async (_how, headers) => {
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        read += 1;
        stream.enqueue(new Uint8Array(10));
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request(`http://localhost${INCOMING_MAIL_PATH}`, {
    ...{ method: 'POST', headers, body, duplex: 'half' as const },
  });
  const options = { secret: SECRET, now: () => NOW, largest: 1000, report: () => {} };
  const answer = await incomingMail({ ...options, take: async () => 'stored' }).fetch(request);
  expect([answer.status, read]).toEqual([401, 0]);
});

test('what cannot be stored now is asked for again, and what never can is not', async () => {
  const down = hook(async () => {
    throw new Error('kari@example.no is in the way');
  });
  const later = await down.post(bearer);
  expect([later.status, later.headers.get('Retry-After')]).toEqual([503, '60']);
  expect(down.reported).toEqual(['incoming mail: Error']);
  expect((await hook(async () => 'unreadable').post(bearer)).status).toBe(422);
});
