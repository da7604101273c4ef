/** What a person is told of a purpose is what the database does: tried for every purpose and every mix of choices. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChoices, standingOf } from '../../src/records/index.ts';
import { sessionsOf } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { addCustomer, giveConsent, object, withdrawConsent } from '../support/people.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb();
});
afterAll(() => web.close());

const ACTS = ['consents', 'withdraws', 'objects', 'is restricted'] as const;
const MIXES = Array.from({ length: 2 ** ACTS.length }, (_, bits) => ACTS.filter((_act, at) => bits & (1 << at)));

async function personWho(acts: readonly (typeof ACTS)[number][]): Promise<string> {
  const { pool } = web.database;
  const person = await addCustomer(pool);
  for (const purpose of Object.values(web.policy.purposes)) {
    if (acts.includes('consents') && purpose.basis === 'consent') await giveConsent(pool, person, purpose.name);
    if (acts.includes('withdraws')) await withdrawConsent(pool, person, purpose.name);
    if (acts.includes('objects')) await object(pool, person, purpose.name);
  }
  if (acts.includes('is restricted')) {
    await pool.query(
      `insert into kept.restriction (person_id, restriction_id, ground, since) values ($1, gen_random_uuid(), 'accuracy', now())`,
      [person],
    );
  }
  return person;
}

test.each(MIXES)('whoever does %j is told of each purpose what the database admits', async (...acts) => {
  const person = await personWho(acts);
  const { rows } = await web.database.pool.query<{ name: string; admitted: boolean }>(
    `select name, kept.person_permits($1) & (1::bigint << bit::integer) <> 0 as admitted from kept.purpose`,
    [person],
  );
  const admitted = rows.filter((row) => row.admitted).map(({ name }) => name);
  const me = { kind: 'data-subject', id: person, roles: [] } as const;
  const choices = await web.enforcement.asPurpose(me, 'self-service', (session) =>
    readChoices(sessionsOf(session).records, person),
  );
  const told = Object.values(web.policy.purposes).filter((purpose) => standingOf(purpose, choices).kind === 'in-force');
  expect(told.map(({ name }) => name).sort()).toEqual(admitted.sort());
});
