/** Where somebody who has signed in is sent. */
import type { Language } from '../../policy/index.ts';
import { addressOf, type PageName } from '../addresses.ts';
import type { SignedIn } from '../frame.ts';

/** Staff to the back office, once they have signed in in two steps; customers to My page. */
export function placeOf({ staff, dataSubject, secondStepDone }: SignedIn, language: Language): string {
  if (staff !== null) return addressOf(secondStepDone ? 'office' : 'security', language);
  return addressOf(dataSubject === null ? 'security' : 'myPage', language);
}

/** Characters of an address to go on to, at most. */
const LONGEST_NEXT = 500;

/** An address of this site to go on to after signing in; null for none, and for one that leads to somebody else. */
export function localPath(asked: string | undefined): string | null {
  if (asked === undefined || !asked.startsWith('/') || asked.length > LONGEST_NEXT) return null;
  const here = 'http://this-site.invalid';
  const url = URL.parse(asked, here);
  if (url === null || url.origin !== here) return null;
  // `/.//elsewhere` is a path of ours, and what is left of it when it has been read names another site.
  return url.pathname.startsWith('//') ? null : `${url.pathname}${url.search}`;
}

/** A page of signing in that remembers where one was going. */
export function onTheWay(page: PageName, language: Language, next: string | null): string {
  const address = addressOf(page, language);
  return next === null ? address : `${address}?next=${encodeURIComponent(next)}`;
}
