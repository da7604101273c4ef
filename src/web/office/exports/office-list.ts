/**
 * A list of the office as a file. A noun says in its own folder what its list is and how it is read, and puts it among
 * `OFFICE_LISTS`; its page draws `TakeOut` below it (`List` does that by itself):
 *
 *     export const ORDERS_OUT = officeList(ORDERS, {
 *       purposes: ['ordering'],
 *       read: ({ sessions, state }, window) => readOrders(sessions, state, window),
 *     });
 *
 * It is read page by page as the page itself reads it, so the file holds what the page shows and no more.
 */
import { type Cell, type ListPage, MOST_EXPORTED, readPlace, type Window } from '../../../register/index.ts';
import type { PageName } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import type { ListColumn, ListDefinition, ListState, Words } from '../list/definition.ts';
import { stateFrom } from '../list/state.ts';

/** What a list is read with. */
export interface TakingOut {
  readonly sessions: Sessions;
  readonly parts: WebParts;
  readonly desk: DeskForPurpose;
  /** What was asked for, by the names in `fields`; an empty text where nothing was. */
  readonly asked: (field: string) => string;
}

export interface OfficeList {
  /** Kebab-case, as it is recorded and as the file is called. */
  readonly name: string;
  /** Where it is seen. */
  readonly page: PageName;
  readonly title: Words;
  /** The purposes that the page is for. */
  readonly purposes: readonly string[];
  /** What it may be narrowed and sorted by. */
  readonly fields: readonly string[];
  labels(desk: DeskForPurpose): readonly string[];
  /** May give one row more than `MOST_EXPORTED`, to tell that there are too many. */
  rows(taking: TakingOut): Promise<readonly (readonly Cell[])[]>;
}

/** Rows read at a time. */
const BATCH = 1_000;

interface Reading<Row> {
  readonly purposes: readonly string[];
  read(taking: TakingOut & { readonly state: ListState }, window: Window): Promise<ListPage<Row>>;
}

/** Of a list that pages are read of. */
export function officeList<Row>(definition: ListDefinition<Row>, { purposes, read }: Reading<Row>): OfficeList {
  const { name, page, caption, filters = [] } = definition;
  const columns = (desk: DeskForPurpose) => definition.columns.filter(({ shown }) => shown?.(desk) !== false);
  return {
    ...{ name, page, title: caption, purposes, fields: [...filters.map((filter) => filter.name), 'sort'] },
    labels: (desk) => columns(desk).map(({ label }) => label(officeTextsIn(desk.frame.language))),
    async rows(taking) {
      const state = stateFrom(definition, taking.asked);
      const found: (readonly Cell[])[] = [];
      let window: Window = { place: null, limit: BATCH };
      for (;;) {
        const { rows, next } = await read({ ...taking, state }, window);
        found.push(...rows.map((row) => columns(taking.desk).map((column) => textOf(column, row, taking.desk))));
        if (next === null || found.length > MOST_EXPORTED) return found;
        window = { place: readPlace(next, state.order), limit: BATCH };
      }
    },
  };
}

/** What a column says of a row, in a cell: what it shows where that is plain text, and else what it says it is. */
function textOf<Row>(column: ListColumn<Row>, row: Row, desk: DeskForPurpose): Cell {
  if (column.text !== undefined) return column.text(row, desk);
  const shown = column.cell(row, desk);
  if (shown === null || typeof shown === 'string' || typeof shown === 'number') return shown;
  throw new Error(`the column ${column.name} shows more than text; give it a text for the file`);
}

/** Of a list that is read whole. */
export function wholeList<Row>(
  list: Pick<OfficeList, 'name' | 'page' | 'title' | 'purposes'> & {
    readonly fields?: readonly string[];
    readonly columns: readonly { readonly label: Words; readonly text: (row: Row, desk: DeskForPurpose) => Cell }[];
    read(taking: TakingOut): Promise<readonly Row[]>;
  },
): OfficeList {
  const { columns, read, fields = [], ...rest } = list;
  return {
    ...{ ...rest, fields },
    labels: ({ frame }) => columns.map(({ label }) => label(officeTextsIn(frame.language))),
    rows: async (taking) => (await read(taking)).map((row) => columns.map(({ text }) => text(row, taking.desk))),
  };
}
