/**
 * What was inferred of people and not told by them: every column that a purpose with profiling keeps says that it is
 * derived, and there is none about anybody who has not said yes to being profiled (P30).
 */
import type { Policy, Purpose } from '../../policy/index.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

const PATTERNS = 'register.purchase_pattern';

export const derivedDataLabelled: Control = {
  name: 'derived-data-labelled',
  label: {
    nb: 'Det som er sluttet om noen, er merket som det, og finnes bare med samtykke',
    en: 'What was inferred of somebody is labelled as such, and exists only with their consent',
  },
  async look(system): Promise<ControlOutcome> {
    const { policy } = system;
    if (policy.tables[PATTERNS] === undefined) return withoutTable(PATTERNS);
    const faults = new Faults();
    const profiling = Object.values(policy.purposes).filter((purpose) => purpose.profiling !== null);
    for (const place of unlabelled(policy, profiling)) faults.add(place);
    for (const place of await withoutConsent(system, profiling)) faults.add(place);
    return faults.outcome(
      {
        nb: 'Alt som er sluttet om noen, er merket som utledet, og den det gjelder, har sagt ja.',
        en: 'All that was inferred of somebody is labelled as derived, and they have said yes.',
      },
      {
        nb: 'Noe som er sluttet om noen, er ikke merket, eller finnes uten samtykke.',
        en: 'Something inferred of somebody is not labelled, or exists without consent.',
      },
      { purposes: profiling.length },
    );
  },
};

/** Columns of the categories that profiling records and that claim to come from somebody. */
function unlabelled(policy: Policy, profiling: readonly Purpose[]): readonly string[] {
  const inferred = new Set(profiling.flatMap(({ records }) => records).filter((name) => name !== 'outgoing-mail'));
  return Object.values(policy.tables).flatMap((table) => {
    const columns = Object.values(table.columns).filter(({ category }) => category !== null && inferred.has(category));
    const told = columns.filter(({ source }) => source !== 'derived' && source !== 'system');
    const none = columns.length > 0 && !columns.some(({ source }) => source === 'derived');
    return [...told.map(({ name }) => `${table.name} ${name}`), ...(none ? [`${table.name}: nothing is derived`] : [])];
  });
}

/** Patterns of people who have not said yes to any purpose that may form them. */
async function withoutConsent(
  { owner }: SystemUnderControl,
  profiling: readonly Purpose[],
): Promise<readonly string[]> {
  const purposes = profiling.filter(({ basis }) => basis === 'consent').map(({ name }) => name);
  const { rows } = await owner.query<{ place: string }>(
    `select '${PATTERNS} ' || pattern.customer_id || ' ' || pattern.pattern_id as place
       from register.purchase_pattern as pattern
      where not exists (
        select from kept.consent_record as given
         where given.person_id = pattern.customer_id and given.purpose = any($1) and given.withdrawn_at is null)
      order by place limit 21`,
    [purposes],
  );
  return rows.map(({ place }) => place);
}
