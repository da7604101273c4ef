/**
 * Goes through the log of days that are over: counts what each member of staff looked at, when they last acted for each
 * purpose, and keeps what is out of the ordinary. Done once a day as the database's owner, so that finding out does not
 * itself become a look at everybody; it stores counts and no customer. Each day can be done again.
 */
import { Temporal } from 'temporal-polyfill';
import type { Policy } from '../../../policy/index.ts';
import { inTransaction, type Pool, type PoolClient } from '../../../postgres/index.ts';
import { dayAt } from '../../calendar/day-at.ts';
import { isPublicHoliday } from '../../calendar/holidays.ts';
import { literal } from '../../compile/sql.ts';
import { type DayOfLooks, judgeDay, type UsualLooks } from './judge-day.ts';

/** Days that are made up for when nothing ran. */
const MOST_DAYS_BACK = 7;
/** Days before that say what is usual. */
const DAYS_COMPARED = 28;

export interface CountDays {
  readonly policy: Policy;
  readonly now: Date;
  readonly newId: () => string;
}

/** @returns The days that were gone through. */
export async function countDaysOfLooks(owner: Pool, { policy, now, newId }: CountDays): Promise<readonly string[]> {
  const today = Temporal.PlainDate.from(dayAt(now, policy.controller.timeZone));
  const { rows } = await owner.query<{ until: string | null }>(
    `select value #>> '{}' as until from kept.setting where name = $1`,
    [DONE_UNTIL],
  );
  const earliest = today.subtract({ days: MOST_DAYS_BACK });
  const done = rows[0]?.until ?? null;
  let day = done === null ? earliest : Temporal.PlainDate.from(done).add({ days: 1 });
  if (Temporal.PlainDate.compare(day, earliest) < 0) day = earliest;
  const counted: string[] = [];
  for (; Temporal.PlainDate.compare(day, today) < 0; day = day.add({ days: 1 })) {
    const text = day.toString();
    await inTransaction(owner, (client) => countDay(client, { policy, day: text, now, newId }));
    counted.push(text);
  }
  return counted;
}

const DONE_UNTIL = 'looks-counted-until';

interface OneDay extends CountDays {
  readonly day: string;
}

async function countDay(client: PoolClient, one: OneDay): Promise<void> {
  const { day } = one;
  await client.query(`select pg_advisory_xact_lock(hashtextextended('kept looks of a day', 0))`);
  await client.query('delete from kept.staff_day where day = $1', [day]);
  await client.query(countsSql(one));
  await client.query(usesSql(one));
  for (const { staff, ...counts } of await comparedWithUsual(client, one)) {
    for (const finding of judgeDay(counts.day, counts.usual, one.policy.security.unusualLooks)) {
      await client.query(
        `insert into kept.look_finding (staff_id, finding_id, kind, day, figure, usual, threshold, found_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (staff_id, kind, day) do update set figure = excluded.figure, usual = excluded.usual
           where look_finding.looked_into_at is null`,
        [staff, one.newId(), finding.kind, day, finding.figure, finding.usual, finding.threshold, one.now],
      );
    }
  }
  await client.query(
    `insert into kept.setting (name, value) values ($1, to_jsonb($2::text))
     on conflict (name) do update set value = excluded.value where kept.setting.value < excluded.value`,
    [DONE_UNTIL, day],
  );
}

/** The entries of the day that staff made on people, with the time as the clock on the company's wall had it. */
function entriesSql({ policy, day }: OneDay): string {
  const zone = literal(policy.controller.timeZone);
  return `select entry.principal_id::uuid as staff_id, entry.data_subjects, shape.purpose,
                 (entry.at at time zone ${zone})::time as clock
            from kept.access_log as entry join kept.access_shape as shape using (shape_id)
           where entry.at >= ${literal(day)}::timestamp at time zone ${zone}
             and entry.at < (${literal(day)}::date + 1)::timestamp at time zone ${zone}
             and entry.principal_kind = 'staff' and shape.action in ('read', 'write', 'export', 'count')`;
}

/** Who is gone is not counted: their row is deleted, and with it what would be compared. */
const ofStaff = (one: OneDay): string =>
  `select * from (${entriesSql(one)}) as looked where exists (select from kept.staff where staff.staff_id = looked.staff_id)`;

