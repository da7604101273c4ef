/** Art. 7(3): a consent is withdrawn on My page as easily as it is given, and what it allowed ends at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEasyStepWeb } from '../support/easy-step-web.ts';
import { type Planted, plantPeople } from '../support/planted-people.ts';
import { type SignedInWeb, signedInWeb } from '../support/signed-in.ts';
import { asRole } from '../support/try-grants.ts';

let web: SignedInWeb;
let me: Planted;
beforeAll(async () => {
  web = await signedInWeb(openEasyStepWeb);
  me = await plantPeople(web.database.pool, 1);
});
afterAll(() => web.close());

const PAGE = '/min-side/samtykker';
const choose = (choice: string, who: { person?: string; staff?: string }, purpose = 'marketing') =>
  web.post(PAGE, { purpose, choice }, who);

const wordsOf = (html: string): string =>
  (/<main[\s>].*<\/main>/s.exec(html)?.[0] ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

async function inForce(person: string): Promise<Record<string, unknown>[]> {
  const { rows } = await web.database.pool.query(
    `select purpose, method, language, notice_version from kept.consent_record
      where person_id = $1 and withdrawn_at is null`,
    [person],
  );
  return rows;
}

async function ledgerKinds(person: string): Promise<string[]> {
  const { rows } = await web.database.pool.query<{ kind: string }>(
    `select kind from kept.ledger_entry where convert_from(leaf, 'UTF8')::jsonb ->> 'person' = kept.ledger_commitment($1)
      order by entry_index`,
    [person],
  );
  return rows.map(({ kind }) => kind);
}

const seenByMarketing = (person: string, table: string, key: string): Promise<number> =>
  asRole(web.database, 'marketing', async (pool) => {
    const { rows } = await pool.query(`select from ${table} where ${key} = $1`, [person]);
    return rows.length;
  });

describe.each([
  ['private-customer', 'register.customer', 'customer_id'],
  ['contact-person', 'register.contact_person', 'contact_person_id'],
] as const)('a %s', (kind, table, key) => {
  test('says yes with one button and no with one button, each in the ledger, and marketing sees them just meanwhile', async () => {
    const who = { person: me[kind] };
    expect(await seenByMarketing(me[kind], table, key)).toBe(0);
    const given = await choose('give', who);
    expect([given.status, given.headers.get('location')]).toEqual([303, `${PAGE}?done=marketing`]);
    expect(await inForce(me[kind])).toEqual([
      { purpose: 'marketing', method: 'my-page', language: 'nb', notice_version: web.policy.controller.version.number },
    ]);
    expect(await seenByMarketing(me[kind], table, key)).toBe(1);
    expect(wordsOf((await web.get(`${PAGE}?done=marketing`, who)).html)).toContain('Takk. Du har sagt ja');
    const withdrawn = await choose('withdraw', who);
    expect(withdrawn.status).toBe(303);
    expect(await inForce(me[kind])).toEqual([]);
    expect(await seenByMarketing(me[kind], table, key)).toBe(0);
    expect(wordsOf((await web.get(`${PAGE}?done=marketing`, who)).html)).toContain('Samtykket er trukket.');
    expect(await ledgerKinds(me[kind])).toEqual(['consent-given', 'consent-withdrawn']);
  });

  test('who presses a button twice has said it once', async () => {
    const who = { person: me[kind] };
    for (const choice of ['give', 'give']) expect((await choose(choice, who)).status).toBe(303);
    expect(await inForce(me[kind])).toHaveLength(1);
    for (const choice of ['withdraw', 'withdraw']) expect((await choose(choice, who)).status).toBe(303);
    expect(await ledgerKinds(me[kind])).toHaveLength(4);
  });
});

test('giving and withdrawing are the same form: one button, nothing to fill in', async () => {
  const who = { person: me['company-customer'] };
  const formsOf = async (): Promise<string[]> =>
    (/<main.*<\/main>/s.exec((await web.get(PAGE, who)).html)?.[0] ?? '').match(/<form.*?<\/form>/gs) ?? [];
  const shape = (forms: readonly string[]): string[] =>
    (forms[0] ?? '').match(/<(form|button|input|select|textarea|a)\b|type="\w+"/g) ?? [];
  const toGive = await formsOf();
  await choose('give', who);
  const toWithdraw = await formsOf();
  await choose('withdraw', who);
  expect(toGive[0]).not.toBe(toWithdraw[0]);
  expect(shape(toWithdraw)).toEqual(shape(toGive));
  expect(shape(toGive)).toEqual([
    '<form',
    '<input',
    'type="hidden"',
    '<input',
    'type="hidden"',
    '<button',
    'type="submit"',
  ]);
});

test('whoever has said yes to offers at an address that is not confirmed is told, and can have a link mailed', async () => {
  const who = { person: me['private-customer'] };
  await choose('give', who);
  const ask = 'Send meg en lenke for å bekrefte adressen';
  expect((await web.get(PAGE, who)).html).not.toContain(ask);
  const confirmed = (at: string | null) =>
    web.database.pool.query('update register.customer set email_verified_at = $2 where customer_id = $1', [
      who.person,
      at,
    ]);
  await confirmed(null);
  const { html } = await web.get(PAGE, who);
  expect(html).toContain(ask);
  expect(/<form[^>]*action="([^"]*)"[^>]*aria-label="Send meg en lenke/.exec(html)?.[1]).toBe('/logg-inn');
  await confirmed('2026-10-10');
  await choose('withdraw', who);
});

test('a yes stands with the words it was given to, in the language in which they were read', async () => {
  const who = { person: me['company-customer'] };
  await choose('give', who);
  const words = web.policy.purposes.marketing?.consentText?.nb ?? '';
  expect((await web.get('/en/my-page/consents', who)).html).toContain(`<blockquote lang="nb">${words}</blockquote>`);
  await web.database.pool.query(
    `update kept.consent_record set text_hash = repeat('a', 64) where person_id = $1 and withdrawn_at is null`,
    [me['company-customer']],
  );
  const changed = wordsOf((await web.get('/en/my-page/consents', who)).html);
  expect(changed).toContain('The words have changed since.');
  await choose('withdraw', who);
});

test('earlier answers, objections and restrictions stand with when and how', async () => {
  const words = wordsOf((await web.get(PAGE, { person: me['private-customer'] })).html);
  expect(words).toContain('Sagt ja 10. januar 2026, på telefon. Trukket 11. januar 2026, på Min side.');
  expect(words).toContain('Lage statistikk . Sagt nei 12. januar 2026, på telefon. Trukket 13. januar 2026.');
  expect(words).toContain('Du mener at opplysningene er feil. Fra 14. januar 2026. Opphevet 15. januar 2026.');
});

test.each([
  ['a purpose that asks for no consent', 'statistics', 'give'],
  ['a purpose that there is not', '__proto__', 'give'],
  ['neither yes nor no', 'marketing', 'perhaps'],
])('a form about %s changes nothing and says so', async (_what, purpose, choice) => {
  const { status, html } = await choose(choice, { person: me['private-customer'] }, purpose);
  expect(status).toBe(422);
  expect(html).toContain('Ingenting ble lagret.');
  expect(await inForce(me['private-customer'])).toEqual([]);
});

test('staff are asked for no consent, and cannot give one by sending the form', async () => {
  expect(wordsOf((await web.get(PAGE, { staff: me.staff })).html)).toContain('Vi bruker ingenting om deg som krever');
  expect((await choose('give', { staff: me.staff })).status).toBe(422);
});

test('another site cannot send the form', async () => {
  const response = await web.app.request(`http://localhost${PAGE}`, {
    method: 'POST',
    body: 'purpose=marketing&choice=give',
    headers: {
      ...{ Origin: 'https://elsewhere.example.com', 'Content-Type': 'application/x-www-form-urlencoded' },
      'x-test-person': me['private-customer'],
    },
  });
  expect(response.status).toBe(403);
  expect(await inForce(me['private-customer'])).toEqual([]);
});
