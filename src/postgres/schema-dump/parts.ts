/** What hangs on tables in the schema dump: constraints, indexes, triggers with the state they are in. */
import type { PoolClient } from '../pool.ts';
import { linesOf, OWN_SCHEMAS, PASSING } from './reading.ts';

/** Keys before what refers to them. Inherited ones come with their partition; nullability stands at the column. */
export const constraintsOf = (client: PoolClient): Promise<string> =>
  linesOf(
    client,
    `select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(con.oid)) as line
       from pg_constraint as con join pg_class on pg_class.oid = conrelid
       join pg_namespace on pg_namespace.oid = relnamespace
      where ${OWN_SCHEMAS} and contype in ('p', 'u', 'c', 'x', 'f') and conparentid = 0 and coninhcount = 0
        and not (${PASSING})
      order by contype = 'f', contype in ('c', 'x'), 1`,
  );

export const indexesOf = (client: PoolClient): Promise<string> =>
  linesOf(
    client,
    `select pg_get_indexdef(indexrelid) as line
       from pg_index join pg_class on pg_class.oid = indexrelid join pg_namespace on pg_namespace.oid = relnamespace
      where ${OWN_SCHEMAS} and not relispartition and not (${PASSING})
        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
      order by 1`,
  );

const STATES = `case tgenabled when 'D' then 'disable' when 'A' then 'enable always' when 'R' then 'enable replica' end`;

export const triggersOf = (client: PoolClient): Promise<string> =>
  linesOf(
    client,
    `select pg_get_triggerdef(trg.oid)
              || coalesce(format(E';\nalter table %s ', tgrelid::regclass) || ${STATES} || format(' trigger %I', tgname), '')
              as line
       from pg_trigger as trg join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
      where ${OWN_SCHEMAS} and not tgisinternal and tgparentid = 0 and not (${PASSING})
      order by tgrelid::regclass::text, tgname`,
  );
