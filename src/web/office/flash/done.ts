/**
 * What was just done, told on the page that one is led to after a form (post, redirect, get), with a way to undo it
 * where there is one.
 *
 *     return doneThen(context, parts, desk, address, {
 *       says: (texts) => texts.orderConfirmed(number),
 *       undo: { action: deskAddress(desk, 'officeOrders'), fields: { unconfirm: [orderId] } },
 *     });
 *
 * The page shows it by itself (`DeskPage`). Nothing of it stands in the address but a random word, nothing is stored in
 * the browser, and only the member of staff who did it is shown it. It stays in this process's memory for some minutes:
 * after a restart the deed is done and no longer told.
 */
import { randomBytes } from 'node:crypto';
import type { OfficeTexts } from '../../texts/office.ts';

export interface Undo {
  /** Where the form is posted, with the purpose. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

export interface Done {
  readonly says: (texts: OfficeTexts) => string;
  /** Shown as something that did not go as wished; by default as done. */
  readonly tone?: 'success' | 'warning';
  readonly undo?: Undo;
  /** Where to go on from here, as to what was made. */
  readonly onwards?: { readonly href: string; readonly text: (texts: OfficeTexts) => string };
}

export interface DoneMessages {
  /** @returns The word under which the message is found. */
  keep(staffId: string, done: Done): string;
  /** Null for another's, an old one, and a word that was never given. */
  find(staffId: string, word: string): Done | null;
}

/** Minutes that a message is told. */
const MINUTES = 10;
/** Messages remembered at most; the oldest go first. */
const MOST = 2_000;

export function createDoneMessages(now: () => Date): DoneMessages {
  const messages = new Map<string, { readonly staffId: string; readonly until: number; readonly done: Done }>();
  return {
    keep(staffId, done) {
      const word = randomBytes(12).toString('base64url');
      messages.set(word, { staffId, until: now().getTime() + MINUTES * 60_000, done });
      for (const oldest of messages.keys()) {
        if (messages.size <= MOST) break;
        messages.delete(oldest);
      }
      return word;
    },
    find(staffId, word) {
      const found = messages.get(word);
      if (found === undefined || found.staffId !== staffId) return null;
      return found.until < now().getTime() ? null : found.done;
    },
  };
}
