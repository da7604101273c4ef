/** A day of the access log is sealed in the ledger when it is over: what is taken out or changed afterwards is seen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTROLS, type SystemUnderControl, sealYesterday } from '../../../src/enforcement/index.ts';
import { type EasyStep, openEasyStep } from '../controls/easy-step.ts';

let easyStep: EasyStep;
const NOW = '2026-11-23T12:00:00Z';

beforeAll(async () => {
  easyStep = await openEasyStep();
  await easyStep.database.pool.query(
    `insert into kept.access_log (at, shape_id, principal_kind, principal_id, data_subjects)
     select '2026-11-22T10:00:00Z'::timestamptz + make_interval(secs => n), 0, 'staff', 'somebody', '{}' from generate_series(1, 50) as n`,
  );
});
afterAll(() => easyStep.database.close());

async function places(system: SystemUnderControl = easyStep.system): Promise<readonly string[]> {
  const control = CONTROLS.find(({ name }) => name === 'access-log-complete');
  return (await control?.look(system))?.evidence.places ?? ['no control'];
}

test('a day is sealed once, and the log that is as it was agrees with its seal', async () => {
  const { pool } = easyStep.database;
  expect(await sealYesterday(pool, new Date(NOW))).toBe(true);
  expect(await sealYesterday(pool, new Date(NOW))).toBe(false);
  expect(await places()).toEqual([]);
});

test('an entry that is taken out, or put on somebody else, is seen', async () => {
  const { pool } = easyStep.database;
  await pool.query(
    `update kept.access_log set principal_id = 'another' where entry_id = (select min(entry_id) from kept.access_log)`,
  );
  expect(await places()).toEqual(['kept.access_log 2026-11-22: changed since it was sealed']);
  await pool.query('delete from kept.access_log where entry_id = (select min(entry_id) from kept.access_log)');
  expect(await places()).toEqual(['kept.access_log 2026-11-22: 50 entries when sealed, 49 now']);
});

test('taking a person out of the entries, as erasing them does, leaves the seals whole', async () => {
  const other = await openEasyStep();
  const { pool } = other.database;
  await pool.query(
    `insert into kept.access_log (at, shape_id, principal_kind, principal_id, data_subjects)
     values ('2026-11-22T10:00:00Z', 0, 'staff', 'somebody', array[gen_random_uuid(), gen_random_uuid()])`,
  );
  await sealYesterday(pool, new Date(NOW));
  await pool.query('update kept.access_log set data_subjects = data_subjects[1:1]');
  expect(await places(other.system)).toEqual([]);
  await other.database.close();
});
