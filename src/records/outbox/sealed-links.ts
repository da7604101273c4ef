/**
 * One-time links in mail that waits. The outbox is read by people (whoever answers for privacy, say), and a link opens
 * somebody's account: so its token lies there sealed, and is opened at the moment the mail goes out.
 */
import { createSeal } from '../../enforcement/index.ts';
import type { MailServer } from './mail-server.ts';

const MARK = 'sealed.';
const SEALED = /sealed\.([A-Za-z0-9_-]+)/g;

export interface SealedLinks {
  /** What stands in the text in place of the token. */
  seal(token: string): string;
  /** The text as its addressee reads it. */
  reveal(text: string): string;
}

/** @param secret The installation's secret. */
export function sealedLinks(secret: Buffer): SealedLinks {
  const seal = createSeal(secret, 'kept links in the outbox');
  const opened = (whole: string, sealed: string): string => {
    try {
      return seal.open(sealed);
    } catch {
      // Sealed under another secret, or words that only look so: the link is dead, the mail still goes.
      return whole;
    }
  };
  return { seal: (token) => MARK + seal.seal(token), reveal: (text) => text.replaceAll(SEALED, opened) };
}

/** A mail server that opens what is sealed in each text. */
export function revealing(server: MailServer, { reveal }: Pick<SealedLinks, 'reveal'>): MailServer {
  return { send: (mail) => server.send({ ...mail, text: reveal(mail.text) }), close: () => server.close() };
}
