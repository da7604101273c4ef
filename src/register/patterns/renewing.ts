/**
 * Forming purchase patterns anew from what was bought, for everybody who has said yes to it: the row policies show nobody
 * else's orders. What the rules no longer say is deleted. Safe to run again, whole or after it was cut short.
 */
import { Temporal } from 'temporal-polyfill';
import type { RegisterSession } from '../tables.ts';
import { type BoughtLine, PATTERN_MONTHS, patternsOf } from './rules.ts';

/** Customers at a time. */
const BATCH = 200;

/** @returns How many patterns there are afterwards. */
export async function renewPatterns(session: RegisterSession, now: Date, newId: () => string): Promise<number> {
  const since = new Date(
    Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').subtract({ months: PATTERN_MONTHS })
      .epochMilliseconds,
  );
  let patterns = 0;
  for (let after: string | null = null; ; ) {
    let query = session.query.selectFrom('register.customer').select('customer_id').orderBy('customer_id').limit(BATCH);
    if (after !== null) query = query.where('customer_id', '>', after);
    const customers = await session.read(query);
    for (const { customer_id: customerId } of customers) {
      patterns += await renewOf(session, { customerId, since, now, newId });
    }
    const last = customers.at(-1)?.customer_id;
    if (customers.length < BATCH || last === undefined) return patterns;
    after = last;
  }
}

interface Renewal {
  readonly customerId: string;
  readonly since: Date;
  readonly now: Date;
  readonly newId: () => string;
}

function renewOf(session: RegisterSession, { customerId, since, now, newId }: Renewal): Promise<number> {
  return session.transaction(async (inner) => {
    const found = patternsOf(await boughtBy(inner, customerId, since));
    const segments = found.map(({ segment }) => segment);
    let gone = inner.query.deleteFrom('register.purchase_pattern').where('customer_id', '=', customerId);
    if (segments.length > 0) gone = gone.where('segment', 'not in', segments);
    await inner.write(gone);
    for (const { segment, rule } of found) {
      await inner.write(
        inner.query
          .insertInto('register.purchase_pattern')
          .values({ customer_id: customerId, pattern_id: newId(), segment, rule_name: rule, computed_at: now })
          .onConflict((on) =>
            on.columns(['customer_id', 'segment']).doUpdateSet({ rule_name: rule, computed_at: now }),
          ),
      );
    }
    return found.length;
  });
}

async function boughtBy(session: RegisterSession, customerId: string, since: Date): Promise<readonly BoughtLine[]> {
  const lines = await session.read(
    session.query
      .selectFrom('register.order_line as line')
      .innerJoin('register.sales_order as ord', (on) =>
        on.onRef('ord.customer_id', '=', 'line.customer_id').onRef('ord.order_id', '=', 'line.order_id'),
      )
      .select(['line.customer_id', 'line.order_id', 'line.product_id'])
      .where('line.customer_id', '=', customerId)
      .where('ord.placed_at', '>=', since),
  );
  if (lines.length === 0) return [];
  const products = await session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'sku', 'kind', 'durability'])
      .where('product_id', 'in', [...new Set(lines.map(({ product_id: id }) => id))]),
  );
  const byId = new Map(products.map((product) => [product.product_id, product]));
  return lines.flatMap(({ order_id: orderId, product_id: id }) => {
    const product = byId.get(id);
    return product === undefined
      ? []
      : [{ orderId, sku: product.sku, kind: product.kind, durability: product.durability }];
  });
}
