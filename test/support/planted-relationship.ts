/** Rows of one person in every table of the customer relationship, with a value in each column about them. */
import type { Pool } from '../../src/postgres/index.ts';

export interface Relationship {
  readonly customer: string;
  readonly order: string;
  readonly delivery: string;
  readonly invoice: string;
  /** Told from others' by this mark, as `1p`. */
  readonly mark: string;
  /** 1 to 4: makes dates and numbers differ. */
  readonly digit: number;
  readonly newId: () => string;
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

async function insert(owner: Pool, table: string, values: Values): Promise<void> {
  const columns = Object.keys(values);
  const places = columns.map((_, at) => `$${at + 1}`).join(', ');
  await owner.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, Object.values(values));
}

/** After the customer's order, delivery, invoice and payment are there. */
export async function plantRelationship(owner: Pool, given: Relationship): Promise<void> {
  const { mark, digit, customer: customer_id, order, delivery, invoice } = given;
  const at = (day: number): string => `2026-0${digit}-${String(day).padStart(2, '0')}T10:00:00Z`;
  const on = (day: number): string => at(day).slice(0, 10);
  await owner.query(
    `update register.sales_order set buyer_reference = $2, confirmed_at = $3, cancelled_at = $4, cancel_reason = $5,
        imported_reference = $6, withdrawn_at = $7 where customer_id = $1`,
    [customer_id, `Ref ${mark}`, at(8), at(9), `Grunn ${mark}`, `Gammelt nr ${mark}`, at(10)],
  );
  await owner.query(
    `update register.delivery set tracking_reference = $2, completed_through = 'receipt' where customer_id = $1`,
    [...[customer_id, `Spor ${mark}`]],
  );
  await owner.query(
    `update register.payment set card_token = $2, card_expires = $3, bank_reference = $4, registered_at = $5
      where customer_id = $1`,
    [customer_id, `tok-${mark}`, `203${digit}-0${digit}`, `Bank ${mark}`, at(7)],
  );
  await owner.query(
    `update register.message set purpose = 'claims', template = $2, external_id = $3, answered_at = $4,
        extension_reason = $5, extension_at = $6, attachments = $7 where customer_id = $1`,
    [
      ...[customer_id, `mal-${mark}`, `<${mark}@example.no>`, at(9), `Forlenget ${mark}`, at(10)],
      `vedlegg-${mark}.pdf`,
    ],
  );
  await insert(owner, 'register.protected_address', {
    ...{ customer_id, address_id: given.newId(), about_order: order, street_address: `Skjult ${mark}` },
    ...{ postal_code: `700${digit}`, city: `Gjemt ${mark}` },
  });
  await insert(owner, 'register.delivery_line', {
    customer_id,
    delivery_id: delivery,
    line_number: 1,
    quantity: digit,
  });
  await insert(owner, 'register.reminder', {
    ...{ customer_id, reminder_id: given.newId(), invoice_id: invoice, level: 1, sent_on: on(10), due_on: on(28) },
    fee_ore: 3500 + digit,
  });
  await plantMoney(owner, given, at);
  await plantCases(owner, given, at);
  await plantProfile(owner, given, at);
  await owner.query(
    `insert into register.invoice_line (customer_id, invoice_id, line_number, description, quantity, unit_price_ore,
       vat_rate, net_ore) values ($1, $2, 1, $3, $4, $5, 25, $5)`,
    [customer_id, invoice, `Linje ${mark}`, digit, 400 + digit],
  );
  await insert(owner, 'register.add_on', {
    ...{ customer_id, add_on_id: given.newId(), order_id: order, ...(await addOnProduct(owner, given)) },
    ...{ shared_fields: `navn ${mark}`, accepted_at: at(11), accepted_words_hash: `${digit}`.repeat(64) },
    ...{ ended_at: at(12), end_reason: `Slutt ${mark}`, ended_by: given.newId() },
  });
  // Last: an order leaves the list of what is to be invoiced when its invoice is written.
  await owner.query(`update register.sales_order set to_invoice_since = $2 where customer_id = $1`, [
    ...[customer_id, at(6)],
  ]);
}

