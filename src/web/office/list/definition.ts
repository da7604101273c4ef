/**
 * A list of the office, defined once: columns, sorts, filters, what can be done with several rows, what stands there
 * when there is nothing. Written in the noun's own folder:
 *
 *     export const ORDERS: ListDefinition<OrderRow> = {
 *       name: 'orders', page: 'officeOrders',
 *       caption: (texts) => texts.officeOrders,
 *       columns: [
 *         { name: 'number', label: (texts) => texts.orderNumber, heading: true, cell: (row, desk) => <a …>{row.order_number}</a> },
 *         { name: 'placed', label: (texts) => texts.placedAt, sort: 'placed', cell: (row, desk) => timeInWords(…) },
 *       ],
 *       sorts: { placed: { table: 'register.sales_order', key: ['customer_id', 'order_id'], sort: 'placed_at', descending: true } },
 *       sortedBy: 'placed',
 *       filters: [{ name: 'status', label: …, kind: 'choice', options: (texts) => [{ value: 'placed', label: … }] }],
 *       rowKey: (row) => row.order_id,
 *       empty: { title: (texts) => …, next: (texts) => … },
 *       bulk: [{ page: 'officeConfirmOrders', label: (texts) => texts.confirmChosen }],
 *     };
 *
 * Then `readListState(context, desk, ORDERS)` says what was asked for, `register/listing.ts` reads a page, and
 * `<List desk={desk} definition={ORDERS} state={state} found={page} />` draws it. With a filter of kind `text`, which
 * may be somebody's name, the whole list is posted, so that it stands in no address; otherwise it is at an address that
 * the start page and others can link to, as `?purpose=ordering&status=placed`.
 */
import type { Child } from 'hono/jsx';
import type { Cell, ListOrder, Place } from '../../../register/index.ts';
import type { PageName } from '../../addresses.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import type { Option } from '../form/fields.tsx';

export type Words = (texts: OfficeTexts) => string;

export interface ListColumn<Row> {
  readonly name: string;
  readonly label: Words;
  readonly cell: (row: Row, desk: Desk) => Child;
  /** What stands in a file of the list, where the cell shows more than text, or an amount (kroner as a number). */
  readonly text?: (row: Row, desk: DeskForPurpose) => Cell;
  /** What a row is called by, as its number: the heading of its card on a phone. One column. */
  readonly heading?: boolean;
  /** Figures and amounts stand at the right. */
  readonly figure?: boolean;
  /** The name of the sort that a click on the column's heading asks for. */
  readonly sort?: string;
  /** Left out where the purpose does not see what it shows. */
  readonly shown?: (desk: Desk) => boolean;
}

export interface ListFilter {
  readonly name: string;
  readonly label: Words;
  /** `text` is posted and never stands in an address. */
  readonly kind: 'choice' | 'date' | 'text';
  readonly hint?: Words;
  /** For `choice`; an empty choice for all is added. */
  readonly options?: (texts: OfficeTexts, desk: Desk) => readonly Option[];
}

/** Something to do with the rows that are marked: leads to a page that shows what it will do before it does it. */
export interface BulkAction {
  readonly page: PageName;
  readonly label: Words;
  readonly shown?: (desk: Desk) => boolean;
}

export interface ListDefinition<Row> {
  /** Kebab-case: as it is taken out, among `OFFICE_LISTS`. */
  readonly name: string;
  readonly page: PageName;
  readonly caption: Words;
  readonly columns: readonly ListColumn<Row>[];
  readonly sorts: Readonly<Record<string, ListOrder>>;
  /** The sort that holds when none is asked for. */
  readonly sortedBy: string;
  readonly filters?: readonly ListFilter[];
  /** What the marked rows are sent as, in fields named `chosen`. */
  readonly rowKey: (row: Row) => string;
  readonly empty: { readonly title: Words; readonly next: Words };
  readonly bulk?: readonly BulkAction[];
}

/** What was asked for of a list. */
export interface ListState {
  /** By the name of the filter; an empty text for none. */
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string;
  readonly order: ListOrder;
  readonly place: Place | null;
}

export const isPosted = ({ filters = [] }: Pick<ListDefinition<never>, 'filters'>): boolean =>
  filters.some(({ kind }) => kind === 'text');
