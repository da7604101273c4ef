/** A contact person on My page: what is about them and what they ordered, and nothing else of the company; and leaving. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { seededIds } from '../support/fixed.ts';
import { asStaff } from '../support/office.ts';
import { headersOf, signedInByHeader as personByHeader } from '../support/signed-in.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let company = '';
const newId = seededIds('contacts');
const [KARI, OLA] = [newId(), newId()];
const [HERS, HIS] = [newId(), newId()];

const rowsOf = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await web.database.pool.query(sql, values)).rows;

beforeAll(async () => {
  web = await openEasyStepWeb(async (headers) => (await signedInByHeader(headers)) ?? (await personByHeader(headers)));
  const [row] = await rowsOf(`select customer_id from register.customer where kind = 'company' limit 1`);
  company = String(row?.customer_id);
  await rowsOf('delete from register.message where customer_id = $1', company);
  for (const [id, name] of [
    [KARI, 'Kari Kontakt'],
    [OLA, 'Ola Kontakt'],
  ]) {
    await rowsOf(
      `insert into register.contact_person (customer_id, contact_person_id, full_name, email, registered_at,
         registered_through, notice_version) values ($1, $2::uuid, $3, $2::text || '@example.no', '2026-11-01T10:00:00Z', 'phone', '1')`,
      ...[company, id, name],
    );
  }
  for (const [order, by] of [
    [HERS, KARI],
    [HIS, OLA],
  ]) {
    await rowsOf(
      `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
         deliver_to_name, net_ore, vat_ore, ordered_by)
       values ($1, $2, '2026-11-02T10:00:00Z', 'web', '1', 'placed', 'Bedriften', 1000, 250, $3)`,
      ...[company, order, by],
    );
  }
});
afterAll(() => web.close());

async function as(person: string, path: string, fields: Record<string, string> | null = null) {
  const headers = { ...headersOf({ person }), Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
  const init =
    fields === null ? { headers } : { method: 'POST', headers, body: new URLSearchParams(fields).toString() };
  const response = await web.app.request(`${ORIGIN}${path}`, init);
  return { status: response.status, html: await response.text() };
}

describe('messages', () => {
  test('what a contact person writes lies with the company, and only they see it of the contact people', async () => {
    const { status } = await as(KARI, '/min-side/meldinger', { subject: 'Levering', text: 'Kan dere komme mandag?' });
    expect(status).toBe(303);
    expect(
      await rowsOf(
        'select customer_id, with_contact, direction, purpose from register.message where customer_id = $1',
        company,
      ),
    ).toEqual([{ customer_id: company, with_contact: KARI, direction: 'in', purpose: 'customer-communication' }]);
    expect((await as(KARI, '/min-side/meldinger')).html).toContain('Kan dere komme mandag?');
    expect((await as(KARI, '/en/my-page/messages')).html).toContain('Kan dere komme mandag?');
    expect((await as(OLA, '/min-side/meldinger')).html).not.toContain('Kan dere komme mandag?');
    expect((await as(company, '/min-side/meldinger')).html).toContain('Kan dere komme mandag?');
  });

  test('what staff answer reaches the contact person, and stands among what is held about them', async () => {
    const [message] = await rowsOf('select message_id from register.message where with_contact = $1', KARI);
    const path = `/kontor/henvendelser/${company}/${message?.message_id}?purpose=customer-communication`;
    await asStaff(web, 'support').get(`/kontor/kunder/${company}?purpose=customer-communication`);
    await asStaff(web, 'support').search(path, { do: 'answer', text: 'Vi kommer mandag.' });
    expect((await as(KARI, '/min-side/meldinger')).html).toContain('Vi kommer mandag.');
    expect((await as(KARI, '/min-side/opplysninger/correspondence')).html).toContain('Kan dere komme mandag?');
    expect((await as(OLA, '/min-side/opplysninger/correspondence')).html).not.toContain('Kan dere komme mandag?');
  });

  test('a letter that they wrote in a claim of the company stands among what is held about them, and of nobody else', async () => {
    const [claim, letter] = [newId(), newId()];
    await rowsOf(
      `insert into register.claim (customer_id, claim_id, received_at, received_through, description, status, answer_due_on)
       values ($1, $2, '2026-11-10T10:00:00Z', 'mail', 'Sålen løsnet', 'received', '2026-11-24')`,
      ...[company, claim],
    );
    await rowsOf(
      `insert into register.claim_entry (customer_id, claim_id, entry_id, at, direction, channel, subject_line, body,
         with_contact) values ($1, $2, $3, '2026-11-11T10:00:00Z', 'in', 'mail', 'Om sålen', 'Den løsnet igjen', $4)`,
      ...[company, claim, letter, KARI],
    );
    expect((await as(KARI, '/min-side/opplysninger/claims')).html).toContain('Den løsnet igjen');
    expect((await as(KARI, '/min-side/opplysninger/claims')).html).not.toContain('Sålen løsnet');
    expect((await as(OLA, '/min-side/opplysninger/claims')).html).not.toContain('Den løsnet igjen');
  });

  test('Postgres shows them no message of the company but those with them', async () => {
    await rowsOf(
      `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body)
       values ($1, $2, 'in', 'phone', '2026-11-03T10:00:00Z', false, 'Sjefen ringte', 'Om noe annet')`,
      ...[company, newId()],
    );
    const seen = await web.enforcement.asPurpose(
      { kind: 'data-subject', id: KARI, roles: [] },
      'self-service',
      (session) =>
        session.read(
          session.query.selectFrom('register.message').select(['customer_id', 'with_contact', 'subject_line']),
        ),
    );
    expect(new Set(seen.map(({ with_contact: id }) => id))).toEqual(new Set([KARI]));
  });
});

describe('the company', () => {
  test('is named on the first page, and what is only the company’s is not offered', async () => {
    const [row] = await rowsOf('select legal_name from register.customer where customer_id = $1', company);
    const { html } = await as(KARI, '/min-side');
    expect(html).toContain('Du er kontaktperson for');
    expect(html.replaceAll('&#39;', "'")).toContain(String(row?.legal_name));
    expect((await as(company, '/min-side')).html).not.toContain('Du er kontaktperson for');
  });

  test('orders that they placed are theirs to see and cancel, and those of others are not', async () => {
    const { html } = await as(KARI, '/min-side/bestillinger');
    expect([html.includes(HERS), html.includes(HIS)]).toEqual([true, false]);
    expect((await as(KARI, `/min-side/bestillinger/${HERS}`)).status).toBe(200);
    expect((await as(KARI, `/min-side/bestillinger/${HIS}`)).status).toBe(404);
    expect((await as(KARI, `/min-side/bestillinger/${HIS}`, { do: 'cancel' })).status).toBe(404);
    expect((await as(KARI, `/min-side/bestillinger/${HERS}`, { do: 'cancel' })).status).toBe(303);
    expect(
      await rowsOf(
        'select order_id from register.sales_order where order_id in ($1, $2) and status = $3',
        HERS,
        HIS,
        'cancelled',
      ),
    ).toEqual([{ order_id: HERS }]);
  });

  test('invoices, claims and add-ons of it are not shown', async () => {
    for (const path of ['/min-side/fakturaer', '/min-side/reklamasjoner', '/min-side/tilleggstjenester']) {
      const { status, html } = await as(KARI, path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).not.toContain('ds-card');
    }
  });
});

describe('a contact person who leaves', () => {
  test('is out at once: the account, its sessions and the way in are gone, and the ledger says so without a name', async () => {
    await rowsOf(
      `insert into kept.account (account_id, created_at, updated_at, last_signed_in_at) values ($1, now(), now(), now())`,
      KARI,
    );
    await rowsOf(
      `insert into kept.account_session (account_id, session_id, token_digest, opened_by, opened_at, used_at, expires_at)
       values ($1, $2, 'digest of a token', 'link', now(), now(), now() + interval '1 day')`,
      ...[KARI, newId()],
    );
    await asStaff(web, 'sales').get(`/kontor/kunder/${company}?purpose=customer-administration`);
    const path = `/kontor/kunder/${company}/kontaktpersoner/${KARI}?purpose=customer-administration`;
    expect((await asStaff(web, 'sales').search(path, { act: 'remove' })).status).toBe(303);
    for (const [table, key] of [
      ['register.contact_person', 'contact_person_id'],
      ['kept.account', 'account_id'],
      ['kept.account_session', 'account_id'],
    ]) {
      expect([table, await rowsOf(`select from ${table} where ${key} = $1`, KARI)]).toEqual([table, []]);
    }
    const acts = await rowsOf(
      `select convert_from(leaf, 'UTF8') as leaf from kept.ledger_entry where kind = 'erasure'`,
    );
    expect(acts).toHaveLength(1);
    const leaf = String(acts[0]?.leaf);
    expect(JSON.parse(leaf).body).toMatchObject({ table: 'register.contact_person', cause: 'no-longer-contact' });
    expect([leaf.includes('Kari'), leaf.includes(KARI), leaf.includes('@')]).toEqual([false, false, false]);
    expect((await as(KARI, '/min-side/meldinger')).html).not.toContain('Kan dere komme mandag?');
  });

  test('twice is once', async () => {
    const path = `/kontor/kunder/${company}/kontaktpersoner/${KARI}?purpose=customer-administration`;
    await asStaff(web, 'sales').search(path, { act: 'remove' });
    expect(await rowsOf(`select from kept.ledger_entry where kind = 'erasure'`)).toHaveLength(1);
  });

  test('takes nobody else’s account along', async () => {
    await rowsOf(
      `insert into kept.account (account_id, created_at, updated_at, last_signed_in_at) values ($1, now(), now(), now())`,
      company,
    );
    await rowsOf('delete from register.contact_person where contact_person_id = $1', OLA);
    expect(await rowsOf('select account_id from kept.account where account_id = $1', company)).toHaveLength(1);
  });
});
