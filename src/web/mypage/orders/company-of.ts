/** The name of the company for which somebody is a contact person, under the purpose under which they order for it. */
import { readBuyer } from '../../../register/index.ts';
import type { WebParts } from '../../web-parts.ts';
import type { MyFrame } from '../my-frame.tsx';
import { ORDERING, orderDoor } from './read.ts';

/** Null for whoever is a customer or works here, and where nobody can order for a company. */
export async function companyOf(parts: WebParts, frame: MyFrame): Promise<string | null> {
  if (frame.hat === 'staff' || parts.policy.tables['register.contact_person'] === undefined) return null;
  const { orderedBy } = await orderDoor(parts, frame);
  if (orderedBy === null || parts.policy.purposes[ORDERING] === undefined) return null;
  const buyer = await parts.asPrincipal(frame.me, ORDERING, ({ register }) => readBuyer(register, orderedBy));
  return buyer?.legalName ?? null;
}
