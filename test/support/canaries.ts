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
/** A day that no other row has. */
const SENT = ['2026-10-13T10:13:00Z', '12:13'] as const;
const ADDED = ['2026-10-14T10:14:00Z', '12:14'] as const;

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
      payment_terms: ['prepaid', 'Forskudd'],
      buyer_reference: ['Kanarireferanse'],
      imported_reference: ['kanari-gammelt-nummer'],
      cancel_reason: ['Kanarigrunn'],
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
    'register.delivery': { carrier: ['Kanarifrakt'], tracking_reference: ['Kanarisporing'] },
    'register.payout': { reason: ['Kanariutbetaling'], account_last_four: ['8527'] },
    'register.credit_check': {
      reason: ['Kanarikreditt'],
      provider: ['Kanaribyrå'],
      decision_note: ['Kanaribegrunnelse'],
    },
    'register.add_on': { shared_fields: ['Kanarideling'], end_reason: ['Kanarislutt'] },
    'register.claim': { description: ['Kanarifeil'], outcome_text: ['Kanarisvar'] },
    'register.claim_entry': { subject_line: ['Kanarisak 7'], body: ['Kanariskriv'] },
    'register.dispute': { matter: ['Kanaritvist'], our_position: ['Kanarisyn'] },
    'register.note': { body: ['Kanarinotat'] },
    'register.supplement': { found_value: ['Kanarifunn'], source_name: ['Kanarikilde'] },
    'register.preference': { topic: ['kanariemne-valgt'], choice: ['Kanarivalg'] },
    'register.purchase_pattern': { segment: ['kanarimønster'] },
    'register.campaign_recipient': { added_at: ADDED },
    'register.survey_invitation': { sent_at: SENT },
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
    'kept.look_reason': { reason: ['Kanaribegrunnet innsyn'] },
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
  await plantCases(add, own, order, invoice);
  await plantProfile(owner, add, own, at);
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
  await add('kept.look_reason', { person_id: customer, reason_id: newId(), staff_id: newId(), purpose: 'claims', at });
  await add('kept.notice_shown', { person_id: customer, shown_id: newId(), shown_at: at, channel: 'phone' });
  const mail = {
    mail_id: newId(),
    person_id: customer,
    language: 'nb',
    template: 'welcome',
    created_at: at,
    purpose: 'ordering',
  };
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

type Add = (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>;
type Row = Readonly<Record<string, unknown>>;

/** What follows an order: money back, credit, a claim, a dispute. */
async function plantCases(add: Add, own: Row, order: string, invoice: string): Promise<void> {
  const at = '2026-10-12T10:00:00Z';
  const staff = newId();
  const asked = { amount_ore: 1, requested_at: at, requested_by: staff };
  await add('register.payout', { ...own, ...asked, payout_id: newId(), about_invoice_id: invoice });
  const decided = { outcome: 'prepayment', decided_by: staff, decided_at: at };
  await add('register.credit_check', { ...own, ...asked, ...decided, order_id: order, credit_check_id: newId() });
  const claim = { received_at: at, received_through: 'web', status: 'received', answer_due_on: '2026-11-01' };
  const claim_id = newId();
  await add('register.claim', { ...own, ...claim, claim_id });
  await add('register.claim_entry', { ...own, claim_id, entry_id: newId(), at, direction: 'in', channel: 'web' });
  const dispute = { opened_at: at, opened_by: staff, limitation_on: '2029-11-01', review_on: '2026-12-01' };
  await add('register.dispute', { ...own, ...dispute, dispute_id: newId(), status: 'open' });
  await add('register.note', { ...own, note_id: newId(), written_at: at, written_by: staff });
  const supplier = { supplier_id: newId() };
  await add('register.supplier', { ...supplier, kind: 'supplier', name: 'Prøveleverandør', registered_at: at });
  const goods = { product_id: newId() };
  const words = { name_nb: 'Tillegg', name_en: 'Add-on', description_nb: '', description_en: '', sku: 'PRØVE-TILLEGG' };
  const priced = { price_ore: 1, vat_rate: 25, durability: 'normal', in_catalogue: false };
  await add('register.product', { ...goods, ...words, ...priced, ...supplier, kind: 'add-on' });
  const accepted = { accepted_at: at, accepted_words_hash: '0'.repeat(64), ended_at: at, ended_by: staff };
  await add('register.add_on', { ...own, ...accepted, ...goods, ...supplier, add_on_id: newId(), order_id: order });
}

/** What is known, chosen and inferred. */
async function plantProfile(owner: Pool, add: Add, own: Row, at: string): Promise<void> {
  const source = { field: 'name', source_url: 'https://example.no/', retrieved_at: at };
  await add('register.supplement', { ...own, ...source, supplement_id: newId() });
  await add('register.preference', { ...own, preference_id: newId(), source: 'stated', set_at: at });
  await add('register.purchase_pattern', { ...own, pattern_id: newId(), rule_name: 'bought-often', computed_at: at });
  const [offer_id, campaign_id, survey_id] = [newId(), newId(), newId()];
  await owner.query(
    `insert into register.offer (offer_id, name, headline_nb, headline_en, text_nb, text_en, valid_from, valid_until, created_at)
     values ($1, 'Prøve', 'x', 'x', 'x', 'x', '2026-10-01', '2026-12-01', $2)`,
    [offer_id, at],
  );
  const campaign = { name: 'Prøve', channel: 'mail', status: 'draft', created_at: at, created_by: newId() };
  await add('register.campaign', { ...campaign, campaign_id, offer_id });
  await add('register.campaign_recipient', { ...own, campaign_id });
  await add('register.survey', { survey_id, name: 'Prøve', question_nb: 'x', question_en: 'x', created_at: at });
  const invitation = { token_digest: 'c'.repeat(64), expires_on: '2026-12-01' };
  await add('register.survey_invitation', { ...own, ...invitation, survey_id, invitation_id: newId() });
}
