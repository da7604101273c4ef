/** Mail taken from a real IMAP server: what leaves the inbox, when, and what stays. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { imapMailbox, type Mailbox, parseMail } from '../../src/connectors/index.ts';
import { type ImapTestServer, imapTestServer, mailAsSent } from '../support/imap-server.ts';

let server: ImapTestServer;
let mailbox: Mailbox;
beforeEach(async () => {
  server = await imapTestServer();
  mailbox = imapMailbox({ url: server.url, doneFolder: 'Kept' });
});
afterEach(() => server.close());

const mail = (number: number, body = 'Hei på deg, æøå'): string =>
  mailAsSent({ From: 'Ola <ola@example.no>', 'Message-ID': `<${number}@example.no>`, Subject: `Nr ${number}` }, body);

const flagsIn = (folder: string): readonly (readonly string[])[] | undefined =>
  server.folder(folder)?.map(({ flags }) => flags.filter((flag) => flag !== '\\Recent'));

test('a mail leaves the inbox once it is stored, is seen from then on, and is not taken again', async () => {
  server.deliver(mail(1));
  server.deliver(mail(2));
  const texts: string[] = [];
  const store = async (raw: Uint8Array): Promise<'stored'> => {
    // Nothing is marked before the store has answered.
    expect(server.folder('INBOX')?.at(0)?.flags).not.toContain('\\Seen');
    texts.push((await parseMail(raw)).body);
    return 'stored';
  };
  expect(await mailbox.takeWaiting(store)).toEqual({ stored: 2, refused: 0, more: false });
  expect(texts).toEqual(['Hei på deg, æøå', 'Hei på deg, æøå']);
  expect(server.folder('INBOX')).toEqual([]);
  expect(flagsIn('Kept')).toEqual([['\\Seen'], ['\\Seen']]);
  expect(await mailbox.takeWaiting(store)).toEqual({ stored: 0, refused: 0, more: false });
});

test('what could not be stored stays as it was, and is read again in the next round', async () => {
  server.deliver(mail(1));
  server.deliver(mail(2));
  let down = true;
  const store = async (): Promise<'stored'> => {
    if (down) throw new Error('the database is gone');
    return 'stored';
  };
  await expect(mailbox.takeWaiting(store)).rejects.toThrow('the database is gone');
  expect(flagsIn('INBOX')).toEqual([[], []]);
  down = false;
  expect(await mailbox.takeWaiting(store)).toEqual({ stored: 2, refused: 0, more: false });
});

test('what cannot be taken stays flagged in the inbox and holds up no other', async () => {
  server.deliver(mail(1));
  server.deliver(mail(2));
  let reads = 0;
  const store = async (raw: Uint8Array): Promise<'stored' | 'refused'> => {
    reads += 1;
    return (await parseMail(raw)).subjectLine === 'Nr 1' ? 'refused' : 'stored';
  };
  expect(await mailbox.takeWaiting(store)).toEqual({ stored: 1, refused: 1, more: false });
  expect(flagsIn('INBOX')).toEqual([['\\Flagged']]);
  expect(await mailbox.takeWaiting(store)).toEqual({ stored: 0, refused: 0, more: false });
  expect(reads).toBe(2);
});

test('a mail that somebody has read in another program is taken all the same', async () => {
  server.deliver(mail(1), ['\\Seen']);
  expect(await mailbox.takeWaiting(async () => 'stored')).toMatchObject({ stored: 1 });
});

test('one round has an end, and says that there is more', async () => {
  for (let number = 0; number < 3; number += 1) server.deliver(mail(number));
  mailbox = imapMailbox({ url: server.url, doneFolder: 'Kept', mostInARound: 2 });
  const store = async (): Promise<'stored'> => 'stored';
  expect(await mailbox.takeWaiting(store)).toEqual({ stored: 2, refused: 0, more: true });
  expect(await mailbox.takeWaiting(store)).toEqual({ stored: 1, refused: 0, more: false });
});

test('a wrong password is an error of the round, not of the process', async () => {
  const url = new URL(server.url);
  url.password = 'feil';
  await expect(imapMailbox({ url, doneFolder: 'Kept' }).takeWaiting(async () => 'stored')).rejects.toThrow();
});
