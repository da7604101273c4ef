/**
 * What is measured: a page of the office as a signed-in member of staff gets it, and beside it what the page asks the
 * database for, as the owner on bare tables.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from '../../src/postgres/index.ts';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import { ask, type Office } from './office.ts';

/** Chooses whom a request is about, differently each time and the same on both sides. */
export interface Draw {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
}

export interface ScenarioWorld {
  readonly office: Office;
  readonly bare: Pool;
  readonly customers: number;
  /** Customer numbers, which follow each other. */
  readonly numbers: { readonly first: number; readonly count: number };
}

export interface OfficeScenario {
  readonly name: string;
  /** Requests of a turn at most, where the product limits how often one person may ask. */
  readonly most?: number;
  kept(world: ScenarioWorld, draw: Draw): Promise<void>;
  bare(world: ScenarioWorld, draw: Draw): Promise<void>;
}

/** With turns of warming up below what the limits of the web let one person do in five minutes. */
const MOST_OF_A_TURN = 80;

const PURPOSE = 'customer-administration';

/** The same spread as the customers' names: common ones are searched for more often. */
const nameOf = (names: readonly string[], draw: Draw): string => {
  const place = Math.floor((names.length + 1) ** (draw.below(1_000_000) / 1_000_000));
  return names[Math.min(place, names.length) - 1] ?? '';
};

/** As far as somebody may have come: a surname, with or without a first name, whole, begun or misspelt. */
function typed(draw: Draw): string {
  const last = nameOf(LAST_NAMES, draw);
  const first = nameOf(FIRST_NAMES, draw);
  switch (draw.below(5)) {
    case 0:
      return last.slice(0, 3);
    case 1:
      return last;
    case 2:
      return `${first} ${last.slice(0, 3)}`;
    case 3:
      return `${last} ${first}`;
    default:
      return misspelt(last, draw);
  }
}

/** One letter out of its place, or not there at all. */
function misspelt(name: string, draw: Draw): string {
  const at = 1 + draw.below(Math.max(1, name.length - 2));
  const [one = '', other = ''] = name.slice(at, at + 2);
  return `${name.slice(0, at)}${other}${draw.below(2) === 0 ? one : ''}${name.slice(at + 2)}`;
}

const customerOf = (n: number): string => {
  const hex = createHash('md5').update(`customer ${n}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** @throws Error when the page is not what was asked for: a failure is no fast answer. */
async function expectPage(answer: ReturnType<typeof ask>, status: number): Promise<string> {
  const { status: got, html } = await answer;
  if (got !== status) throw new Error(`a page answered ${got} where ${status} was expected`);
  return html;
}

const suggest: OfficeScenario = {
  name: 'search as one types',
  most: MOST_OF_A_TURN,
  async kept({ office }, draw) {
    await expectPage(ask(office, `/kontor/kunder/forslag?purpose=${PURPOSE}`, { q: typed(draw) }), 200);
  },
  async bare({ bare }, draw) {
    await bare.query({
      name: 'suggest',
      text: `select customer.customer_id, customer_number, legal_name
               from unnest(bare.find($1, 9)) with ordinality as found (id, place)
               join bare.customer on customer.customer_id = found.id order by place limit 8`,
      values: [typed(draw)],
    });
  },
};

const search: OfficeScenario = {
  name: 'search, sent',
  most: MOST_OF_A_TURN,
  async kept({ office }, draw) {
    await expectPage(ask(office, `/kontor/kunder?purpose=${PURPOSE}`, { q: typed(draw) }), 200);
  },
  async bare({ bare }, draw) {
    await bare.query({
      name: 'search',
      text: `select customer.* from unnest(bare.find($1, 201)) with ordinality as found (id, place)
               join bare.customer on customer.customer_id = found.id order by place limit 21`,
      values: [typed(draw)],
    });
  },
};

const OPENED = [
  'select * from bare.customer where customer_id = $1',
  'select * from bare.contact_person where customer_id = $1',
  'select * from bare.sales_order where customer_id = $1 order by placed_at desc limit 25',
  'select * from bare.order_line where customer_id = $1 limit 200',
];

const open: OfficeScenario = {
  name: 'open a customer',
  async kept({ office, customers }, draw) {
    const id = customerOf(1 + draw.below(customers));
    await expectPage(ask(office, `/kontor/kunder/${id}?purpose=${PURPOSE}`), 200);
  },
  async bare({ bare, customers }, draw) {
    const id = customerOf(1 + draw.below(customers));
    for (const [at, text] of OPENED.entries()) await bare.query({ name: `open ${at}`, text, values: [id] });
  },
};

const ADDRESS = { deliverTo: 'Ola Eksempel', street: 'Eksempelveien 1', postalCode: '7010', city: 'Trondheim' };

const order: OfficeScenario = {
  name: 'place an order',
  async kept({ office, numbers }, draw) {
    const customerNumber = String(numbers.first + draw.below(numbers.count));
    const fields = {
      ...ADDRESS,
      customerNumber,
      channel: 'phone',
      mentioned: 'yes',
      terms: 'prepaid',
      buyerReference: '',
    };
    const path = '/kontor/bestillinger/ny?purpose=ordering';
    await expectPage(ask(office, path, { ...fields, 'quantity-ES-100': '1' }), 303);
  },
  async bare({ bare, numbers }, draw) {
    const client = await bare.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ customer_id: string; price_ore: number; product_id: string }>({
        name: 'order customer',
        text: `select customer_id, product_id, price_ore from bare.customer, register.product
                where customer_number = $1 and sku = 'ES-100'`,
        values: [numbers.first + draw.below(numbers.count)],
      });
      const { customer_id: customer, product_id: product, price_ore: price } = rows[0] ?? {};
      const id = randomUUID();
      await client.query({
        name: 'order',
        text: `insert into bare.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
                 deliver_to_name, deliver_to_street, deliver_to_postal_code, deliver_to_city, net_ore, vat_ore)
               values ($1, $2, now(), 'phone', '1', 'placed', $3, $4, $5, $6, $7, $8) returning order_number`,
        values: [customer, id, ...Object.values(ADDRESS), price, Math.round((price ?? 0) / 4)],
      });
      await client.query({
        name: 'order line',
        text: `insert into bare.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
               values ($1, $2, 1, $3, 1, $4, 25)`,
        values: [customer, id, product, price],
      });
      await client.query('commit');
    } finally {
      client.release();
    }
  },
};

export const OFFICE_SCENARIOS: readonly OfficeScenario[] = [suggest, search, open, order];
