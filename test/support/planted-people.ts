/** Two people of each kind, with a value in every column that says something about them, none of them alike. */
import type { Pool } from '../../src/postgres/index.ts';
import { seededIds } from './fixed.ts';
import { plantStaffAccess } from './planted-access.ts';
import { plantOthers, plantRelationship } from './planted-relationship.ts';

export const KINDS = [
  ...(['private-customer', 'company-customer', 'contact-person', 'staff', 'supplier-contact', 'lead'] as const),
] as const;
export type PlantedKind = (typeof KINDS)[number];

/** The ids of one of the two sets. */
export type Planted = Readonly<Record<PlantedKind, string>>;

/** @param set 1 or 2: every text holds it, and every number differs by it. */
export async function plantPeople(owner: Pool, set: 1 | 2): Promise<Planted> {
  const newId = seededIds(`planted ${set}`);
  const [one, company, contact, staff] = [newId(), newId(), newId(), newId()] as [string, string, string, string];
  await plantCustomer(owner, set, one, null, newId);
  await plantCustomer(owner, set, company, set === 1 ? '123456785' : '987654325', newId);
  await owner.query(
    `insert into register.contact_person (customer_id, contact_person_id, full_name, position, email, phone,
       registered_at, registered_through, notice_version, email_verified_at)
     values ($1, $2, 'Kontakt Diktet ${set}', 'Innkjøp ${set}', 'kontakt${set}@example.no', '+474000100${set}',
             '2026-0${set}-02T10:00:00Z', 'phone', 'kontakt-${set}', '2026-0${set}-03T10:00:00Z')`,
    [company, contact],
  );
  await owner.query(
    `insert into kept.staff (staff_id, account_id, name, email, roles, access_until, left_at, created_at)
     values ($1, 'konto-${set}', 'Ansatt Diktet ${set}', 'ansatt${set}@example.com', '{support,sales}', '2027-0${set}-01',
             '2026-1${set - 1}-01T10:00:00Z', '2025-0${set}-01T10:00:00Z')`,
    [staff],
  );
  await plantStaffAccess(owner, set, { staff, customer: one }, newId);
  const [supplierContact, lead] = await plantOthers(owner, set, newId);
  const outside = [one, company, contact, supplierContact, lead];
  for (const person of outside) await plantChoices(owner, set, person, newId);
  for (const person of [...outside, staff]) await plantMail(owner, set, person, newId);
  for (const person of [one, company, contact, staff]) await plantAccount(owner, set, person, newId);
  return {
    ...{ 'private-customer': one, 'company-customer': company, 'contact-person': contact, staff },
    ...{ 'supplier-contact': supplierContact, lead },
  };
}

/** One look that met everybody of both sets. */
export async function plantLook(owner: Pool, people: readonly Planted[]): Promise<void> {
  await owner.query(
    `insert into kept.access_log (at, shape_id, principal_kind, principal_id, data_subjects)
     select now(), kept.access_shape_id('customer-administration', 'read', '{register.customer}', '{identity}'), 'staff', $1, $2`,
    [people[0]?.staff, people.flatMap((one) => Object.values(one))],
  );
}

