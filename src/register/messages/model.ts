/** What a message is, for which purposes messages are exchanged, and how an answer is titled. Pure. */

/**
 * Purposes to which messages of customers come; each row says to which. What comes to `claims` waits there to be put to a
 * claim: it is answered as a letter of that claim (`claims/letters.ts`), not as a message.
 */
export const MESSAGE_PURPOSES = ['customer-communication', 'enquiries', 'claims'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

export const isMessagePurpose = (name: string): name is MessagePurpose =>
  MESSAGE_PURPOSES.some((purpose) => purpose === name);

/** Purposes under which staff talk with customers about things in general. */
export const TALKING_PURPOSES = ['customer-communication', 'enquiries'] as const satisfies readonly MessagePurpose[];

/** Characters at most. */
export const LONGEST_MESSAGE = 10_000;
export const LONGEST_SUBJECT_LINE = 200;
export const LONGEST_EXTENSION_REASON = 300;

export type Channel = 'mail' | 'phone' | 'counter' | 'web';

/** The subject line of an answer: `Re:` once, however often it went to and fro and in whichever language. */
export function subjectOfAnswer(subjectLine: string): string {
  const bare = subjectLine.replace(/^(?:\s*(?:re|sv|vs|fw|fwd|aw)\s*:)+\s*/i, '').trim();
  return `Re: ${bare}`.slice(0, LONGEST_SUBJECT_LINE).trimEnd();
}

/** The Message-ID under which a mail of ours goes out (`sending.ts` gives it the same). */
export const externalIdOf = (mailId: string, host: string): string => `<${mailId}@${host}>`;
