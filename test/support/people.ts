/** Rows of invented people, put in by the owner. */
import type { Pool } from '../../src/postgres/index.ts';
import { seededIds } from './fixed.ts';

const newId = seededIds('people');

/** A private customer; returns their id. */
export async function addCustomer(owner: Pool, registeredAt = '2026-10-01T10:00:00Z'): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
     values ($1::uuid, 'private', 'Prøve Person', $1 || '@example.no', $2, 'web', '1')`,
    [id, registeredAt],
  );
  return id;
}

export async function addMessage(
  owner: Pick<Pool, 'query'>,
  customer: string,
  at = '2026-10-02T10:00:00Z',
): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body)
     values ($1, $2, 'in', 'web', $3, true, 'Spørsmål', 'Hei')`,
    [customer, id, at],
  );
  return id;
}

/** Registered two years ago, with a message then that was answered. */
export async function addQuietCustomer(owner: Pool): Promise<string> {
  const customer = await addCustomer(owner, '2024-10-01T10:00:00Z');
  const message = await addMessage(owner, customer, '2024-10-02T10:00:00Z');
  await owner.query('update register.message set answered_at = at where message_id = $1', [message]);
  return customer;
}

export async function addOrder(
  owner: Pick<Pool, 'query'>,
  customer: string,
  placedAt = '2026-10-03T10:00:00Z',
): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
       deliver_to_name, net_ore, vat_ore) values ($1, $2, $3, 'web', '1', 'placed', 'Prøve Person', 1000, 250)`,
    [customer, id, placedAt],
  );
  return id;
}

export async function giveConsent(owner: Pick<Pool, 'query'>, person: string, purpose = 'marketing'): Promise<void> {
  await owner.query(
    `insert into kept.consent_record (person_id, consent_id, purpose, text_hash, notice_version, language, method, given_at)
     select $1, $2, $3, coalesce((select consent_hashes[1] from kept.purpose where name = $3), repeat('0', 64)),
            '1', 'nb', 'web-form', '2026-10-05T10:00:00Z'`,
    [person, newId(), purpose],
  );
}

export async function withdrawConsent(
  owner: Pick<Pool, 'query'>,
  person: string,
  purpose = 'marketing',
): Promise<void> {
  await owner.query(
    `update kept.consent_record set withdrawn_at = '2026-11-01T10:00:00Z' where person_id = $1 and purpose = $2`,
    [person, purpose],
  );
}

export async function object(owner: Pick<Pool, 'query'>, person: string, purpose: string): Promise<void> {
  await owner.query(
    `insert into kept.objection (person_id, objection_id, purpose, made_at, method) values ($1, $2, $3, '2026-11-01', 'my-page')`,
    [person, newId(), purpose],
  );
}

/** A member of staff. */
export async function addStaffMember(
  owner: Pick<Pool, 'query'>,
  roles: readonly string[],
): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = `${id.slice(-12)}@example.com`;
  await owner.query(`insert into kept.staff (staff_id, name, email, roles) values ($1, 'Ola Ansattdikt', $2, $3)`, [
    id,
    email,
    [...roles],
  ]);
  return { id, email };
}
