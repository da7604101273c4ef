/** From whom sign-in recognises to whom the pages serve. */
import type { Policy } from '../../policy/index.ts';
import type { Accounts, Recognised } from '../../records/index.ts';
import type { SignedIn } from '../frame.ts';
import type { WebParts } from '../web-parts.ts';

/** The web application's `signedIn`, over sign-in. */
export function signedInBy(accounts: Pick<Accounts, 'recognise'>, policy: Policy): WebParts['signedIn'] {
  return async (headers, renew = () => {}) => {
    const recognised = await accounts.recognise(headers, renew);
    return recognised === null ? null : viewerFrom(recognised, policy);
  };
}

function viewerFrom({ accountId, staff, dataSubject, address, twoSteps }: Recognised, policy: Policy): SignedIn {
  return {
    accountId,
    // Sign-in reads no name of customers: their address greets them.
    name: staff?.name ?? address,
    dataSubject: dataSubject === null ? null : { kind: 'data-subject', id: dataSubject.id, roles: [] },
    isContact: dataSubject?.kind === 'contact',
    staff: staff === null ? null : { kind: 'staff', id: staff.id, roles: staff.roles },
    // The policy asks staff alone for a second step; who has set one up is asked for it anyway.
    secondStepDone: staff === null || twoSteps || policy.security.staffTwoFactor === 'optional',
  };
}
