/** What stands beside tables in the schema dump: constraints, indexes, functions, triggers with the state they are in. */
import type { PoolClient } from '../pool.ts';
import { PASSING, partsOf, type SchemaPart } from './reading.ts';

/** Keys before what refers to them. Inherited ones come with their partition; nullability stands at the column. */
export const constraintsOf = (client: PoolClient, schemas: string): Promise<SchemaPart[]> =>
  partsOf(
    client,
    `select format('constraint %s %I', conrelid::regclass, conname) as name,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(con.oid)) as sql
       from pg_constraint as con join pg_class on pg_class.oid = conrelid
       join pg_namespace on pg_namespace.oid = relnamespace
      where ${schemas} and contype in ('p', 'u', 'c', 'x', 'f') and conparentid = 0 and coninhcount = 0
        and not (${PASSING})
      order by contype = 'f', contype in ('c', 'x'), 1`,
  );

export const indexesOf = (client: PoolClient, schemas: string): Promise<SchemaPart[]> =>
  partsOf(
    client,
    `select format('index %s %I', indrelid::regclass, relname) as name, pg_get_indexdef(indexrelid) as sql
       from pg_index join pg_class on pg_class.oid = indexrelid join pg_namespace on pg_namespace.oid = relnamespace
      where ${schemas} and not relispartition and not (${PASSING})
        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
      order by 1`,
  );

/** Whole, with how they run: the body, as whom, with which settings. */
export const functionsOf = (client: PoolClient, schemas: string): Promise<SchemaPart[]> =>
  partsOf(
    client,
    `select format('function %s', pg_proc.oid::regprocedure) as name,
            trim(trailing E'\n' from pg_get_functiondef(pg_proc.oid)) as sql
       from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where ${schemas} and prokind in ('f', 'p') order by 1`,
  );

const STATES = `case tgenabled when 'D' then 'disable' when 'A' then 'enable always' when 'R' then 'enable replica' end`;

export const triggersOf = (client: PoolClient, schemas: string): Promise<SchemaPart[]> =>
  partsOf(
    client,
    `select format('trigger %s %I', tgrelid::regclass, tgname) as name,
            pg_get_triggerdef(trg.oid)
              || coalesce(format(E';\nalter table %s ', tgrelid::regclass) || ${STATES} || format(' trigger %I', tgname), '')
              as sql
       from pg_trigger as trg join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
      where ${schemas} and not tgisinternal and tgparentid = 0 and not (${PASSING})
      order by 1`,
  );
