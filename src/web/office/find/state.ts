/** A search as it was typed, and what came of it, whole or while it is still being typed. */
import type { Purpose } from '../../../policy/index.ts';
import {
  type Found,
  findCustomers,
  LONGEST_SEARCH,
  MOST_FOUND,
  SHORTEST_SEARCH,
  suggestCustomers,
} from '../../../register/index.ts';
import type { Typed } from '../../forms/read-person.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';

/** Customers a page. */
const PAGE_LENGTH = 20;

export interface SearchState {
  readonly text: string;
  /** What is wrong with the text; null when it was searched for. */
  readonly fault: string | null;
  readonly found: Found | null;
  /** The first is 0. */
  readonly page: number;
}

export const NOTHING_SEARCHED: SearchState = { text: '', fault: null, found: null, page: 0 };

/** Searches under the desk's purpose; the session logs whoever is found. */
export async function search(parts: WebParts, desk: Desk, purpose: Purpose, typed: Typed): Promise<SearchState> {
  const texts = officeTextsIn(desk.frame.language);
  const text = (typed.q ?? '').trim();
  const page = pageIn(typed.page);
  const state = { text, found: null, page };
  if (text.length < SHORTEST_SEARCH) return { ...state, fault: texts.tooShort(SHORTEST_SEARCH) };
  if (text.length > LONGEST_SEARCH) return { ...state, fault: texts.tooLong(LONGEST_SEARCH) };
  const wait = parts.limiter.take('searchesByStaff', desk.staff.id);
  if (wait > 0) return { ...state, fault: texts.searchedTooOften(wait) };
  const found = await parts.asPrincipal(desk.staff, purpose.name, ({ register }) =>
    findCustomers(register, parts.policy, { text, page, limit: PAGE_LENGTH }),
  );
  if (!found.searched) return { ...state, fault: texts.notSearchedBy };
  return { ...state, fault: null, found };
}

/** A page that is not one of the list is the first. */
function pageIn(typed: string | undefined): number {
  const page = /^\d{1,3}$/.test(typed ?? '') ? Number(typed) : 0;
  return page * PAGE_LENGTH < MOST_FOUND ? page : 0;
}

/** @returns Seconds to wait where somebody types faster than people do; else who is likely meant. */
export async function suggest(parts: WebParts, desk: Desk, purpose: Purpose, typed: Typed): Promise<Found | number> {
  const text = (typed.q ?? '').trim().slice(0, LONGEST_SEARCH);
  const wait = parts.limiter.take('suggestionsByStaff', desk.staff.id);
  if (wait > 0) return wait;
  return await parts.asPrincipal(desk.staff, purpose.name, ({ register }) =>
    suggestCustomers(register, parts.policy, text),
  );
}
