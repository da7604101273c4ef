/** Mail that came in, as the rest of the system reads it: text only, with what threads it, and the names of what was attached. */

export interface ReceivedMail {
  /** The Message-ID with its angle brackets; made from the content where the sender gave none, so that it stays the same. */
  readonly externalId: string;
  /** In lower case. */
  readonly from: string;
  readonly fromName: string;
  readonly subjectLine: string;
  readonly body: string;
  /** Past the longest body the rest was left in the mailbox. */
  readonly cut: boolean;
  /** Message-IDs that it answers, the nearest first. */
  readonly answers: readonly string[];
  /** Names as the sender gave them; the files themselves stay in the mailbox. */
  readonly attachments: readonly string[];
  /** Written by a program: an absence, a receipt, a returned mail. Nobody waits for an answer. */
  readonly automatic: boolean;
  /** When it was sent, as the sender says; null where the date is absent or cannot be read. */
  readonly sentAt: Date | null;
}

/** Bytes of a mail at most, attachments included. */
export const LARGEST_MAIL = 25_000_000;
/** Characters of the text at most, as a message is stored. */
export const LONGEST_BODY = 10_000;
/** Characters of the subject line at most. */
export const LONGEST_SUBJECT = 200;
/** Names of attachments that are told, and the characters of each. */
export const MOST_ATTACHMENTS = 20;
export const LONGEST_NAME = 100;

export type Unreadable = 'too-large' | 'no-sender' | 'unreadable';

export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail';
  readonly code: Unreadable;
  constructor(code: Unreadable, options?: ErrorOptions) {
    super(`the mail cannot be taken: ${code}`, options);
    this.code = code;
  }
}
