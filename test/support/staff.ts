/** Staff at the door of the web application: who they are is said by a header, in place of signing in. */
import type { Pool } from '../../src/postgres/index.ts';
import type { SignedIn } from '../../src/web/index.ts';
import { seededIds } from './fixed.ts';

const newId = seededIds('staff');
/** One member of staff a role. */
const ids = new Map<string, string>();

const idOf = (roles: string): string => {
  const known = ids.get(roles) ?? newId();
  ids.set(roles, known);
  return known;
};

/** Somebody with these roles, signed in in two steps. */
export const staffWith = (...roles: string[]): SignedIn => ({
  accountId: `account of ${roles.join(',')}`,
  name: 'Stig Staffasje',
  dataSubject: null,
  staff: { kind: 'staff', id: idOf(roles.join(',')), roles },
  secondStepDone: true,
});

/** Takes `staff: sales,support` for the roles; who sends no such header is not signed in. */
export async function signedInByHeader(headers: Headers): Promise<SignedIn | null> {
  const roles = headers.get('staff');
  return roles === null ? null : staffWith(...roles.split(','));
}

/** Puts the member of staff with these roles among the staff, so that a log can name them. */
export async function addStaff(owner: Pick<Pool, 'query'>, name: string, ...roles: string[]): Promise<void> {
  await owner.query(`insert into kept.staff (staff_id, name, email, roles) values ($1, $2, $3, $4)`, [
    idOf(roles.join(',')),
    name,
    `${roles.join('.')}@example.com`,
    roles,
  ]);
}
