/**
 * Values that are planted where people's data lies and must turn up nowhere else: each column has its own, so that a
 * leak says where it came from.
 */
import type { Policy } from '../../src/policy/index.ts';
import type { Pool } from '../../src/postgres/index.ts';

/** In texts, and in the forms that numbers of telephones and companies take. Digests hold no such run by chance. */
const FORMS: readonly RegExp[] = [
  /kanarizq[a-z0-9_.-]*/gi,
  /(?<![0-9a-f])(?:\+|%2B)?4781549\d{6}(?![0-9a-f])/gi,
  /(?<![0-9a-f])93815\d{4}(?![0-9a-f])/gi,
];

/** Each canary that a text holds, once. */
export function canariesIn(text: string): string[] {
  return [...new Set(FORMS.flatMap((form) => text.match(form) ?? []))];
}

/** What somebody types into a form. */
export const typedCanary = (field: string): string => `Kanarizq.typed.${field}`;

export interface Planted {
  /** Columns that hold a canary in every row, or in every one that has a value. */
  readonly columns: readonly string[];
  /** Text columns of people that take none, because of a check on their form. */
  readonly without: readonly string[];
  /** Tables of people that have no row to plant one in. */
  readonly empty: readonly string[];
}

/** Texts of one row; `row` is its number. */
const candidatesFor = (column: number): readonly string[] => [
  `'kanarizq${column}-' || row`,
  `'kanarizq${column}-' || row || '@example.no'`,
  `'+4781549' || lpad('${column}', 2, '0') || lpad(row::text, 4, '0')`,
  `'93815' || lpad(row::text, 4, '0')`,
];

/** By type: what a column that must have a value gets. */
const VALUES = `case format_type(atttypid, null)
  when 'uuid' then 'gen_random_uuid()' when 'boolean' then 'false' when 'bytea' then 'decode(repeat(''00'', 32), ''hex'')'
  when 'date' then 'current_date' when 'timestamp with time zone' then 'now()' when 'jsonb' then '''{}'''
  when 'text' then quote_literal('x' || gen_random_uuid()) else case typcategory when 'A' then '''{}''' else '1' end end`;

/** A row for a table that has none, from what the catalogue asks of it: keys of rows that are there, words of checks. */
async function addRow(owner: Pool, table: string): Promise<boolean> {
  const { rows } = await owner.query<{ names: string; values: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names,
            string_agg(coalesce(
              (select format('(select %I from %s limit 1)', other.attname, confrelid::regclass) from pg_constraint
                 join pg_attribute as other on other.attrelid = confrelid
                   and other.attnum = confkey[array_position(conkey, col.attnum)]
                where conrelid = col.attrelid and contype = 'f' and col.attnum = any (conkey) limit 1),
              (select substring(pg_get_constraintdef(oid) from 'ARRAY\\[(''[^'']*'')') from pg_constraint
                where conrelid = col.attrelid and contype = 'c' and conkey = array[col.attnum] limit 1),
              ${VALUES}), ', ' order by attnum) as values
       from pg_attribute as col join pg_type on pg_type.oid = atttypid
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef
        and attidentity = ''`,
    [table],
  );
  const { names = '', values = '' } = rows[0] ?? {};
  return owner.query(`insert into ${table} (${names}) values (${values})`).then(
    () => true,
    () => false,
  );
}

/** Fills every text column of every table of people, as the owner. Keys are left: they are ids. */
export async function plantCanaries(owner: Pool, policy: Policy): Promise<Planted> {
  const columns: string[] = [];
  const without: string[] = [];
  const empty: string[] = [];
  const tables = Object.values(policy.tables).filter(({ belongsTo }) => belongsTo.kind !== 'nobody');
  for (const guarded of GUARDED) await owner.query(`alter table ${guarded} disable trigger user`);
  for (const { name } of tables) {
    const { rows } = await owner.query<{ filled: boolean }>(`select exists (select from ${name}) as filled`);
    if (rows[0]?.filled !== true && !(await addRow(owner, name))) empty.push(name);
    for (const column of await freeTextColumns(owner, name)) {
      const planted = await plant(owner, name, column, columns.length + 1);
      (planted ? columns : without).push(`${name}.${column}`);
    }
  }
  for (const guarded of GUARDED) await owner.query(`alter table ${guarded} enable trigger user`);
  return { columns, without, empty };
}

/** Documents that never change once they are issued: their guards are off while values are planted. */
const GUARDED = ['register.invoice', 'register.invoice_line', 'register.payout'];

/** Text that is neither a key nor one of a few words that a check lists. */
async function freeTextColumns(owner: Pool, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and atttypid in ('text'::regtype, 'varchar'::regtype)
        and not exists (select from pg_constraint where (conrelid = attrelid or confrelid = attrelid)
              and (contype in ('p', 'f') and (conrelid = attrelid and attnum = any (conkey)
                                              or confrelid = attrelid and attnum = any (confkey))
                or contype = 'c' and conkey = array[attnum] and pg_get_constraintdef(oid) like '%= ANY (ARRAY[%'))
      order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Values that a column's form or the schema refuses. */
const REFUSED = new Set(['23514', '22001', '23505']);

async function plant(owner: Pool, table: string, column: string, number: number): Promise<boolean> {
  // In every row; where some must have none, in those that have a value.
  const rows = ['', `and t."${column}" is not null`];
  for (const [candidate, where] of rows.flatMap((one) => candidatesFor(number).map((text) => [text, one] as const))) {
    const refused = await owner
      .query(
        `update ${table} as t set "${column}" = ${candidate}
           from (select tableoid as part, ctid as place, row_number() over () as row from ${table}) as numbered
          where t.tableoid = part and t.ctid = place ${where}`,
      )
      .then(
        ({ rowCount }) => rowCount === 0,
        (error: { code?: string }) => {
          if (!REFUSED.has(error.code ?? '')) throw error;
          return true;
        },
      );
    if (!refused) return true;
  }
  return false;
}
