/**
 * A mailbox on an IMAP server, emptied mail by mail:
 *
 *   in the folder  -->  read  -->  stored  -->  marked as seen and moved to the other folder
 *   read, cannot be taken  -->  flagged, stays in the folder, and is passed over until somebody takes the flag away
 *   read, not stored because something failed  -->  stays as it was, and is read again after a while; when that has
 *                                                   failed often enough, flagged as above
 *
 * None holds up those behind it. What was tried is remembered outside; where that cannot be done, nothing can be stored
 * either, and the round ends.
 *
 * A mail leaves the folder only after `store` has said that it is stored. A crash in between has it stored once more
 * under the same Message-ID, which the store knows again.
 */
import { ImapFlow } from 'imapflow';
import { isThisMachine } from '../../enforcement/index.ts';
import { LARGEST_MAIL, type Unreadable } from './received-mail.ts';

export interface Mailbox {
  /**
   * Goes through the mails that wait, the oldest first.
   * @param store Stores one, or says why no later try would make it better.
   */
  takeWaiting(store: (raw: Uint8Array) => Promise<'stored' | Unreadable>, tries: MailTries): Promise<Taken>;
}

/** A mail's place in the folder (RFC 3501: UIDVALIDITY and UID); none is given to another mail. */
export interface MailPlace {
  readonly validity: number;
  readonly uid: number;
}

/** Remembers what could not be taken. What it throws ends the round. */
export interface MailTries {
  known(): Promise<readonly (MailPlace & { readonly rests: boolean })[]>;
  /** @returns Whether it is tried again, or set aside. */
  failed(place: MailPlace, why: Unreadable | { readonly thrown: unknown }): Promise<'again' | 'set-aside'>;
  /** Those that were stored at last, or are no longer in the folder. */
  forget(places: readonly MailPlace[]): Promise<void>;
}

export interface Taken {
  readonly stored: number;
  /** Flagged: they stay until somebody looks at them. */
  readonly setAside: number;
  /** To be tried again. */
  readonly failed: number;
  /** Mails are left for the next round. */
  readonly more: boolean;
}

export interface ImapSettings {
  /** `imaps://user:password@host:993/INBOX`; with `imap://` the connection is upgraded to TLS before anything is said. */
  readonly url: URL;
  /** Where mail goes that was stored; made when it is not there. */
  readonly doneFolder: string;
  /** Mails in one round at most; 100 unless given. */
  readonly mostInARound?: number;
}

/** Milliseconds that a silent server is waited for. */
const PATIENCE = 15_000;

export function imapMailbox({ url, doneFolder, mostInARound = 100 }: ImapSettings): Mailbox {
  return {
    async takeWaiting(store, tries) {
      const client = connectionTo(url);
      // What goes wrong reaches whoever waits for an answer, too; without this it would end the process.
      client.on('error', () => {});
      await client.connect();
      try {
        const round = { client, doneFolder, store, tries };
        return await takeFrom(round, folderOf(url), mostInARound);
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  };
}

const folderOf = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1)) || 'INBOX';

function connectionTo(url: URL): ImapFlow {
  const secure = url.protocol === 'imaps:';
  return new ImapFlow({
    ...{ host: url.hostname, port: Number(url.port || (secure ? 993 : 143)), secure },
    // A password goes over no open line but one within this machine.
    ...(secure || isThisMachine(url.hostname) ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    ...{ logger: false, disableAutoIdle: true },
    ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: 4 * PATIENCE },
  });
}

interface Round {
  readonly client: ImapFlow;
  readonly doneFolder: string;
  readonly store: Parameters<Mailbox['takeWaiting']>[0];
  readonly tries: MailTries;
}

async function takeFrom(round: Round, folder: string, most: number): Promise<Taken> {
  const { client, doneFolder, tries } = round;
  await client.mailboxCreate(doneFolder).catch((error: unknown) => {
    // Some servers say no to a folder that is there already.
    if (!isRefusal(error)) throw error;
  });
  const lock = await client.getMailboxLock(folder);
  const counts = { stored: 0, 'set-aside': 0, again: 0, gone: 0 };
  try {
    const validity = client.mailbox === false ? 0 : Number(client.mailbox.uidValidity);
    const known = await knownIn(round, validity);
    const found = (await client.search({ flagged: false, deleted: false }, { uid: true })) || [];
    const due = found.filter((uid) => known.get(uid) !== 'rests').sort((one, other) => one - other);
    for (const uid of due.slice(0, most)) {
      const outcome = await takeOne(round, { validity, uid });
      counts[outcome] += 1;
      if (outcome === 'stored' && known.has(uid)) await tries.forget([{ validity, uid }]);
    }
    return { stored: counts.stored, setAside: counts['set-aside'], failed: counts.again, more: due.length > most };
  } finally {
    lock.release();
  }
}

/** What was tried before and is still in the folder; the rest is forgotten. */
async function knownIn({ client, tries }: Round, validity: number): Promise<ReadonlyMap<number, 'rests' | 'due'>> {
  const known = await tries.known();
  if (known.length === 0) return new Map();
  const here = new Set((await client.search({ all: true, deleted: false }, { uid: true })) || []);
  const isHere = (place: MailPlace): boolean => place.validity === validity && here.has(place.uid);
  const gone = known.filter((place) => !isHere(place));
  if (gone.length > 0) await tries.forget(gone);
  return new Map(known.filter(isHere).map(({ uid, rests }) => [uid, rests ? 'rests' : 'due']));
}

async function takeOne(round: Round, place: MailPlace): Promise<'stored' | 'set-aside' | 'again' | 'gone'> {
  const { client, tries } = round;
  const outcome = await storeOne(round, place.uid).catch((thrown: unknown) => {
    // Without a connection it is none of the mail's doing.
    if (!client.usable) throw thrown;
    return { thrown };
  });
  if (outcome === 'stored' || outcome === 'gone') return outcome;
  const next = await tries.failed(place, outcome);
  if (next === 'set-aside') await client.messageFlagsAdd(String(place.uid), ['\\Flagged'], { uid: true });
  return next;
}

async function storeOne({ client, store, doneFolder }: Round, uid: number): Promise<'stored' | 'gone' | Unreadable> {
  const one = { uid: true } as const;
  const size = await client.fetchOne(String(uid), { size: true }, one);
  // Somebody else took it out of the folder meanwhile.
  if (size === false) return 'gone';
  if ((size.size ?? 0) > LARGEST_MAIL) return 'too-large';
  const mail = await client.fetchOne(String(uid), { source: true }, one);
  if (mail === false || mail.source === undefined) return 'gone';
  const outcome = await store(mail.source);
  if (outcome !== 'stored') return outcome;
  await client.messageFlagsAdd(String(uid), ['\\Seen'], one);
  const moved = await client.messageMove(String(uid), doneFolder, one);
  if (moved === false) throw new Error('the mail server did not move a mail that is stored');
  return 'stored';
}

const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'responseStatus' in error && error.responseStatus === 'NO';
