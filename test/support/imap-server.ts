/** A real IMAP server on loopback with one mailbox, in memory. */
import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

export interface ImapTestServer {
  /** With user and password in it. */
  readonly url: URL;
  /** Puts a mail into the inbox as a mail server would. */
  deliver(mail: string | Buffer, flags?: readonly string[]): void;
  /** What lies in a folder: the mails and their flags; null where there is no such folder. */
  folder(path: string): readonly { readonly raw: string; readonly flags: readonly string[] }[] | null;
  close(): Promise<void>;
}

export async function imapTestServer(): Promise<ImapTestServer> {
  const server = hoodiecrow({
    plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'ENABLE', 'LITERALPLUS', 'UNSELECT', 'SPECIAL-USE'],
    users: { post: { password: 'hemmelig: ø' } },
    storage: { INBOX: {} },
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: new URL(`imap://post:${encodeURIComponent('hemmelig: ø')}@127.0.0.1:${port}/INBOX`),
    deliver: (mail, flags = []) => server.appendMessage('INBOX', flags, false, Buffer.from(mail).toString('latin1')),
    folder: (path) => server.getMailbox(path)?.messages ?? null,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A mail as it travels. */
export function mailAsSent(headers: Readonly<Record<string, string>>, body: string): string {
  const all = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', ...body.split('\n')].join('\r\n');
}
