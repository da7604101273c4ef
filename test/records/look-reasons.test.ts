/** Why somebody was opened: recorded by the system for who looks, read by the person, and never rewritten. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../../src/enforcement/index.ts';
import { faultOfReason, type RecordSession, reasonStands, recordLookReason } from '../../src/records/index.ts';
import { sessionsOf } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { seededIds } from '../support/fixed.ts';
import { logOf } from '../support/office.ts';
import { addCustomer } from '../support/people.ts';

const newId = seededIds('look reasons');
const SYSTEM: Principal = { kind: 'system', id: 'second look', roles: [] };
const at = new Date('2026-11-23T12:00:00Z');
let web: EasyStepWeb;
let personId: string;
const staffId = newId();

beforeAll(async () => {
  web = await openEasyStepWeb();
  personId = await addCustomer(web.database.pool);
});
afterAll(() => web.close());

const asSecurity = <T>(work: (session: RecordSession) => Promise<T>): Promise<T> =>
  web.enforcement.asPurpose(SYSTEM, 'security', (session) => work(sessionsOf(session).records));

test('a reason stands for the same member of staff, person and purpose, and for no other', async () => {
  const look = { staffId, personId, purpose: 'claims' };
  await asSecurity((session) =>
    recordLookReason(session, { ...look, reasonId: newId(), reason: ' Ringte om en gammel sak ', at }),
  );
  const since = new Date('2026-11-23T00:00:00Z');
  const stands = (other: Partial<typeof look>, from = since): Promise<boolean> =>
    asSecurity((session) => reasonStands(session, { ...look, ...other }, from));
  expect(await stands({})).toBe(true);
  expect(await stands({ purpose: 'disputes' })).toBe(false);
  expect(await stands({ staffId: newId() })).toBe(false);
  expect(await stands({}, new Date('2026-11-23T12:00:01Z'))).toBe(false);
  const { rows } = await web.database.pool.query('select reason from kept.look_reason');
  expect(rows).toEqual([{ reason: 'Ringte om en gammel sak' }]);
});

test('recording a reason is a look that the person finds in their log', async () => {
  const last = (await logOf(web)).find(
    ({ action, tables }) => action === 'write' && tables.includes('kept.look_reason'),
  );
  expect(last).toMatchObject({ purpose: 'security', principal_kind: 'system' });
  expect(last?.data_subjects).toEqual(expect.arrayContaining([personId, staffId]));
});

test('no purpose of the office reads or writes reasons, and a recorded one is not changed', async () => {
  const { pool, rolePrefix } = web.database;
  const { rows } = await pool.query<{ role: string }>(
    `select rolname as role from pg_roles
      where rolname like $1 and has_any_column_privilege(oid, 'kept.look_reason', 'select, insert') order by 1`,
    [`${rolePrefix}\\_%`],
  );
  expect(rows.map(({ role }) => role.slice(rolePrefix.length + 1))).toEqual([
    'privacy_administration',
    'security',
    'self_service',
  ]);
  const rewrite = asSecurity((session) =>
    session.write(
      session.query.updateTable('kept.look_reason').set({ reason: 'Noe annet' }).where('person_id', '=', personId),
    ),
  );
  await expect(rewrite).rejects.toThrow();
});

test('a reason says something, within bounds, and holds no card or identity number', () => {
  expect(faultOfReason('   ok ')).toBe('too-short');
  expect(faultOfReason('x'.repeat(501))).toBe('too-long');
  expect(faultOfReason('Kortet er 4111 1111 1111 1111')).toBe('card-number');
  expect(faultOfReason('Kunden ringte')).toBeNull();
});
