/** One customer with a value of its own in every table that holds something of customers: where it shows up, it was let out. */
import { consentTextHash } from '../../src/enforcement/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import type { Pool } from '../../src/postgres/index.ts';
import { amountInWords } from '../../src/web/texts/index.ts';
import { seededIds } from './fixed.ts';

export interface Canary {
  /** Qualified, as `register.customer`. */
  readonly table: string;
  readonly column: string;
  /** As a page in bokmål shows it. */
  readonly shown: string;
}

const newId = seededIds('canaries');

/** Amounts in øre, each found on one line only. */
const ORE = { 'order net': 98_761, 'order vat': 98_762, unit: 98_763, 'invoice net': 98_764, paid: 98_765 };

/** By table: each column with what is stored and, where that differs, how it is shown. */
const PLANTED: Readonly<Record<string, Readonly<Record<string, readonly [stored: string | number, shown?: string]>>>> =
  {
    'register.customer': {
      account_id: ['kanarikonto'],
      legal_name: ['Kanari Navnesen AS'],
      organisation_number: ['200000004', '200 000 004'],
      email: ['kanari.kunde@example.no'],
      phone: ['+4791234567', '912 34 567'],
      street_address: ['Kanarigata 1'],
      city: ['Kanariby'],
      preferred_language: ['en', 'Engelsk'],
      notice_version: ['kanari-opphav'],
    },
    'register.contact_person': {
      full_name: ['Kanari Kontakt'],
      position: ['Kanaristilling'],
      email: ['kanari.kontakt@example.com'],
      phone: ['+4793456789', '934 56 789'],
      notice_version: ['kanari-kontaktopphav'],
    },
    'register.sales_order': {
      placed_through: ['store', 'Butikken'],
      notice_version: ['kanari-bestillingsopphav'],
      status: ['cancelled', 'Avbestilt'],
      deliver_to_name: ['Kanari Mottaker'],
      deliver_to_street: ['Kanariveien 2'],
      deliver_to_city: ['Kanaristad'],
      net_ore: [ORE['order net'], amountInWords(ORE['order net'], 'nb')],
      vat_ore: [ORE['order vat'], amountInWords(ORE['order vat'], 'nb')],
    },
    'register.order_line': {
      quantity: [8642],
      unit_price_ore: [ORE.unit, amountInWords(ORE.unit, 'nb')],
    },
    'register.delivery': { carrier: ['Kanarifrakt'] },
    'register.invoice': {
      invoice_number: [7_654_321],
      buyer_name: ['Kanari Kjøper'],
      buyer_address: ['Kanariplassen 3'],
      payment_reference: ['987654321012345'],
      net_ore: [ORE['invoice net'], amountInWords(ORE['invoice net'], 'nb')],
    },
    'register.payment': {
      amount_ore: [ORE.paid, amountInWords(ORE.paid, 'nb')],
      method: ['vipps', 'Vipps'],
      card_brand: ['Kanarikort'],
      card_last_four: ['7391'],
    },
    'register.message': { subject_line: ['Kanariemne'], body: ['Kanaritekst'] },
    'kept.consent_record': { method: ['kanarisamtykke'] },
    'kept.objection': { method: ['kanariprotest'] },
    'kept.restriction': { ground: ['accuracy', 'Riktigheten er bestridt'] },
    'kept.notice_shown': { version_number: ['kanari-vist'] },
    'kept.outbox': {
      addressee: ['kanari.mottaker@example.com'],
      subject_line: ['Kanaripost'],
      body_text: ['Kanaribrev'],
    },
  };

export const CANARIES: readonly Canary[] = Object.entries(PLANTED).flatMap(([table, columns]) =>
  Object.entries(columns).map(([column, [stored, shown]]) => ({ table, column, shown: shown ?? String(stored) })),
);

/** Plants them, with a yes to every purpose of the policy that asks for one. @returns The customer. */
export async function plantCanaries(owner: Pool, policy: Policy): Promise<string> {
  const [customer, contact, order, invoice] = [newId(), newId(), newId(), newId()];
  const at = '2026-10-10T10:00:00Z';
  const [own, made] = [{ customer_id: customer }, { registered_at: at, registered_through: 'web' }];
  const add = (table: string, row: Readonly<Record<string, unknown>>): Promise<void> =>
    insert(owner, table, { ...row, ...storedIn(table) });
  await add('register.customer', { ...own, ...made, kind: 'company' });
  await add('register.contact_person', { ...own, ...made, contact_person_id: contact });
  await add('register.sales_order', { ...own, order_id: order, placed_at: at });
  const { rows } = await owner.query<{ product_id: string }>('select product_id from register.product limit 1');
  await add('register.order_line', { ...own, order_id: order, line_number: 1, vat_rate: 25, ...rows[0] });
  await add('register.delivery', { ...own, order_id: order, delivery_id: newId(), dispatched_at: at });
  const dates = { issued_on: '2026-10-11', due_on: '2026-10-25' };
  await add('register.invoice', { ...own, ...dates, order_id: order, invoice_id: invoice, vat_ore: 1 });
  await add('register.payment', { ...own, invoice_id: invoice, payment_id: newId(), paid_on: '2026-10-20' });
  const written = { direction: 'in', channel: 'web', extends_relationship: false };
  await add('register.message', { ...own, ...written, message_id: newId(), at });
  for (const person_id of [customer, contact]) {
    for (const { name: purpose, consentText } of Object.values(policy.purposes)) {
      if (consentText === null) continue;
      const given = {
        text_hash: consentTextHash(consentText, 'nb'),
        notice_version: '1',
        language: 'nb',
        given_at: at,
      };
      await add('kept.consent_record', { person_id, purpose, ...given, consent_id: newId() });
    }
  }
  // Past ones: those in force would take the customer away from the purposes that are looked at.
  const past = { person_id: customer, made_at: at, withdrawn_at: at };
  await add('kept.objection', { ...past, objection_id: newId(), purpose: 'satisfaction-surveys' });
  await add('kept.restriction', { person_id: customer, restriction_id: newId(), since: at, lifted_at: at });
  await add('kept.notice_shown', { person_id: customer, shown_id: newId(), shown_at: at, channel: 'phone' });
  const mail = { mail_id: newId(), person_id: customer, language: 'nb', template: 'welcome', created_at: at };
  await add('kept.outbox', mail);
  return customer;
}

const storedIn = (table: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(PLANTED[table] ?? {}).map(([column, [stored]]) => [column, stored]));

async function insert(owner: Pool, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  );
}
