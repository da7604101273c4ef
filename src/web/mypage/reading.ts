/** Gathers what the pages about one's data show: rows by category, with the names of what they point at. */
import {
  categoriesOfTable,
  countHoldings,
  type HeldRow,
  type HeldTable,
  heldTables,
  kindsOfPerson,
  readHeldRows,
} from '../../enforcement/index.ts';
import type { Category, DataSubjectKind, Language, Policy } from '../../policy/index.ts';
import { readOrderNumbers, readProductNames } from '../../register/index.ts';
import type { Sessions } from '../web-parts.ts';
import { MY_PURPOSE } from './my-frame.tsx';
import type { Wording } from './value-in-words.ts';

/** Rows of a table that the list of all categories looks at, and shows of each category, at most. */
const ROWS_AT_A_GLANCE = 10;
const SHOWN_AT_A_GLANCE = 2;
/** Rows of a table on a category's own page. */
export const ROWS_A_PAGE = 25;

export interface TableOfCategory {
  readonly held: HeldTable;
  /** Rows that say something in the category. */
  readonly rows: readonly HeldRow[];
  /** Where the table goes on; null at its end. */
  readonly next: string | null;
}

export interface CategoryHeld {
  readonly category: Category;
  /** Entries in all. */
  readonly count: number;
  readonly tables: readonly TableOfCategory[];
}

export interface MyHoldings {
  readonly kinds: readonly DataSubjectKind[];
  /** In the order of the policy; those with nothing too. */
  readonly categories: readonly CategoryHeld[];
  readonly wording: Wording;
}

/** Entries by category. */
export async function countByCategory({ held }: Sessions, policy: Policy): Promise<ReadonlyMap<string, number>> {
  const total = new Map<string, number>();
  for (const { byCategory } of await countHoldings(held, heldTables(policy, MY_PURPOSE))) {
    for (const [category, count] of Object.entries(byCategory)) {
      total.set(category, (total.get(category) ?? 0) + count);
    }
  }
  return total;
}

/** Where people's names stand; sign-in knows customers by their address alone. */
const NAMES: Readonly<Record<string, string>> = {
  'register.customer': 'legal_name',
  'register.contact_person': 'full_name',
  'kept.staff': 'name',
};

/** What the person is called in the register; null where they have no row with a name. */
export async function readOwnName({ held }: Sessions, kinds: readonly DataSubjectKind[]): Promise<string | null> {
  for (const { table, key } of kinds) {
    const name = table === null ? undefined : NAMES[table];
    if (table === null || key === null || name === undefined) continue;
    const named = held.query.selectFrom(table).select([key, name]).where(key, '=', held.principal.id).limit(1);
    const [row]: Readonly<Record<string, unknown>>[] = await held.read(named);
    const value = row?.[name];
    if (typeof value === 'string') return value;
  }
  return null;
}

/** The person's own address, and whether somebody has opened a link that was mailed there; null where they have none. */
export async function readOwnAddress(
  { held }: Sessions,
  kinds: readonly DataSubjectKind[],
): Promise<OwnAddress | null> {
  for (const { table, key } of kinds) {
    if (table === null || key === null || !ADDRESSES_OF.includes(table)) continue;
    const asked = held.query.selectFrom(table).select([key, 'email', 'email_verified_at']);
    const [row]: Readonly<Record<string, unknown>>[] = await held.read(
      asked.where(key, '=', held.principal.id).limit(1),
    );
    if (typeof row?.email === 'string') return { email: row.email, confirmed: row.email_verified_at !== null };
  }
  return null;
}

export interface OwnAddress {
  readonly email: string;
  readonly confirmed: boolean;
}

/** Where it stands whether an address was confirmed. */
const ADDRESSES_OF: readonly string[] = ['register.customer', 'register.contact_person'];

