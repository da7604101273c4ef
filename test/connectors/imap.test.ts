/** Mail taken from a real IMAP server: what leaves the inbox, when, and what stays. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { imapMailbox, type Mailbox, type MailTries, parseMail } from '../../src/connectors/index.ts';
import { type ImapTestServer, imapTestServer, mailAsSent } from '../support/imap-server.ts';

let server: ImapTestServer;
let mailbox: Mailbox;
/** By uid: how often it failed. Set aside at the third. */
let failed: Map<number, number>;
let resting: Set<number>;
let remembers = true;
let validity = 0;

const tries: MailTries = {
  known: async () => [...failed.keys()].map((uid) => ({ validity, uid, rests: resting.has(uid) })),
  async failed(place, why) {
    if (!remembers) throw new Error('the database is gone');
    validity = place.validity;
    const times = (failed.get(place.uid) ?? 0) + 1;
    failed.set(place.uid, times);
    return typeof why === 'string' || times >= 3 ? 'set-aside' : 'again';
  },
  forget: async (places) => {
    for (const { uid } of places) failed.delete(uid);
  },
};

beforeEach(async () => {
  failed = new Map();
  resting = new Set();
  remembers = true;
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
  expect(await mailbox.takeWaiting(store, tries)).toEqual({ stored: 2, setAside: 0, failed: 0, more: false });
  expect(texts).toEqual(['Hei på deg, æøå', 'Hei på deg, æøå']);
  expect(server.folder('INBOX')).toEqual([]);
  expect(flagsIn('Kept')).toEqual([['\\Seen'], ['\\Seen']]);
  expect(await mailbox.takeWaiting(store, tries)).toEqual({ stored: 0, setAside: 0, failed: 0, more: false });
});

test('when nothing can be stored or remembered the round ends: it is none of the mails’ doing', async () => {
  server.deliver(mail(1));
  server.deliver(mail(2));
  let down = true;
  const store = async (): Promise<'stored'> => {
    if (down) throw new Error('the database is gone');
    return 'stored';
  };
  remembers = false;
  await expect(mailbox.takeWaiting(store, tries)).rejects.toThrow('the database is gone');
  expect(flagsIn('INBOX')).toEqual([[], []]);
  down = false;
  expect(await mailbox.takeWaiting(store, tries)).toEqual({ stored: 2, setAside: 0, failed: 0, more: false });
});

test('what cannot be taken stays flagged in the inbox and holds up no other', async () => {
  server.deliver(mail(1));
  server.deliver(mail(2));
  let reads = 0;
  const store = async (raw: Uint8Array): Promise<'stored' | 'unreadable'> => {
    reads += 1;
    return (await parseMail(raw)).subjectLine === 'Nr 1' ? 'unreadable' : 'stored';
  };
  expect(await mailbox.takeWaiting(store, tries)).toEqual({ stored: 1, setAside: 1, failed: 0, more: false });
  expect(flagsIn('INBOX')).toEqual([['\\Flagged']]);
  expect(await mailbox.takeWaiting(store, tries)).toEqual({ stored: 0, setAside: 0, failed: 0, more: false });
  expect(reads).toBe(2);
});

const refusingFirst = async (raw: Uint8Array): Promise<'stored'> => {
  if ((await parseMail(raw)).subjectLine === 'Nr 1') throw new Error('this one never fits');
  return 'stored';
};

test('a mail whose storing always fails holds up no other, is tried again, and is flagged in the end', async () => {
  server.deliver(mail(1));
  server.deliver(mail(2));
  const round = () => mailbox.takeWaiting(refusingFirst, tries);
  expect(await round()).toEqual({ stored: 1, setAside: 0, failed: 1, more: false });
  resting = new Set(failed.keys());
  server.deliver(mail(3));
  expect(await round()).toEqual({ stored: 1, setAside: 0, failed: 0, more: false });
  resting.clear();
  expect(await round()).toMatchObject({ setAside: 0, failed: 1 });
  expect(await round()).toMatchObject({ setAside: 1, failed: 0 });
  expect(flagsIn('INBOX')).toEqual([['\\Flagged']]);
  expect(await round()).toEqual({ stored: 0, setAside: 0, failed: 0, more: false });
});

test('what failed and is stored at last, or is taken out of the folder, is remembered no longer', async () => {
  server.deliver(mail(1));
  await mailbox.takeWaiting(refusingFirst, tries);
  expect(failed.size).toBe(1);
  await mailbox.takeWaiting(async () => 'stored', tries);
  expect(failed.size).toBe(0);
  server.deliver(mail(1));
  await mailbox.takeWaiting(refusingFirst, tries);
  validity += 1;
  await mailbox.takeWaiting(async () => 'stored', tries);
  expect(failed.size).toBe(0);
});

test('a mail that somebody has read in another program is taken all the same', async () => {
  server.deliver(mail(1), ['\\Seen']);
  expect(await mailbox.takeWaiting(async () => 'stored', tries)).toMatchObject({ stored: 1 });
});

test('one round has an end, and says that there is more', async () => {
  for (let number = 0; number < 3; number += 1) server.deliver(mail(number));
  mailbox = imapMailbox({ url: server.url, doneFolder: 'Kept', mostInARound: 2 });
  const store = async (): Promise<'stored'> => 'stored';
  expect(await mailbox.takeWaiting(store, tries)).toEqual({ stored: 2, setAside: 0, failed: 0, more: true });
  expect(await mailbox.takeWaiting(store, tries)).toEqual({ stored: 1, setAside: 0, failed: 0, more: false });
});

test('a wrong password is an error of the round, not of the process', async () => {
  const url = new URL(server.url);
  url.password = 'feil';
  await expect(imapMailbox({ url, doneFolder: 'Kept' }).takeWaiting(async () => 'stored', tries)).rejects.toThrow();
});
