/**
 * A million customers with ten orders each, twice: in the register under the policy in force, and in bare tables beside
 * it, without row policies, triggers and `permits`. Rows are poured in with triggers at rest and indexes made afterwards;
 * nobody has made a choice, so all rows carry the same bits.
 */
import type { Pool, PoolClient } from '../../src/postgres/index.ts';
import { COMPANY_TRADES, FIRST_NAMES, LAST_NAMES, likelyPlace, sqlArray } from './names.ts';

export interface LoadOptions {
  readonly customers: number;
  readonly ordersEach: number;
  readonly tell: (text: string) => void;
}

const TABLES = [
  ...(['customer', 'contact_person', 'sales_order', 'order_line'] as const),
  ...(['delivery', 'invoice', 'invoice_line', 'invoice_series'] as const),
];

export async function load(owner: Pool, { customers, ordersEach, tell }: LoadOptions): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`);
    const bits = `(select kept.person_permits(gen_random_uuid()))`;
    await pour(client, 'register.customer', tell, customersSql(customers, bits));
    await pour(client, 'register.contact_person', tell, contactsSql(bits));
    await pour(client, 'register.sales_order', tell, ordersSql(customers, ordersEach, bits));
    await pour(client, 'register.order_line', tell, linesSql(bits));
    await pour(client, 'register.delivery', tell, deliveriesSql(bits));
    await pour(client, 'register.invoice', tell, invoicesSql(bits));
    await pour(client, 'register.invoice_line', tell, invoiceLinesSql(bits));
    await client.query(SERIES_GOES_ON);
    await client.query('drop schema if exists bare cascade; create schema bare');
    for (const table of TABLES) await copy(client, table, tell);
    await client.query(BARE_FIND);
    for (const schema of ['register', 'bare']) {
      for (const table of TABLES) await client.query(`vacuum analyze ${schema}.${table}`);
    }
    await client.query('reset session_replication_role; checkpoint');
  } finally {
    client.release(true);
  }
}

/** Makes the indexes that no constraint needs again when the rows are in. */
async function pour(client: PoolClient, table: string, tell: (text: string) => void, sql: string): Promise<void> {
  tell(`filling ${table}`);
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await client.query(sql);
  for (const { definition } of rows) await client.query(definition);
}

const CUSTOMER_COLUMNS = `customer_id, kind, legal_name, organisation_number, email, phone, street_address, postal_code,
  city, registered_at, registered_through, notice_version`;

const customersSql = (count: number, bits: string): string => `
  insert into register.customer (${CUSTOMER_COLUMNS}, permits)
  select made.id, case when made.company then 'company' else 'private' end,
    case when made.company then last || ' ' || (${sqlArray(COMPANY_TRADES)})[1 + n % ${COMPANY_TRADES.length}] || ' AS'
         else first || case when n % 4 = 0 then ' ' || second else '' end || ' ' || last end,
    case when made.company then (800000000 + n)::text end, 'kunde' || n || '@bench.example.no',
    '+47' || (40000000 + n), 'Eksempelveien ' || n % 200, lpad((n % 10000)::text, 4, '0'), 'Trondheim',
    now() - make_interval(hours => n % 8760), 'web', '1', ${bits}
  from (select n, md5('customer ' || n)::uuid as id, n % 10 = 0 as company,
               (${sqlArray(FIRST_NAMES)})[${likelyPlace('random()', FIRST_NAMES.length)}] as first,
               (${sqlArray(FIRST_NAMES)})[${likelyPlace('random()', FIRST_NAMES.length)}] as second,
               (${sqlArray(LAST_NAMES)})[${likelyPlace('random()', LAST_NAMES.length)}] as last
          from generate_series(1, ${count}) as n) as made`;

const contactsSql = (bits: string): string => `
  insert into register.contact_person (customer_id, contact_person_id, full_name, position, email, phone, registered_at,
    registered_through, notice_version, permits)
  select customer_id, md5('contact ' || customer_id)::uuid,
    (${sqlArray(FIRST_NAMES)})[${likelyPlace('random()', FIRST_NAMES.length)}] || ' '
      || (${sqlArray(LAST_NAMES)})[${likelyPlace('random()', LAST_NAMES.length)}],
    'Innkjøp', 'kontakt.' || customer_number || '@bench.example.com', null, registered_at, 'web', '1', ${bits}
  from register.customer where kind = 'company'`;

/** Orders on their way at least, a quarter of them delivered: what a run invoices must be there in a small world too. */
const UNDER_WAY = 80_000;

/** Hours over which orders are spread. */
const HOURS = 24_000;

/** Of a hundred orders one is on its way; in a small world more. */
const ordersSql = (customers: number, each: number, bits: string): string => {
  const recent = Math.min(HOURS, Math.max(HOURS / 100, Math.ceil((HOURS * UNDER_WAY) / (customers * each))));
  return `
  insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
    deliver_to_name, deliver_to_street, deliver_to_postal_code, deliver_to_city, net_ore, vat_ore, to_invoice_since, permits)
  select customer_id, md5(customer_id::text || k)::uuid, now() - make_interval(hours => at), 'web', '1',
    case when at < ${recent} then (array['placed', 'confirmed', 'part-delivered', 'delivered'])[1 + at % 4]
         when at % 200 = 0 then 'cancelled' else 'completed' end,
    legal_name, street_address, postal_code, city, 79920, 19980,
    case when at < ${recent} and at % 4 = 3 then now() - make_interval(hours => at - 1) end, ${bits}
  from (select customer.*, k, floor(random() * ${HOURS})::integer as at
          from register.customer cross join generate_series(1, ${each}) as k) as made
  order by customer_id`;
};

const linesSql = (bits: string): string => `
  insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate, permits)
  select customer_id, order_id, 1, (select product_id from register.product where kind = 'goods' order by sku limit 1),
    1, 79920, 25, ${bits}
  from register.sales_order as placed
  where not exists (select from register.order_line as line where line.customer_id = placed.customer_id and line.order_id = placed.order_id)
  order by customer_id, order_id`;

/** What was delivered, of which what was completed is invoiced too. */
const deliveriesSql = (bits: string): string => `
  insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at, permits)
  select customer_id, md5('delivery ' || order_id)::uuid, order_id, placed_at + interval '1 hour',
    placed_at + interval '3 days', ${bits}
  from register.sales_order as placed
  where status in ('delivered', 'completed')
    and not exists (select from register.delivery as sent where sent.customer_id = placed.customer_id and sent.order_id = placed.order_id)
  order by customer_id`;

const invoicesSql = (bits: string): string => `
  insert into register.invoice (customer_id, invoice_id, order_id, invoice_number, issued_on, due_on, delivered_on, buyer_name,
    payment_reference, net_ore, vat_ore, permits)
  select customer_id, md5('invoice ' || order_id)::uuid, order_id, 1000000 + row_number() over (order by placed_at),
    placed_at + interval '3 days', placed_at + interval '17 days', placed_at + interval '3 days', deliver_to_name,
    (20000000000 + order_number)::text, net_ore, vat_ore, ${bits}
  from register.sales_order as placed
  where status = 'completed'
    and not exists (select from register.invoice as issued where issued.customer_id = placed.customer_id and issued.order_id = placed.order_id)
  order by customer_id`;

const invoiceLinesSql = (bits: string): string => `
  insert into register.invoice_line (customer_id, invoice_id, line_number, product_id, description, quantity, unit_price_ore,
    vat_rate, net_ore, about_order_line, permits)
  select customer_id, invoice_id, line_number, product_id, 'Arbeidssko', quantity, unit_price_ore, vat_rate,
    quantity * unit_price_ore, line_number, ${bits}
  from register.invoice as issued join register.order_line as line using (customer_id, order_id)
  where not exists (select from register.invoice_line as old where old.customer_id = issued.customer_id and old.invoice_id = issued.invoice_id)
  order by customer_id, invoice_id`;

const SERIES_GOES_ON = `
  insert into register.invoice_series (series, next_number) select 'invoice', max(invoice_number) + 1 from register.invoice
  on conflict (series) do update set next_number = excluded.next_number`;

/** The same rows and indexes, and nothing of what Kept adds. */
async function copy(client: PoolClient, table: string, tell: (text: string) => void): Promise<void> {
  tell(`copying to bare.${table}`);
  await client.query(`create table bare.${table} (like register.${table} including defaults including identity)`);
  await client.query(`alter table bare.${table} drop column if exists permits`);
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [`bare.${table}`],
  );
  const columns = rows[0]?.columns ?? '';
  await client.query(
    `insert into bare.${table} (${columns}) overriding system value select ${columns} from register.${table}`,
  );
  const indexes = await client.query<{ definition: string }>(
    'select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = $1::regclass',
    [`register.${table}`],
  );
  for (const { definition } of indexes.rows) {
    await client.query(definition.replace(/INDEX \S+ ON register\./, 'INDEX ON bare.'));
  }
  await restartNumbers(client, table);
}

async function restartNumbers(client: PoolClient, table: string): Promise<void> {
  const { rows } = await client.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute where attrelid = $1::regclass and attidentity <> ''`,
    [`bare.${table}`],
  );
  for (const { column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence('bare.${table}', '${column}'), coalesce(max(${column}), 1)) from bare.${table}`,
    );
  }
}

/** The search of the register without purposes. */
const BARE_FIND = `
  create function bare.find(typed text, most integer) returns uuid[] language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
  declare
    found uuid[] := '{}';
    next uuid[];
    query tsquery;
  begin
    foreach query in array kept.search_queries(typed) loop
      select coalesce(array_agg(t.key order by lower(t.word), t.key), '{}') into next
        from (select customer_id as key, legal_name as word from bare.customer
               where kept.search_vector(legal_name) @@ query and customer_id <> all (found)
               limit most - cardinality(found)) as t;
      found := found || next;
      exit when cardinality(found) >= most;
    end loop;
    return found;
  end $$`;
