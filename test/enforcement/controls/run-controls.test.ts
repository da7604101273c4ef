/** What the controls found becomes what is said of each promise, and is kept for the evidence board. */
import { describe, expect, test } from 'vitest';
import {
  type Control,
  type ControlOutcome,
  type ControlReport,
  readResults,
  runControls,
  type SystemUnderControl,
  somethingBroken,
} from '../../../src/enforcement/index.ts';
import type { Policy } from '../../../src/policy/index.ts';
import { withDatabase } from '../../support/database.ts';
import { fixedClock } from '../../support/fixed.ts';
import { tradePolicy } from '../../support/trade-policy.ts';

const SUMMARY = { nb: 'Sett på.', en: 'Looked at.' };

const control = (name: string, status: ControlOutcome['status']): Control => ({
  name,
  label: { nb: name, en: name },
  look: async () => ({ status, evidence: { summary: SUMMARY, facts: {}, places: [] } }),
});

const failing: Control = {
  ...control('failing', 'holds'),
  look: async () => Promise.reject(Object.assign(new Error('the row of Prøve Person'), { code: '22P02' })),
};

const CONTROLS = [control('good', 'holds'), control('bad', 'broken'), control('absent', 'not-run'), failing];

/** The trade policy with one promise, which names these controls. */
function promising(names: readonly string[]): Policy {
  const { policy } = tradePolicy();
  return { ...policy, promises: { P1: { id: 'P1', label: SUMMARY, controls: names } } };
}

function systemOf(owner: SystemUnderControl['owner'], policy: Policy): SystemUnderControl {
  const { now } = fixedClock('2026-11-23T12:00:00Z');
  const witnessedCheckpoints = async (): Promise<readonly string[]> => [];
  return { policy, owner, now, fetchPage: null, witnessedCheckpoints, ledgerVerifierKey: '' };
}

const JUDGED: readonly (readonly [controls: readonly string[], status: string])[] = [
  [['good'], 'holds'],
  [['good', 'good'], 'holds'],
  [['good', 'bad'], 'broken'],
  [['bad', 'nobody-built-this'], 'broken'],
  [['good', 'nobody-built-this'], 'none'],
  [['good', 'absent'], 'none'],
  [['failing'], 'broken'],
  [[], 'none'],
];

describe('promises', () => {
  test('a promise holds only when every control that it names ran and held', async () => {
    await withDatabase(async ({ pool }) => {
      for (const [names, status] of JUDGED) {
        const policy = promising(names);
        const { promises } = await runControls(systemOf(pool, policy), CONTROLS, policy, { store: false });
        expect([names, promises[0]?.status]).toEqual([names, status]);
      }
      expect(await readResults(pool, CONTROLS)).toEqual([]);
    });
  });

  test('a control that fails says its kind of error and never the words, which may quote a row', async () => {
    await withDatabase(async ({ pool }) => {
      const policy = promising(['failing']);
      const found = await runControls(systemOf(pool, policy), [failing], policy);
      expect(found.controls[0]?.evidence?.facts).toEqual({ error: 'Error', code: '22P02' });
      expect(JSON.stringify(found)).not.toContain('Prøve');
      expect(somethingBroken(found)).toBe(true);
    });
  });

  test('the last results are kept, and those of controls that are gone are left out', async () => {
    await withDatabase(async ({ pool }) => {
      const policy = promising(['good']);
      const system = systemOf(pool, policy);
      await runControls(system, [control('good', 'broken'), control('gone', 'holds')], policy);
      await runControls(system, CONTROLS, policy);
      const statuses = (reports: readonly ControlReport[]): string[] =>
        reports.map(({ name, status, checkedAt }) => `${name} ${status} ${checkedAt?.toISOString()}`).sort();
      expect(statuses(await readResults(pool, CONTROLS))).toEqual([
        'absent not-run 2026-11-23T12:00:00.000Z',
        'bad broken 2026-11-23T12:00:00.000Z',
        'failing broken 2026-11-23T12:00:00.000Z',
        'good holds 2026-11-23T12:00:00.000Z',
      ]);
    });
  });
});