async function addOnProduct(owner: Pool, { mark, newId }: Relationship): Promise<Values> {
  const [supplier_id, product_id] = [newId(), newId()];
  await insert(owner, 'register.supplier', {
    ...{ supplier_id, kind: 'supplier', name: `Leverandør ${mark}`, registered_at: '2026-01-01T10:00:00Z' },
  });
  await insert(owner, 'register.product', {
    ...{ product_id, sku: `ADD-${mark}`, kind: 'add-on', name_nb: `Tillegg ${mark}`, name_en: `Add-on ${mark}` },
    ...{ description_nb: '', description_en: '', price_ore: 1, vat_rate: 25, durability: 'normal', supplier_id },
    in_catalogue: false,
  });
  return { supplier_id, product_id };
}

async function plantMoney(owner: Pool, given: Relationship, at: (day: number) => string): Promise<void> {
  const { mark, digit, customer: customer_id, order, newId } = given;
  await insert(owner, 'register.payout', {
    ...{ customer_id, payout_id: newId(), amount_ore: 500 + digit, reason: `Tilbake ${mark}` },
    ...{ account_sealed: `forseglet ${mark}`, account_last_four: `432${digit}`, requested_at: at(13) },
    ...{ requested_by: newId(), approved_at: at(14), approved_by: newId(), paid_on: at(15).slice(0, 10) },
    refused_at: at(15),
  });
  await insert(owner, 'register.credit_check', {
    ...{ customer_id, credit_check_id: newId(), order_id: order, amount_ore: 700 + digit, reason: `Kreditt ${mark}` },
    ...{ requested_by: newId(), requested_at: at(16), provider: `Byrå ${mark}`, answer: 'sufficient' },
    ...{ report_sealed: `rapport ${mark}`, report_delete_on: at(28).slice(0, 10), outcome: 'invoice' },
    ...{ decided_by: newId(), decided_at: at(17), decision_note: `Fordi ${mark}`, copy_sent_at: at(18) },
  });
}

async function plantCases(owner: Pool, given: Relationship, at: (day: number) => string): Promise<void> {
  const { mark, digit, customer: customer_id, newId } = given;
  const claim_id = newId();
  await insert(owner, 'register.claim', {
    ...{ customer_id, claim_id, received_at: at(10), received_through: 'phone', discovered_on: at(9) },
    ...{ description: `Feil ${mark}`, wants: 'repair', status: 'closed', window_ends_on: `203${digit}-01-01` },
    ...{ answer_due_on: at(24), outcome: 'repaired', outcome_text: `Rettet ${mark}`, closed_at: at(20) },
    limitation_on: `203${digit}-02-01`,
  });
  await insert(owner, 'register.claim_entry', {
    ...{ customer_id, claim_id, entry_id: newId(), at: at(12), direction: 'in', channel: 'phone', answered_at: at(13) },
    ...{ subject_line: `Sak om ${mark}`, body: `Brev i sak ${mark}`, attachments: `sak-${mark}.jpg` },
    external_id: `<sak${mark}@example.no>`,
  });
  const dispute_id = newId();
  await insert(owner, 'register.dispute', {
    ...{ customer_id, dispute_id, opened_at: at(21), opened_by: newId(), matter: `Sak ${mark}` },
    ...{ our_position: `Syn ${mark}`, limitation_on: `203${digit}-03-01`, review_on: at(27), status: 'settled' },
    ...{ outcome_text: `Forlik ${mark}`, closed_at: at(26) },
  });
  await insert(owner, 'register.dispute_entry', {
    ...{ customer_id, dispute_id, entry_id: newId(), at: at(22), direction: 'in', body: `Skriv ${mark}` },
    written_by: newId(),
  });
  await insert(owner, 'register.note', {
    ...{ customer_id, note_id: newId(), written_at: at(11), written_by: newId(), body: `Notat ${mark}` },
  });
  await insert(owner, 'register.unsorted_message', {
    ...{
      unsorted_message_id: newId(),
      person_id: customer_id,
      received_at: at(12),
      external_id: `<u${mark}@example.no>`,
    },
    ...{
      from_address: `fra${mark}@example.no`,
      from_name: `Fra ${mark}`,
      subject_line: `Om ${mark}`,
      body: `Brev ${mark}`,
      attachments: `bilag-${mark}.jpg`,
    },
  });
}

