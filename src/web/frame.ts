/** What every page is drawn from: the policy in force, the reader's language, and who reads it. */
import type { Principal } from '../enforcement/index.ts';
import type { Language, Policy } from '../policy/index.ts';

/** Who is signed in. One account can be a person's own and a member of staff's at the same time. */
export interface SignedIn {
  readonly accountId: string;
  /** As the header greets them. */
  readonly name: string;
  /** For My page: of kind `data-subject`, or null for staff who are no customer. */
  readonly dataSubject: Principal | null;
  /** Whether that is a contact person of a company, who has no orders, invoices and claims of their own. */
  readonly isContact?: boolean;
  /** For the back office: of kind `staff` with the roles in force today; null for others and for those who have left. */
  readonly staff: Principal | null;
  /** Whether the session was opened in two steps, or the policy asks for no second one. */
  readonly secondStepDone: boolean;
}

export interface Frame {
  readonly policy: Policy;
  readonly language: Language;
  readonly viewer: SignedIn | null;
}
