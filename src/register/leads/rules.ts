/**
 * What a bought list may be used for: told of within a month (Art. 14), washed in the month of the contact
 * (markedsføringsloven § 13), contacted once, by letter or telephone, and gone after a year.
 */
import { Temporal } from 'temporal-polyfill';

/** Months after which a lead that has not become a customer is deleted. */
export const LEAD_MONTHS = 12;

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

/** Art. 14(3)(a). @param receivedOn ISO 8601, like every day here. */
export const noticeDueOn = (receivedOn: string): string => day(receivedOn).add({ months: 1 }).toString();

export const leadDeleteOn = (receivedOn: string): string => day(receivedOn).add({ months: LEAD_MONTHS }).toString();

/** Letters and calls; e-mail and SMS would take a consent that nobody on a bought list has given. */
export type ContactChannel = 'post' | 'phone';

export type ContactRefusal =
  | 'never-washed'
  /** Washed in another month than this one. */
  | 'wash-old'
  | 'reserved'
  | 'contacted-already'
  | 'no-address'
  | 'no-number'
  | 'past-its-date';

export interface ContactedLead {
  readonly state: 'new' | 'contacted' | 'declined' | 'converted';
  readonly reserved: boolean;
  readonly deleteOn: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly phone: string | null;
}

/** Why a lead may not be contacted on a day; null when they may. */
export function contactRefusal(
  lead: ContactedLead,
  washedOn: string | null,
  channel: ContactChannel,
  on: string,
): ContactRefusal | null {
  if (lead.reserved || lead.state === 'declined') return 'reserved';
  if (lead.state !== 'new') return 'contacted-already';
  if (lead.deleteOn <= on) return 'past-its-date';
  if (washedOn === null) return 'never-washed';
  if (!washedInMonthOf(washedOn, on)) return 'wash-old';
  if (channel === 'post') return lead.street === null || lead.postalCode === null ? 'no-address' : null;
  return lead.phone === null ? 'no-number' : null;
}

/** "Før henvendelse den måned": a wash of this month, on the day of the contact or before it. */
export const washedInMonthOf = (washedOn: string, on: string): boolean =>
  washedOn.slice(0, 7) === on.slice(0, 7) && washedOn <= on;
