/** What ordering is drawn from: what is for sale, who provides it, who is signed in, and which terms there are. */
import {
  type Product,
  readBuyer,
  readCatalogue,
  readSuppliersOf,
  type SignedInBuyer,
} from '../../../register/index.ts';
import type { Frame } from '../../frame.ts';
import type { WebParts } from '../../web-parts.ts';

export const ORDERING = 'ordering';

export interface Shop {
  readonly products: readonly Product[];
  /** Names by id, of those who provide add-on services. */
  readonly suppliers: ReadonlyMap<string, string>;
  /** Who orders, when a customer or a contact person of one is signed in. */
  readonly buyer: SignedInBuyer | null;
  /** Whether one may pay afterwards. */
  readonly offersInvoice: boolean;
}

export async function openShop(parts: WebParts, { viewer }: Frame): Promise<Shop> {
  const principal = viewer?.dataSubject ?? null;
  const { policy } = parts;
  const [offered, buyer] = await Promise.all([
    parts.asVisitor(ORDERING, async ({ register }) => {
      const all = await readCatalogue(register);
      // A company that provides no add-on services has no place for accepting one.
      const withAddOns = policy.tables['register.add_on'] !== undefined;
      const products = withAddOns ? all : all.filter(({ kind }) => kind !== 'add-on');
      return { products, suppliers: withAddOns ? await readSuppliersOf(register, products) : new Map() };
    }),
    principal === null
      ? null
      : parts.asPrincipal(principal, ORDERING, ({ register }) => readBuyer(register, principal.id)),
  ]);
  return { ...offered, buyer, offersInvoice: policy.purposes.invoicing !== undefined };
}
