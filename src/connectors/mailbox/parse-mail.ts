/** A mail as it travels (RFC 5322, MIME) turned into text that can be stored. Nothing in it is executed, opened or fetched. */
import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import {
  LARGEST_MAIL,
  LONGEST_BODY,
  LONGEST_NAME,
  LONGEST_SUBJECT,
  MOST_ATTACHMENTS,
  type ReceivedMail,
  UnreadableMail,
} from './received-mail.ts';

/** Parts within parts at most, and bytes of all headers together. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 1_000_000 } as const;
/** Characters of HTML that are turned into text at most. */
const LONGEST_HTML = 500_000;

/**
 * Reads a mail.
 * @throws UnreadableMail `too-large`, `no-sender`, `unreadable`.
 */
export async function parseMail(raw: Uint8Array): Promise<ReceivedMail> {
  if (raw.length > LARGEST_MAIL) throw new UnreadableMail('too-large');
  const email = await PostalMime.parse(raw, LIMITS).catch((cause: unknown) => {
    throw new UnreadableMail('unreadable', { cause });
  });
  const sender = email.from;
  const from = (sender?.address ?? '').trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(from) || from.length > 254) throw new UnreadableMail('no-sender');
  const text = plain(textOf(email)).trim();
  return {
    externalId: messageId(email.messageId) ?? madeId(raw),
    from,
    fromName: oneLine(sender?.name ?? '').slice(0, LONGEST_NAME),
    subjectLine: shortened(oneLine(email.subject ?? ''), LONGEST_SUBJECT),
    body: shortened(text, LONGEST_BODY),
    cut: text.length > LONGEST_BODY,
    answers: answered(email),
    attachments: (email.attachments ?? []).slice(0, MOST_ATTACHMENTS).map(nameOf),
    automatic: isAutomatic(email),
    sentAt: dateOf(email.date),
  };
}

/** The plain text, or what stays of HTML without its marks: addresses and pictures are left out. */
function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text;
  if (html === undefined) return '';
  const selectors = [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
  ];
  return convert(html.slice(0, LONGEST_HTML), { wordwrap: false, selectors });
}

/** Line ends as one kind; characters that Postgres or a terminal cannot take are left out. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is taken out.
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

const oneLine = (text: string): string => plain(text).replaceAll(/\s+/g, ' ').trim();

/** Cut between characters, never within one that takes two places. */
const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');

/** Angle brackets around what RFC 5322 allows there; null for anything else. */
function messageId(text: string | undefined): string | null {
  const [found] = text?.match(/<[^<>\s]{1,250}>/) ?? [];
  return found ?? null;
}

/** The same for the same mail, however often it is read. */
const madeId = (raw: Uint8Array): string =>
  `<${createHash('sha256').update(raw).digest('hex').slice(0, 40)}@no-message-id.invalid>`;

function answered({ inReplyTo, references }: Email): readonly string[] {
  const ids = (text: string | undefined): string[] => text?.match(/<[^<>\s]{1,250}>/g) ?? [];
  return [...new Set([...ids(inReplyTo), ...ids(references).reverse()])].slice(0, 50);
}

const nameOf = ({ filename, mimeType }: Attachment): string => oneLine(filename ?? mimeType).slice(0, LONGEST_NAME);

/** RFC 3834, and what programs send that are older than it. */
function isAutomatic({ headers }: Email): boolean {
  const value = (key: string): string =>
    headers
      .find((one) => one.key === key)
      ?.value.trim()
      .toLowerCase() ?? '';
  const submitted = value('auto-submitted');
  if (submitted !== '' && submitted !== 'no') return true;
  if (['bulk', 'auto_reply', 'junk'].includes(value('precedence'))) return true;
  return value('x-autoreply') !== '' || value('content-type').startsWith('multipart/report');
}

function dateOf(date: string | undefined): Date | null {
  const at = new Date(date ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
