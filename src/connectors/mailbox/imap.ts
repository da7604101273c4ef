/**
 * A mailbox on an IMAP server, emptied mail by mail:
 *
 *   in the folder  -->  read  -->  stored  -->  marked as seen and moved to the other folder
 *   read, cannot be taken  -->  flagged, stays in the folder, and is passed over from then on
 *   read, not stored because something failed  -->  stays as it was, and is read again in the next round
 *
 * A mail leaves the folder only after `store` has said that it is stored. A crash in between has it stored once more
 * under the same Message-ID, which the store knows again.
 */
import { ImapFlow } from 'imapflow';
import { LARGEST_MAIL } from './received-mail.ts';

export interface Mailbox {
  /**
   * Goes through the mails that wait, the oldest first.
   * @param store Stores one; `refused` leaves it flagged in the folder, whatever it throws ends the round.
   */
  takeWaiting(store: (raw: Uint8Array) => Promise<'stored' | 'refused'>): Promise<Taken>;
}

export interface Taken {
  readonly stored: number;
  readonly refused: number;
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
    async takeWaiting(store) {
      const client = connectionTo(url);
      // What goes wrong reaches whoever waits for an answer, too; without this it would end the process.
      client.on('error', () => {});
      await client.connect();
      try {
        return await takeFrom(client, { folder: folderOf(url), doneFolder, most: mostInARound }, store);
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  };
}

const folderOf = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1)) || 'INBOX';

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

function connectionTo(url: URL): ImapFlow {
  const secure = url.protocol === 'imaps:';
  return new ImapFlow({
    ...{ host: url.hostname, port: Number(url.port || (secure ? 993 : 143)), secure },
    // A password goes over no open line but one within this machine.
    ...(secure || isLoopback(url.hostname) ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    ...{ logger: false, disableAutoIdle: true },
    ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: 4 * PATIENCE },
  });
}

type Store = Parameters<Mailbox['takeWaiting']>[0];

interface Round {
  readonly folder: string;
  readonly doneFolder: string;
  readonly most: number;
}

async function takeFrom(client: ImapFlow, { folder, doneFolder, most }: Round, store: Store): Promise<Taken> {
  await client.mailboxCreate(doneFolder).catch((error: unknown) => {
    // Some servers say no to a folder that is there already.
    if (!isRefusal(error)) throw error;
  });
  const lock = await client.getMailboxLock(folder);
  let stored = 0;
  let refused = 0;
  try {
    const found = (await client.search({ flagged: false, deleted: false }, { uid: true })) || [];
    const waiting = [...found].sort((one, other) => one - other);
    for (const uid of waiting.slice(0, most)) {
      const outcome = await takeOne(client, uid, doneFolder, store);
      if (outcome === 'stored') stored += 1;
      if (outcome === 'refused') refused += 1;
    }
    return { stored, refused, more: waiting.length > most };
  } finally {
    lock.release();
  }
}

async function takeOne(client: ImapFlow, uid: number, doneFolder: string, store: Store) {
  const one = { uid: true } as const;
  const size = await client.fetchOne(String(uid), { size: true }, one);
  // Somebody else took it out of the folder meanwhile.
  if (size === false) return 'gone';
  if ((size.size ?? 0) > LARGEST_MAIL) return await refuse(client, uid);
  const mail = await client.fetchOne(String(uid), { source: true }, one);
  if (mail === false || mail.source === undefined) return 'gone';
  const outcome = await store(mail.source);
  if (outcome === 'refused') return await refuse(client, uid);
  await client.messageFlagsAdd(String(uid), ['\\Seen'], one);
  const moved = await client.messageMove(String(uid), doneFolder, one);
  if (moved === false) throw new Error('the mail server did not move a mail that is stored');
  return 'stored';
}

async function refuse(client: ImapFlow, uid: number): Promise<'refused'> {
  await client.messageFlagsAdd(String(uid), ['\\Flagged'], { uid: true });
  return 'refused';
}

const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'responseStatus' in error && error.responseStatus === 'NO';