function countsSql(one: OneDay): string {
  const { policy, day } = one;
  const { workingHours, workingDays } = policy.security.unusualLooks;
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  const works = workingDays.includes(weekday) && !isPublicHoliday(day, policy.controller.address.country);
  const inside = works
    ? `(clock >= ${literal(workingHours.from)}::time and clock < ${literal(workingHours.until)}::time)`
    : 'false';
  return `with looked as (${ofStaff(one)}),
               met as (select staff_id, count(distinct person) as people
                         from looked cross join unnest(data_subjects) as person where person <> staff_id group by 1)
          insert into kept.staff_day (staff_id, day, people, looks, looks_outside)
          select staff_id, ${literal(day)}, coalesce(max(met.people), 0), count(*), count(*) filter (where not ${inside})
            from looked left join met using (staff_id) group by 1`;
}

const usesSql = (one: OneDay): string =>
  `insert into kept.staff_use (staff_id, purpose, last_used_on)
   select distinct staff_id, purpose, ${literal(one.day)}::date from (${ofStaff(one)}) as looked
   on conflict (staff_id, purpose) do update set last_used_on = greatest(staff_use.last_used_on, excluded.last_used_on)`;

interface Compared {
  readonly staff: string;
  readonly day: DayOfLooks;
  readonly usual: UsualLooks;
}

async function comparedWithUsual(client: PoolClient, one: OneDay): Promise<readonly Compared[]> {
  const { rows } = await client.query<{
    staff: string;
    people: number;
    outside: number;
    days: number;
    usual_people: number;
    usual_outside: number;
    same_surname: number;
  }>(
    `with looked as (${ofStaff(one)}),
          usual as (select staff_id, count(*) as days, avg(people)::float8 as people, avg(looks_outside)::float8 as outside
                      from kept.staff_day
                     where day < ${literal(one.day)}::date and day >= ${literal(one.day)}::date - ${DAYS_COMPARED}
                     group by 1),
          ${sameSurnameSql(one)}
     select today.staff_id as staff, today.people, today.looks_outside as outside, coalesce(usual.days, 0) as days,
            coalesce(usual.people, 0) as usual_people, coalesce(usual.outside, 0) as usual_outside,
            coalesce(kin.people, 0) as same_surname
       from kept.staff_day as today left join usual using (staff_id) left join kin using (staff_id)
      where today.day = ${literal(one.day)} order by 1`,
  );
  return rows.map((row) => ({
    staff: row.staff,
    day: { people: row.people, looksOutside: row.outside, sameSurname: row.same_surname },
    usual: {
      days: row.days,
      people: Math.round(row.usual_people * 10) / 10,
      looksOutside: Math.round(row.usual_outside * 10) / 10,
    },
  }));
}

/** The last word of a name, in lower case. */
const surname = (name: string): string => `regexp_replace(lower(btrim(${name})), '^.*\\s', '')`;

/**
 * Private customers who were opened one by one and have the surname of whoever opened them. A list of a page holds many
 * by accident; a surname that many share says nothing.
 */
function sameSurnameSql({ policy }: OneDay): string {
  if (policy.tables['register.customer'] === undefined) {
    return 'kin as (select null::uuid as staff_id, 0 as people where false)';
  }
  return `opened as (select distinct staff_id, data_subjects[1] as person from looked where cardinality(data_subjects) = 1),
          alike as (
            select staff.staff_id, ${surname('staff.name')} as called,
                   (select count(*) from (select from register.customer as other
                                           where other.kind = 'private' and ${surname('other.legal_name')} = ${surname('staff.name')}
                                           limit ${policy.security.unusualLooks.surnameSharedBy + 1}) as few) as shared
              from kept.staff as staff where staff.staff_id in (
                select opened.staff_id from opened join register.customer as customer on customer.customer_id = opened.person
                  join kept.staff as looker on looker.staff_id = opened.staff_id
                 where customer.kind = 'private' and ${surname('customer.legal_name')} = ${surname('looker.name')})),
          kin as (
            select opened.staff_id, count(*) as people
              from opened join register.customer as customer on customer.customer_id = opened.person
              join alike using (staff_id)
             where customer.kind = 'private' and ${surname('customer.legal_name')} = alike.called
               and alike.shared <= ${policy.security.unusualLooks.surnameSharedBy}
             group by 1)`;
}
