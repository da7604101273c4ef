/** The little of `hoodiecrow-imap` that the tests use; the package brings no types along. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Folder {
    messages: { raw: string; flags: string[]; uid: number }[];
  }
  interface ImapServer {
    readonly server: Server;
    listen(port: number, done: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): Folder | undefined;
    appendMessage(folder: Folder | string, flags: readonly string[], date: Date | false, raw: string): void;
  }
  export default function hoodiecrow(options: Readonly<Record<string, unknown>>): ImapServer;
}
