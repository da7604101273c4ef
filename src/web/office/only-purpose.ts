/** Pages that belong to one purpose: whoever has it is led to it, everyone else is refused, which is logged. */
import { accessOfPurpose, type Policy, type Purpose } from '../../policy/index.ts';
import type { WebContext } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';
import { askedWhy } from './customer/asked-why.tsx';
import { atDesk, type Desk, refusePurpose, withPurpose } from './desk.tsx';

/** Whether a purpose writes a column, as one that gives others their access writes their roles. */
export const purposeWrites = (policy: Policy, { name }: Purpose, table: string, column: string): boolean =>
  accessOfPurpose(policy, name).some((access) => access.table === table && access.update.includes(column));

export type DeskWithPurpose = Desk & { readonly purpose: Purpose };

/**
 * @param here The page's address in each language.
 * @param belongs Which purposes the page is for.
 */
export function onlyFor(
  context: WebContext,
  parts: WebParts,
  here: Desk['here'],
  belongs: (purpose: Purpose) => boolean,
  work: (desk: DeskWithPurpose) => Promise<Response>,
): Promise<Response> {
  return atDesk(context, parts, here, async (desk) => {
    const { purpose, own, frame } = desk;
    const asFor = async (acting: DeskWithPurpose) => (await askedWhy(context, parts, acting)) ?? (await work(acting));
    if (purpose !== null && belongs(purpose)) return await asFor({ ...desk, purpose });
    const other = own.find(belongs);
    if (other === undefined) {
      const needed = Object.values(parts.policy.purposes).find(belongs);
      return await refusePurpose(context, parts, desk, needed?.name ?? '');
    }
    // A form goes to the address that stands on it; only a page that was asked for is found elsewhere.
    if (context.req.method !== 'GET') return await asFor({ ...desk, purpose: other });
    return context.redirect(withPurpose(here[frame.language], other.name));
  });
}
