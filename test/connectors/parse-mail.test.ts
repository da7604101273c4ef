/** What is read of a mail, whoever wrote it and with what. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST_MAIL, LONGEST_BODY, parseMail, UnreadableMail } from '../../src/connectors/index.ts';
import { mailAsSent } from '../support/imap-server.ts';

const read = (headers: Readonly<Record<string, string>>, body: string) =>
  parseMail(Buffer.from(mailAsSent({ From: 'Kari <Kari@Example.NO>', ...headers }, body)));

test('sender, subject, text and time come out in letters of any kind', async () => {
  const headers = { Subject: '=?utf-8?Q?Sp=C3=B8rsm=C3=A5l?=', Date: 'Tue, 24 Nov 2026 10:00:00 +0100' };
  expect(await read({ ...headers, 'Message-ID': '<a@example.no>' }, 'Čáhci på Røros\n')).toEqual({
    ...{ externalId: '<a@example.no>', from: 'kari@example.no', fromName: 'Kari', subjectLine: 'Spørsmål' },
    ...{ body: 'Čáhci på Røros', cut: false, answers: [], attachments: [], automatic: false },
    sentAt: new Date('2026-11-24T09:00:00Z'),
  });
});

test('HTML becomes text: no script, no style, no address behind words', async () => {
  const html =
    '<style>p{}</style><script>alert(1)</script><p>Hei <b>p&aring;</b> deg</p><p>se <a href="https://x.example">her</a><br>nå</p><img src="https://x.example/p.gif">';
  const { body } = await read({ 'Content-Type': 'text/html; charset=utf-8' }, html);
  expect(body).toBe('Hei på deg\n\nse her\nnå');
});

test('files are named and not kept', async () => {
  const parts = [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Se bildet.',
    '--b',
    "Content-Disposition: attachment; filename*=utf-8''skade%20p%C3%A5%20skoen.jpg",
    'Content-Type: image/jpeg',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--b--',
  ].join('\n');
  const mail = await read({ 'Content-Type': 'multipart/mixed; boundary=b' }, parts);
  expect(mail).toMatchObject({ body: 'Se bildet.', attachments: ['skade på skoen.jpg'] });
});

test('the mails that it answers come nearest first', async () => {
  const { answers } = await read({ 'In-Reply-To': '<c@x>', References: '<a@x> <b@x> <c@x>' }, 'Ja');
  expect(answers).toEqual(['<c@x>', '<b@x>', '<a@x>']);
});

test('a mail without an id gets the same one each time it is read', async () => {
  const [one, same, other] = [await read({}, 'Hei'), await read({}, 'Hei'), await read({}, 'Hallo')];
  expect(one.externalId).toBe(same.externalId);
  expect(one.externalId).not.toBe(other.externalId);
});

test.each([
  [{ 'Auto-Submitted': 'auto-replied' }],
  [{ Precedence: 'bulk' }],
  [{ 'Content-Type': 'multipart/report; boundary=b' }],
])('a mail written by a program is told from one that a person wrote: %o', async (headers) => {
  expect((await read(headers, 'Jeg er på ferie')).automatic).toBe(true);
});

test('RFC 3834: a mail that says it was not written by a program was not', async () => {
  expect((await read({ 'Auto-Submitted': 'no' }, 'Hei')).automatic).toBe(false);
});

test('a long text is cut where a message ends, and says so', async () => {
  const { body, cut } = await read({}, '😀'.repeat(LONGEST_BODY));
  expect(body.length).toBeLessThanOrEqual(LONGEST_BODY);
  expect(body).not.toMatch(/[\ud800-\udbff]$/);
  expect(cut).toBe(true);
});

test('a mail from nobody, or one that is too large, is not taken', async () => {
  await expect(parseMail(Buffer.from('Subject: hei\r\n\r\nhei'))).rejects.toMatchObject({ code: 'no-sender' });
  await expect(parseMail(new Uint8Array(LARGEST_MAIL + 1))).rejects.toMatchObject({ code: 'too-large' });
});

test('whatever comes is read or refused, and what is read fits its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 8 }), async (lines) => {
      const raw = Buffer.from(['From: a@example.no', ...lines].join('\r\n'));
      const mail = await parseMail(raw).catch((error: unknown) => error);
      if (mail instanceof UnreadableMail) return;
      expect(mail).toMatchObject({ from: expect.stringMatching(/^[^\s@]+@[^\s@]+$/) });
      const { body, subjectLine } = mail as { body: string; subjectLine: string };
      expect(body.length).toBeLessThanOrEqual(LONGEST_BODY);
      expect(subjectLine).not.toMatch(/[\n\0]/);
    }),
    { numRuns: 200 },
  );
});
