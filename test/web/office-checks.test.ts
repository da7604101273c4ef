/** Recording that a security measure was checked, and deciding about fields that nobody reads. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTROLS } from '../../src/enforcement/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
});
afterAll(() => web.close());

const MEASURES = '/kontor/bevis/tiltak?purpose=privacy-administration';
const FIELDS = '/kontor/bevis/felter?purpose=privacy-administration';
const officer = () => asStaff(web, 'privacy-officer');
const ledger = async (kind: string): Promise<unknown[]> =>
  (
    await web.database.pool.query(
      `select convert_from(leaf, 'UTF8')::jsonb -> 'body' as body from kept.ledger_entry where kind = $1`,
      [kind],
    )
  ).rows;

async function look(name: string, day: string): Promise<string | undefined> {
  const control = CONTROLS.find((one) => one.name === name);
  const outcome = await control?.look({
    ...{ policy: web.policy, owner: web.database.pool, fetchPage: null, ledgerVerifierKey: '' },
    ...{ now: () => new Date(`${day}T12:00:00Z`), witnessedCheckpoints: async () => [] },
  });
  return outcome?.status;
}

describe('a security measure', () => {
  test('that is due is checked, recorded in the office, and the promise holds on without a change of the policy', async () => {
    expect(await look('security-measures-checked', '2026-12-03')).toBe('broken');
    const form = { measure: 'updates', day: '2026-11-23', note: 'Alle servere er oppdatert' };
    expect((await officer().search(MEASURES, form)).status).toBe(303);
    expect(await look('security-measures-checked', '2026-12-03')).toBe('holds');
    const { html } = await officer().get(MEASURES);
    expect(html).toContain('Alle servere er oppdatert');
    expect(await ledger('measure-checked')).toEqual([
      { body: { measure: 'updates', check_id: expect.any(String), checked_on: '2026-11-23' } },
    ]);
  });

  test('is not recorded with a day that lies ahead, a measure that nobody promised, or a card number', async () => {
    const wrong = { measure: 'astrology', day: '24.11.2026', note: 'Kortet 4111 1111 1111 1111' };
    const { status, html } = await officer().search(MEASURES, wrong);
    expect(status).toBe(422);
    expect(html).toContain('Dagen kan ikke ligge fram i tid.');
    expect(html).toContain('Velg et av tiltakene på listen.');
    expect(html).toContain('Ta det ut.');
    expect(html).toContain('Kortet 4111');
    expect((await officer().search(MEASURES, { measure: 'updates', day: 'i går' })).status).toBe(422);
    expect(await ledger('measure-checked')).toHaveLength(1);
  });

  test('is recorded by those alone who answer for the evidence', async () => {
    expect((await asStaff(web, 'sales').get('/kontor/bevis/tiltak')).status).toBe(403);
  });
});

test('what was recorded stays as it was written, whoever holds the password of the purpose', async () => {
  const { asRole } = await import('../support/try-grants.ts');
  await asRole(web.database, 'privacy-administration', async (pool) => {
    await expect(pool.query(`update kept.measure_check set checked_on = '2027-01-01'`)).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('a field that nobody reads', () => {
  test('is none in the first year, and the page says from when there can be some', async () => {
    const { status, html } = await officer().get(FIELDS);
    expect(status).toBe(200);
    expect(html).toContain('Det er talt siden 23. november 2026');
    expect(html).toContain('23. november 2027');
  });

  test('stands there with its name and is decided about with a reason', async () => {
    await web.database.pool.query(
      `update kept.field set known_since = '2025-11-01' where table_name = 'register.customer' and column_name = 'phone'`,
    );
    expect(await look('unused-fields-reported', '2026-11-23')).toBe('broken');
    expect((await officer().get(FIELDS)).html).toContain('Kunder: Telefonnummer');
    const form = { field: 'register.customer phone', decision: 'keep', reason: 'Vi skal ringe når varer er forsinket' };
    expect((await officer().search(FIELDS, { ...form, reason: '' })).status).toBe(422);
    expect((await officer().search(FIELDS, { ...form, field: 'register.customer email' })).status).toBe(422);
    expect((await officer().search(FIELDS, form)).status).toBe(303);
    expect(await look('unused-fields-reported', '2026-11-23')).toBe('holds');
    expect((await officer().get(FIELDS)).html).toContain('Beholdes, bestemt 23. november 2026');
    expect(await ledger('field-decided')).toHaveLength(1);
  });
});
