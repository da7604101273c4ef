/**
 * Runs the controls and says of each promise whether it holds. A promise holds only when every control that it names
 * ran and held; it is broken as soon as one is broken; otherwise it has no control yet, whatever the others found.
 */
import type { LocalizedText, Policy } from '../../policy/index.ts';
import type { Pool } from '../../postgres/index.ts';
import type { Control, ControlOutcome, Evidence, SystemUnderControl } from '../types.ts';

export type ControlStatus = ControlOutcome['status'] | 'not-built';
export type PromiseStatus = 'holds' | 'broken' | 'none';

export interface ControlReport {
  readonly name: string;
  readonly label: LocalizedText | null;
  readonly status: ControlStatus;
  /** Null where no code runs the control yet. */
  readonly evidence: Evidence | null;
  readonly checkedAt: Date | null;
}

export interface PromiseReport {
  readonly id: string;
  readonly label: LocalizedText;
  readonly status: PromiseStatus;
  readonly controls: readonly ControlReport[];
}

export interface Verification {
  readonly promises: readonly PromiseReport[];
  /** Every control that ran, also those that no promise names. */
  readonly controls: readonly ControlReport[];
}

export interface RunOptions {
  /** Before each control, for a terminal. */
  readonly onProgress?: (name: string, done: number, of: number) => void;
  /** Whether the results go into `kept.control_result`; where only reading is allowed, not. */
  readonly store?: boolean;
}

/**
 * Runs all `controls` one after the other and judges the promises of `policy`.
 * @returns the table of promises; controls that throw count as broken.
 */
export async function runControls(
  system: SystemUnderControl,
  controls: readonly Control[],
  policy: Policy,
  options: RunOptions = {},
): Promise<Verification> {
  const reports: ControlReport[] = [];
  for (const control of controls) {
    options.onProgress?.(control.name, reports.length, controls.length);
    const outcome = await look(control, system);
    reports.push({ name: control.name, label: control.label, ...outcome, checkedAt: system.now() });
  }
  if (options.store !== false) await storeResults(system.owner, reports);
  return { promises: judgePromises(policy, reports), controls: reports };
}

async function look(control: Control, system: SystemUnderControl): Promise<ControlOutcome> {
  try {
    return await control.look(system);
  } catch (error) {
    return { status: 'broken', evidence: evidenceOfError(error) };
  }
}

/** Only the error's kind and code are told: its message may quote a row. */
function evidenceOfError(error: unknown): Evidence {
  const kind = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return {
    summary: {
      nb: 'Kontrollen stanset med en feil, og sier derfor ikke at løftet holdes.',
      en: 'The control ended with an error, and so it does not say that the promise holds.',
    },
    facts: { error: kind, code },
    places: [],
  };
}

/** What the results say of each promise, in the order of the policy. */
export function judgePromises(policy: Policy, reports: readonly ControlReport[]): PromiseReport[] {
  const byName = new Map(reports.map((report) => [report.name, report]));
  return Object.values(policy.promises).map((promise) => {
    const own = promise.controls.map((name) => byName.get(name) ?? notBuilt(name));
    return { id: promise.id, label: promise.label, status: judge(own), controls: own };
  });
}

function notBuilt(name: string): ControlReport {
  return { name, label: null, status: 'not-built', evidence: null, checkedAt: null };
}

function judge(reports: readonly ControlReport[]): PromiseStatus {
  if (reports.some(({ status }) => status === 'broken')) return 'broken';
  return reports.length > 0 && reports.every(({ status }) => status === 'holds') ? 'holds' : 'none';
}

async function storeResults(owner: Pool, reports: readonly ControlReport[]): Promise<void> {
  const rows = reports.map(({ name, status, evidence, checkedAt }) => ({ name, status, evidence, at: checkedAt }));
  await owner.query(
    `insert into kept.control_result (control, status, evidence, checked_at)
       select name, status, evidence, at
         from jsonb_to_recordset($1::jsonb) as result (name text, status text, evidence jsonb, at timestamptz)
     on conflict (control) do update
       set status = excluded.status, evidence = excluded.evidence, checked_at = excluded.checked_at`,
    [JSON.stringify(rows)],
  );
}

interface ResultRow {
  readonly control: string;
  readonly status: ControlOutcome['status'];
  readonly evidence: Evidence;
  readonly checked_at: Date;
}

/** The results of the last run, for the evidence board; controls that are gone are left out. */
export async function readResults(pool: Pick<Pool, 'query'>, controls: readonly Control[]): Promise<ControlReport[]> {
  const { rows } = await pool.query<ResultRow>('select control, status, evidence, checked_at from kept.control_result');
  const labels = new Map(controls.map((control) => [control.name, control.label]));
  return rows.flatMap((row) => {
    const label = labels.get(row.control);
    const { status, evidence, checked_at: checkedAt } = row;
    return label === undefined ? [] : [{ name: row.control, label, status, evidence, checkedAt }];
  });
}
