/**
 * What is measured: a page of the office as a signed-in member of staff gets it, and beside it what the page asks the
 * database for, as the owner on bare tables.
 */
import { createHash } from 'node:crypto';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import { ask } from './office.ts';
import { type Draw, expectPage, type OfficeScenario } from './scenario.ts';
import { issue, order } from './writing.ts';

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

export const OFFICE_SCENARIOS: readonly OfficeScenario[] = [suggest, search, open, order, issue];