/** All categories, a few rows of each. */
export async function readAtAGlance(sessions: Sessions, policy: Policy, language: Language): Promise<MyHoldings> {
  const pages = await Promise.all(
    heldTables(policy, MY_PURPOSE).map(async (held) => ({
      held,
      ...(isTold(held) ? NO_ROWS : await readHeldRows(sessions.held, held, { limit: ROWS_AT_A_GLANCE })),
    })),
  );
  const counts = await countByCategory(sessions, policy);
  const categories = Object.values(policy.categories).map((category) => ({
    category,
    count: counts.get(category.name) ?? 0,
    tables: pages.flatMap((page) => inCategory(page, category, SHOWN_AT_A_GLANCE)),
  }));
  return await withNames(sessions, policy, language, categories);
}

/** One category, from the first row of each of its tables, or from a place in one of them. */
export async function readCategory(
  sessions: Sessions,
  policy: Policy,
  language: Language,
  { category, table, after }: { readonly category: Category; readonly table?: string; readonly after?: string },
): Promise<MyHoldings> {
  const tables = heldTables(policy, MY_PURPOSE)
    .filter((held) => categoriesOfTable(held).includes(category.name))
    .filter((held) => table === undefined || held.table.name === table);
  const pages = await Promise.all(
    tables.map(async (held) => {
      const page = isTold(held) ? NO_ROWS : await readHeldRows(sessions.held, held, { limit: ROWS_A_PAGE, after });
      return inCategory({ held, ...page }, category, ROWS_A_PAGE);
    }),
  );
  const counts = await countByCategory(sessions, policy);
  const one = { category, count: counts.get(category.name) ?? 0, tables: pages.flat() };
  return await withNames(sessions, policy, language, [one]);
}

/** The access log has a page of its own, where an entry is a sentence. */
const isTold = ({ table }: HeldTable): boolean => table.belongsTo.kind === 'listed';

const NO_ROWS = { rows: [], next: null } as const;

function inCategory(page: TableOfCategory, { name }: Category, most: number): TableOfCategory[] {
  if (isTold(page.held)) return categoriesOfTable(page.held).includes(name) ? [page] : [];
  const saying = page.rows.filter(({ values }) =>
    values.some(({ column, value }) => column.category === name && value !== null),
  );
  const rows = newestFirst(page.held, saying).slice(0, most);
  return rows.length === 0 && page.next === null ? [] : [{ ...page, rows }];
}

/** By the first column of the row that a rule counts from: the time at which it came about. */
function newestFirst({ table, rules }: HeldTable, rows: readonly HeldRow[]): readonly HeldRow[] {
  const dated = rules.map(({ after }) => after).flatMap(eventColumns);
  const column = dated.find((one) => one.table === table.name)?.column;
  const timeOf = ({ values }: HeldRow): number => {
    const value = values.find((one) => one.column.name === column)?.value;
    return value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : 0;
  };
  return column === undefined ? rows : [...rows].sort((one, other) => timeOf(other) - timeOf(one));
}

type Event = HeldTable['rules'][number]['after'];

function eventColumns(event: Event): readonly (Event & { kind: 'column' })[] {
  switch (event.kind) {
    case 'column':
      return [event];
    case 'latest':
      return event.of.flatMap(eventColumns);
    case 'end-of-year':
      return eventColumns(event.of);
    default:
      return event satisfies never;
  }
}

async function withNames(
  sessions: Sessions,
  policy: Policy,
  language: Language,
  categories: readonly CategoryHeld[],
): Promise<MyHoldings> {
  const rows = categories.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
  const texts = (values: readonly unknown[]): string[] => [
    ...new Set(values.filter((value) => typeof value === 'string')),
  ];
  const productIds = rows.flatMap(({ values }) =>
    values.filter(({ column }) => column.name === 'product_id').map(({ value }) => value),
  );
  const [kinds, products, orders] = await Promise.all([
    kindsOfPerson(sessions.held, policy),
    readProductNames(sessions.register, texts(productIds)),
    readOrderNumbers(sessions.register, texts(rows.map(({ links }) => links.order_id))),
  ]);
  const named = [...products].map(([id, { name_nb, name_en }]) => [id, language === 'nb' ? name_nb : name_en] as const);
  return { kinds, categories, wording: { policy, language, products: new Map(named), orders } };
}
