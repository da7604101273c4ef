/** A run of all controls whose answers are given, stored as `kept verify` stores one. */
import { CONTROLS, type Control, type ControlOutcome, runControls } from '../../src/enforcement/index.ts';
import type { EasyStepWeb } from './easy-step-web.ts';

/** @param at When the run was; the clock of the test's web application stands at 2026-11-23T12:00:00Z. */
export async function storeRun(
  { policy, database }: Pick<EasyStepWeb, 'policy' | 'database'>,
  outcomeOf: (control: string) => ControlOutcome['status'],
  at = '2026-11-23T09:00:00Z',
): Promise<void> {
  const controls: Control[] = CONTROLS.map(({ name, label }) => ({
    name,
    label,
    look: async () => {
      const status = outcomeOf(name);
      const summary = { nb: `Funn av ${name}.`, en: `Finding of ${name}.` };
      return { status, evidence: { summary, facts: { rows: 3 }, places: status === 'broken' ? [`sted ${name}`] : [] } };
    },
  }));
  const system = {
    ...{ policy, owner: database.pool, now: () => new Date(at), fetchPage: null },
    ...{ witnessedCheckpoints: async () => [], ledgerVerifierKey: '' },
  };
  await runControls(system, controls, policy);
}
