/** Offers: words in both languages about something for sale, for a time. They are about goods, not about people. */
import type { Selectable } from 'kysely';
import type { RegisterSession, RegisterTables } from '../tables.ts';

export type Offer = Selectable<RegisterTables['register.offer']>;

const COLUMNS = [
  ...(['offer_id', 'name', 'headline_nb', 'headline_en', 'text_nb', 'text_en'] as const),
  ...(['product_id', 'valid_from', 'valid_until', 'created_at'] as const),
] as const;

/** Offers that a page shows, the newest first. */
const MOST = 200;

export function readOffers(session: RegisterSession): Promise<Offer[]> {
  return session.read(
    session.query.selectFrom('register.offer').select(COLUMNS).orderBy('created_at', 'desc').limit(MOST),
  );
}

export type NewOffer = Omit<Offer, 'created_at' | 'product_id'> & { readonly created_at: Date };

export async function addOffer(session: RegisterSession, offer: NewOffer): Promise<void> {
  await session.write(session.query.insertInto('register.offer').values({ ...offer, product_id: null }));
}