async function plantProfile(owner: Pool, given: Relationship, at: (day: number) => string): Promise<void> {
  const { mark, digit, customer: customer_id, newId } = given;
  await insert(owner, 'register.supplement', {
    ...{ customer_id, supplement_id: newId(), field: `felt-${mark}`, found_value: `Funnet ${mark}` },
    ...{ source_name: `Kilde ${mark}`, source_url: `https://example.no/${mark}`, retrieved_at: at(13) },
    taken_over_at: at(14),
  });
  await insert(owner, 'register.preference', {
    ...{ customer_id, preference_id: newId(), topic: `emne-${mark}`, choice: `valg ${mark}`, source: 'stated' },
    set_at: at(15),
  });
  await insert(owner, 'register.purchase_pattern', {
    ...{ customer_id, pattern_id: newId(), segment: `segment-${mark}`, rule_name: `regel-${mark}` },
    ...{ computed_at: at(16), last_used_at: at(17) },
  });
  const [offer_id, campaign_id, survey_id] = [newId(), newId(), newId()];
  await insert(owner, 'register.offer', {
    ...{ offer_id, name: `Tilbud ${mark}`, headline_nb: 'x', headline_en: 'x', text_nb: 'x', text_en: 'x' },
    ...{ valid_from: at(1), valid_until: at(28), created_at: at(1) },
  });
  await insert(owner, 'register.campaign', {
    ...{ campaign_id, offer_id, name: `Kampanje ${mark}`, channel: 'mail', status: 'draft', created_at: at(1) },
    created_by: newId(),
  });
  await insert(owner, 'register.campaign_recipient', { customer_id, campaign_id, added_at: at(18), sent_at: at(19) });
  await insert(owner, 'register.survey', {
    ...{ survey_id, name: `Undersøkelse ${mark}`, question_nb: 'x', question_en: 'x', created_at: at(1) },
  });
  await insert(owner, 'register.survey_invitation', {
    ...{ customer_id, invitation_id: newId(), survey_id, sent_at: at(20), token_digest: `${digit}a`.repeat(32) },
    ...{ used: true, expires_on: at(28) },
  });
}

/** Somebody at a supplier, and somebody on a bought list; returns their ids. */
export async function plantOthers(owner: Pool, set: number, newId: () => string): Promise<[string, string]> {
  const [supplier_id, contact, lead_list_id, lead] = [newId(), newId(), newId(), newId()];
  await insert(owner, 'register.supplier', {
    ...{ supplier_id, kind: 'supplier', name: `Selskap ${set}`, registered_at: '2026-01-01T10:00:00Z' },
  });
  await insert(owner, 'register.supplier_contact', {
    ...{ supplier_id, supplier_contact_id: contact, kind: 'supplier', full_name: `Leverandør Diktet ${set}` },
    ...{ position: `Selger ${set}`, email: `selger${set}@example.com`, phone: `+474000200${set}` },
    ...{ registered_at: `2026-0${set}-03T10:00:00Z`, registered_through: 'phone', notice_version: `selger-${set}` },
    ended_on: `2026-0${set}-28`,
  });
  await insert(owner, 'register.lead_list', {
    ...{ lead_list_id, vendor: `Listehus ${set}`, agreement_reference: `L-${set}`, received_on: `2026-0${set}-01` },
    ...{ row_count: 1, imported_at: `2026-0${set}-01T10:00:00Z`, imported_by: newId() },
  });
  await insert(owner, 'register.lead', {
    ...{ lead_id: lead, lead_list_id, full_name: `Mulig Diktet ${set}`, email: `mulig${set}@example.no` },
    ...{
      phone: `+474000300${set}`,
      street_address: `Muligveien ${set}`,
      postal_code: `704${set}`,
      city: `Sted ${set}`,
    },
    ...{ received_on: `2026-0${set}-01`, notice_due_on: `2026-0${set}-28`, notice_sent_on: `2026-0${set}-20` },
    ...{ notice_channel: 'post', washed_on: `2026-0${set}-19` },
    ...{ first_contact_on: `2026-0${set}-21`, reserved: false, state: 'contacted', delete_on: `2027-0${set}-01` },
    ...{ registered_at: `2026-0${set}-02T10:00:00Z`, registered_through: 'import', notice_version: `liste-${set}` },
  });
  return [contact, lead];
}
