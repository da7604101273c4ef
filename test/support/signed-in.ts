/** Who is signed in, told by a header: for tests of pages that stand behind the sign-in. */
import type { SignedIn } from '../../src/web/index.ts';

export const PERSON_HEADER = 'x-test-person';
export const STAFF_HEADER = 'x-test-staff';

/** The header's value is the id. Both headers: one account that is a customer's and a member of staff's. */
export async function signedInByHeader(headers: Headers): Promise<SignedIn | null> {
  const person = headers.get(PERSON_HEADER);
  const staff = headers.get(STAFF_HEADER);
  if (person === null && staff === null) return null;
  return {
    accountId: 'test-account',
    name: 'Kari Eksempel',
    dataSubject: person === null ? null : { kind: 'data-subject', id: person, roles: [] },
    staff: staff === null ? null : { kind: 'staff', id: staff, roles: ['support'] },
    secondStepDone: true,
  };
}
