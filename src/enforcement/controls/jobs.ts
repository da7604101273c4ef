/**
 * Jobs carry ids: what waits in the job tables, or failed there, must not become a second place where people's data
 * lies. Only the shapes of values are looked at, and told by job and path.
 */
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, notRun } from './outcome.ts';

/**
 * Values that are harmless in a job: ids, digests, points in time, periods, names from the policy or of a page. In
 * Postgres's words, so that jobs are sorted out where they lie.
 */
const HARMLESS = [
  '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  '[0-9a-f]{32,128}',
  '[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+)?)?',
  'P[0-9A-Z]+',
  '[a-z][a-z0-9]*([-_./][a-z0-9]+)*',
  '[0-9]{1,6}',
  '',
];

/** Every text inside a job's data, however deep, that is not harmless; keys of objects count as texts too. */
const JOBS_WITH_TEXT = `
  select distinct job.name || ' ' || job.id as place
    from pgboss.job job,
         lateral jsonb_path_query(job.data::jsonb, 'strict $.**') as found
   where jsonb_typeof(found) = 'string' and (found #>> '{}') !~ $1
   order by 1 limit 1000`;

/** What a job answered, or how it failed: stack traces are text by nature, so here addresses and numbers are sought. */
const OUTPUTS_WITH_VALUES = `
  select job.name || ' ' || job.id || ' output' as place
    from pgboss.job job
   where job.output::text ~ '[^[:space:]"@]@[^[:space:]"@]+[.][a-z]' or job.output::text ~ '[+]47[0-9]{8}'
   order by 1 limit 1000`;

export const jobsCarryIds: Control = {
  name: 'jobs-carry-ids',
  label: { nb: 'Jobber bærer id-er, aldri personopplysninger', en: 'Jobs carry ids, never personal values' },
  async look(system): Promise<ControlOutcome> {
    if (!(await hasJobs(system))) {
      return notRun({ nb: 'Databasen har ingen jobbtabeller ennå.', en: 'The database has no job tables yet.' });
    }
    const faults = new Faults();
    const { rows } = await system.owner.query<{ place: string }>(JOBS_WITH_TEXT, [`^(${HARMLESS.join('|')})$`]);
    const { rows: outputs } = await system.owner.query<{ place: string }>(OUTPUTS_WITH_VALUES);
    for (const { place } of [...rows, ...outputs]) faults.add(`pgboss.job ${place}`);
    const { rows: totals } = await system.owner.query<{ jobs: string }>('select count(*) as jobs from pgboss.job');
    return faults.outcome(
      { nb: 'Jobbene bærer bare id-er og navn.', en: 'Jobs carry ids and names only.' },
      { nb: 'En jobb bærer tekst som ikke er en id.', en: 'A job carries text that is not an id.' },
      { jobs: Number(totals[0]?.jobs ?? 0) },
    );
  },
};

async function hasJobs({ owner }: SystemUnderControl): Promise<boolean> {
  const { rows } = await owner.query<{ found: boolean }>(`select to_regclass('pgboss.job') is not null as found`);
  return rows[0]?.found ?? false;
}
