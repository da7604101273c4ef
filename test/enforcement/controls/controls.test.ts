/** Every control holds where the promise is kept, and is broken, with the place named, as soon as it is not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTROLS, type ControlOutcome, type SystemUnderControl } from '../../../src/enforcement/index.ts';
import { BREACHES_AT_THE_DESK } from './breaches-at-the-desk.ts';
import { BREACHES_IN_ACCESS } from './breaches-in-access.ts';
import { BREACHES_IN_CONTENT } from './breaches-in-content.ts';
import { BREACHES_IN_CORRESPONDENCE } from './breaches-in-correspondence.ts';
import { BREACHES_IN_DATABASE } from './breaches-in-database.ts';
import { BREACHES_AT_THE_SEND_GATE, BREACHES_IN_MAIL, BREACHES_IN_USE_OF_FIELDS } from './breaches-in-mail.ts';
import { BREACHES_IN_OUTSIDE_DATA } from './breaches-in-outside-data.ts';
import { LAPSES } from './breaches-in-policy.ts';
import { type EasyStep, openEasyStep } from './easy-step.ts';

let easyStep: EasyStep;
beforeAll(async () => {
  easyStep = await openEasyStep();
});
afterAll(() => easyStep.database.close());

async function look(name: string, system: SystemUnderControl = easyStep.system): Promise<ControlOutcome> {
  const control = CONTROLS.find((one) => one.name === name);
  if (control === undefined) throw new Error(`there is no control ${name}`);
  return control.look(system);
}

/** The whole outcome, so that a test that fails says which place was named. */
const inOrder = (outcome: ControlOutcome): unknown => [outcome.status, outcome.evidence.places];

const BREACHES = [
  ...[...BREACHES_IN_DATABASE, ...BREACHES_IN_ACCESS, ...BREACHES_AT_THE_DESK],
  ...[...BREACHES_IN_CONTENT, ...BREACHES_IN_OUTSIDE_DATA, ...BREACHES_IN_MAIL],
  ...[...BREACHES_IN_CORRESPONDENCE, ...BREACHES_AT_THE_SEND_GATE, ...BREACHES_IN_USE_OF_FIELDS],
];

describe('in the live database', () => {
  test.each(BREACHES)('$control is broken when $when', async ({ control, plant, undo, place }) => {
    const { pool, rolePrefix } = easyStep.database;
    const named = (text: string): string =>
      text.replaceAll('ROLE_', `${rolePrefix}_`).replaceAll('STRANGER', `x${rolePrefix}`);
    expect(inOrder(await look(control))).toEqual(['holds', []]);
    await pool.query(named(plant));
    const { status, evidence } = await look(control);
    await pool.query(named(undo));
    expect(status).toBe('broken');
    expect(evidence.places).toEqual([expect.stringContaining(named(place))]);
    expect(inOrder(await look(control))).toEqual(['holds', []]);
  });
});

describe('in the policy and in time', () => {
  test.each(LAPSES)('$control is broken when $when', async ({ control, lapsed, place }) => {
    expect(inOrder(await look(control))).toEqual(['holds', []]);
    const { status, evidence } = await look(control, lapsed(easyStep.system));
    expect(status).toBe('broken');
    expect(evidence.places).toContain(place);
  });
});

test('no breach stands in two lists', () => {
  const told = [...BREACHES, ...LAPSES].map(({ control, when }) => `${control}: ${when}`);
  expect(told.filter((one, at) => told.indexOf(one) !== at)).toEqual([]);
});

test('every control is broken by one of these', () => {
  const broken = [...BREACHES, ...LAPSES].map(({ control }) => control);
  expect(CONTROLS.map(({ name }) => name).filter((name) => !broken.includes(name))).toEqual([]);
});
