/** Where somebody who has signed in is sent. */
import type { Language } from '../../policy/index.ts';
import { addressOf } from '../addresses.ts';
import type { SignedIn } from '../frame.ts';

/** Staff to the back office, once they have signed in in two steps; customers to My page. */
export function placeOf({ staff, dataSubject, secondStepDone }: SignedIn, language: Language): string {
  if (staff !== null) return addressOf(secondStepDone ? 'office' : 'security', language);
  return addressOf(dataSubject === null ? 'security' : 'myPage', language);
}