async function plantCustomer(owner: Pool, set: number, id: string, company: string | null, newId: () => string) {
  const mark = `${set}${company === null ? 'p' : 'c'}`;
  const digit = set + (company === null ? 0 : 2);
  const [order, delivery, invoice] = [newId(), newId(), newId()];
  const [payment, message] = [newId(), newId()];
  const at = (day: number): string => `2026-0${digit}-0${day}T10:00:00Z`;
  await owner.query(
    `insert into register.product (product_id, sku, kind, name_nb, name_en, description_nb, description_en, price_ore,
       vat_rate, durability, in_catalogue) values ($1, $2, 'goods', $3, $4, '', '', 1, 25, 'normal', false)`,
    [newId(), `SKU-${mark}`, `Vare ${mark}`, `Product ${mark}`],
  );
  await owner.query(
    `insert into register.customer (customer_id, account_id, kind, legal_name, organisation_number, email, phone,
       street_address, postal_code, city, country, preferred_language, registered_at, registered_through, notice_version,
       email_verified_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'en', $12, 'store', $13, $14)`,
    [
      ...[id, `konto-${mark}`, company === null ? 'private' : 'company', `Kunde Diktet ${mark}`, company],
      ...[`kunde${mark}@example.no`, `+474000000${digit}`, `Eksempelveien ${mark}`, `701${digit}`, `By ${mark}`],
      ...[digit % 2 === 0 ? 'SE' : 'NO', at(1), `kunde-${mark}`, at(9)],
    ],
  );
  await owner.query(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
       deliver_to_name, deliver_to_street, deliver_to_postal_code, deliver_to_city, net_ore, vat_ore)
     values ($1, $2, $3, 'phone', $4, 'delivered', $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, order, at(2), `ordre-${mark}`, `Mottaker ${mark}`, `Leveringsveien ${mark}`, `703${digit}`],
      ...[`Leveringsby ${mark}`, 1000 + digit, 200 + digit],
    ],
  );
  await owner.query(
    `insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
     select $1, $2, line, product_id, $4::integer + line, 300 + $4, 25
       from register.product, generate_series(1, 2) as line where sku = $3`,
    [id, order, `SKU-${mark}`, digit],
  );
  await owner.query(
    `insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at, carrier)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, delivery, order, at(3), at(4), `Frakt ${mark}`],
  );
  await owner.query(
    `insert into register.invoice (customer_id, invoice_id, order_id, invoice_number, issued_on, due_on, buyer_name,
       buyer_address, payment_reference, net_ore, vat_ore, delivered_on, buyer_organisation_number, buyer_reference,
       delivery_place)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '123456785', $13, $14)`,
    [
      ...[id, invoice, order, 700_000 + digit, `2026-0${digit}-05`, `2026-0${digit}-19`, `Kjøper ${mark}`],
      ...[`Kjøperveien ${mark}`, `90000${digit}`, 1000 + digit, 200 + digit, `2026-0${digit}-04`, `Ref ${mark}`],
      `Leveringsveien ${mark}`,
    ],
  );
  await owner.query('update register.sales_order set to_invoice_since = $2 where order_id = $1', [order, at(5)]);
  await owner.query(
    `insert into register.payment (customer_id, payment_id, invoice_id, paid_on, amount_ore, method, card_brand,
       card_last_four) values ($1, $2, $3, $4, $5, 'card', $6, $7)`,
    [id, payment, invoice, `2026-0${digit}-06`, 1200 + 2 * digit, `Kort ${mark}`, `123${digit}`],
  );
  await owner.query(
    `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line,
       body) values ($1, $2, 'in', 'phone', $3, true, $4, $5)`,
    [id, message, at(7), `Emne ${mark}`, `Tekst ${mark}`],
  );
  await plantRelationship(owner, { customer: id, order, delivery, invoice, mark, digit, newId });
}

async function plantChoices(owner: Pool, set: number, person: string, newId: () => string): Promise<void> {
  const day = `2026-0${set}-1`;
  await owner.query(
    `insert into kept.consent_record (person_id, consent_id, purpose, text_hash, notice_version, language, method,
       given_at, withdrawn_at, withdrawn_method)
     values ($1, $2, 'marketing', repeat('${set}', 64), 'samtykke-${set}', 'nb', 'phone', '${day}0', '${day}1', 'my-page')`,
    [person, newId()],
  );
  await owner.query(
    `insert into kept.objection (person_id, objection_id, purpose, made_at, method, withdrawn_at)
     values ($1, $2, 'statistics', '${day}2', 'phone', '${day}3')`,
    [person, newId()],
  );
  await owner.query(
    `insert into kept.restriction (person_id, restriction_id, ground, since, lifted_at)
     values ($1, $2, 'accuracy', '${day}4', '${day}5')`,
    [person, newId()],
  );
  await owner.query(
    `insert into kept.notice_shown (person_id, shown_id, version_number, shown_at, channel)
     values ($1, $2, 'vist-${set}', '${day}6', 'counter')`,
    [person, newId()],
  );
}

/** One that was sent, and one that was stopped as it was to be sent. */
async function plantMail(owner: Pool, set: number, person: string, newId: () => string): Promise<void> {
  await owner.query(
    `insert into kept.outbox (mail_id, person_id, addressee, language, template, subject_line, body_text, body_html,
       created_at, sent_at, attempts, last_error, next_try_at, in_reply_to, purpose, tried_at, consent_id,
       address_verified_at)
     values ($1, $2, 'til${set}@example.no', 'nb', 'registered', 'Brev ${set}', 'Brødtekst ${set}', '<p>Oppsett ${set}</p>',
             '2026-10-0${set}', '2026-10-1${set}', ${set}, 'ETIMEDOUT ${set}', '2026-10-2${set}', '<svar-${set}@example.no>',
             'formål-${set}', '2026-10-1${set}', $1, '2026-10-0${set}')`,
    [newId(), person],
  );
  await owner.query(
    `insert into kept.outbox (mail_id, person_id, addressee, language, template, subject_line, body_text, created_at,
       purpose, attempts, tried_at, stopped_at, stopped_because)
     values ($1, $2, 'stanset${set}@example.no', 'en', 'order-received', 'Stanset ${set}', 'Stanset tekst ${set}',
             '2026-09-0${set}', 'stanset-${set}', ${set + 4}, '2026-09-1${set}', '2026-09-2${set}', $3)`,
    [newId(), person, set === 1 ? 'no-consent' : 'objected'],
  );
}

/** How the person signs in, in every way there is. The key of an account is the person's. */
async function plantAccount(owner: Pool, set: number, person: string, newId: () => string): Promise<void> {
  const mark = `${set}-${person.slice(0, 8)}`;
  const at = (day: number): string => `2026-10-0${day}T0${set}:00:00Z`;
  const seen = [`192.0.2.${set}`, `Nettleser ${mark}`];
  await owner.query(
    `insert into kept.account (account_id, second_step, created_at, updated_at, last_signed_in_at)
     values ($1, true, $2, $3, $4)`,
    [person, at(1), at(2), at(3)],
  );
  await owner.query(
    `insert into kept.account_session (account_id, session_id, token_digest, opened_by, opened_at, used_at, expires_at,
       ip_address, user_agent) values ($1, $2, $3, 'code', $4, $5, $6, $7, $8)`,
    [person, newId(), `token ${mark}`, at(3), at(4), `2026-12-0${set}T00:00:00Z`, ...seen],
  );
  await owner.query(
    `insert into kept.sign_in (account_id, sign_in_id, at, opened_by, ip_address, user_agent)
     values ($1, $2, $3, 'code', $4, $5)`,
    [person, newId(), at(3), ...seen],
  );
  await owner.query(
    `insert into kept.credential (account_id, credential_id, provider, provider_subject, password_digest, created_at,
       updated_at) values ($1, $2, 'credential', $3, $4, $5, $6)`,
    [person, newId(), `navn ${mark}`, `passord ${mark}`, at(1), at(2)],
  );
  await owner.query(
    `insert into kept.passkey (account_id, passkey_id, name, credential_identifier, public_key, counter, device_type,
       backed_up, transports, authenticator, created_at)
     values ($1, $2, $3, $4, $5, $6, 'multiDevice', true, $7, $8, $9)`,
    [
      ...[person, newId(), `Mobil ${mark}`, `kjennetegn ${mark}`, `nøkkel ${mark}`, 40 + set, `internal ${mark}`],
      ...[`lagret ${mark}`, at(2)],
    ],
  );
  await owner.query(
    `insert into kept.second_step (account_id, second_step_id, sealed_secret, sealed_recovery_codes, verified,
       failed_attempts, locked_until) values ($1, $2, $3, $4, true, $5, $6)`,
    [person, newId(), `hemmelig ${mark}`, `reserve ${mark}`, set, at(5)],
  );
  await owner.query(
    `insert into kept.verification (verification_id, account_id, identifier_digest, sealed_value, expires_at,
       created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)`,
    [newId(), person, `lenke ${mark}`, `svar ${mark}`, `2026-12-0${set}T01:00:00Z`, at(6)],
  );
}
