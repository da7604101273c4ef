/** A list as it is seen: filters, rows (cards on a phone), what to do with those marked, and the pages beside it. */
import type { Child, FC } from 'hono/jsx';
import type { ListPage } from '../../../register/index.ts';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { isPosted, type ListColumn, type ListDefinition, type ListState } from './definition.ts';
import { ListFilters } from './filters.tsx';
import { fieldsOf, isNarrowed, listAddress } from './state.ts';
import { TakeOut } from './take-out.tsx';

export interface ListProps<Row> {
  readonly desk: Desk;
  readonly definition: ListDefinition<Row>;
  readonly state: ListState;
  readonly found: ListPage<Row>;
  /** How many there are in all, where that is cheap to know. */
  readonly total?: number | null;
}

// Not typed as FC, which knows no type parameters.
export function List<Row>(props: ListProps<Row>) {
  const { desk, definition, state, found, total } = props;
  const texts = officeTextsIn(desk.frame.language);
  return (
    <section class="list" aria-label={definition.caption(texts)}>
      <ListFilters desk={desk} definition={definition as unknown as ListDefinition<never>} state={state} />
      {found.rows.length === 0 ? (
        <Empty desk={desk} definition={definition as unknown as ListDefinition<never>} state={state} />
      ) : (
        <>
          <p class="hint list-count" role="status">
            {total === null || total === undefined ? texts.rowsHere(found.rows.length) : texts.rowsInAll(total)}
          </p>
          <Rows {...props} />
        </>
      )}
      <Paging {...(props as unknown as ListProps<never>)} />
      {found.rows.length === 0 ? null : (
        <TakeOut desk={desk} name={definition.name} fields={fieldsOf(definition, state, {})} />
      )}
    </section>
  );
}

const Empty: FC<{ desk: Desk; definition: ListDefinition<never>; state: ListState }> = (props) => {
  const { desk, definition, state } = props;
  const texts = officeTextsIn(desk.frame.language);
  const narrowed = isNarrowed(state);
  return (
    <div class="empty">
      <p class="empty-title">{narrowed ? texts.nothingNarrowed : definition.empty.title(texts)}</p>
      <p>
        {narrowed ? (
          <a class="ds-link" href={deskAddress(desk, definition.page)}>
            {texts.clearFilters}
          </a>
        ) : (
          definition.empty.next(texts)
        )}
      </p>
    </div>
  );
};

function Rows<Row>({ desk, definition, state, found }: ListProps<Row>) {
  const texts = officeTextsIn(desk.frame.language);
  const bulk = (definition.bulk ?? []).filter(({ shown }) => shown?.(desk) !== false);
  const columns = definition.columns.filter(({ shown }) => shown?.(desk) !== false);
  const table = (
    <table class="ds-table lines list-table">
      <caption class="unseen">{definition.caption(texts)}</caption>
      <thead>
        <tr>
          {bulk.length === 0 ? null : (
            <th scope="col" class="marking">
              <span class="unseen">{texts.mark}</span>
            </th>
          )}
          {columns.map((column) => (
            <ColumnHead {...{ desk, definition, state, column }} />
          ))}
        </tr>
      </thead>
      <tbody>
        {found.rows.map((row) => (
          <tr>
            {bulk.length === 0 ? null : (
              <td class="marking">
                <label class="mark">
                  <input class="ds-input" type="checkbox" name="chosen" value={definition.rowKey(row)} />
                  <span class="unseen">{texts.markThis}</span>
                </label>
              </td>
            )}
            {columns.map((column) => (
              <Cell {...{ desk, texts, column, row }} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (bulk.length === 0) return table;
  return (
    <form method="post" class="bulk" action={deskAddress(desk, bulk[0]?.page ?? definition.page)}>
      {table}
      <div class="bulk-bar">
        <label class="choice">
          <input class="ds-input" type="checkbox" name="all" value={found.rows.map(definition.rowKey).join(' ')} />
          {texts.markAll(found.rows.length)}
        </label>
        <div class="buttons">
          {bulk.map(({ page, label }) => (
            <button class="ds-button" data-variant="secondary" type="submit" formaction={deskAddress(desk, page)}>
              {label(texts)}
            </button>
          ))}
        </div>
      </div>
    </form>
  );
}

function Cell<Row>(props: { desk: Desk; texts: OfficeTexts; column: ListColumn<Row>; row: Row }) {
  const { desk, texts, column, row } = props;
  const content = column.cell(row, desk);
  if (column.heading === true) {
    return (
      <th scope="row" class="row-heading">
        {content}
      </th>
    );
  }
  return (
    <td data-label={column.label(texts)} {...(column.figure === true ? { class: 'figure' } : {})}>
      {content}
    </td>
  );
}

function ColumnHead<Row>(props: {
  desk: Desk;
  definition: ListDefinition<Row>;
  state: ListState;
  column: ListColumn<Row>;
}) {
  const { desk, definition, state, column } = props;
  const texts = officeTextsIn(desk.frame.language);
  const order = column.sort === undefined ? undefined : definition.sorts[column.sort];
  const label = column.label(texts);
  const figure = column.figure === true ? { class: 'figure' } : {};
  if (order === undefined || column.sort === undefined) {
    return (
      <th scope="col" {...figure}>
        {label}
      </th>
    );
  }
  const sorted = state.sort === column.sort;
  const direction = order.descending === true ? 'descending' : 'ascending';
  return (
    <th scope="col" {...figure} {...(sorted ? { 'aria-sort': direction } : {})}>
      <Step
        {...{ desk, state }}
        definition={definition as unknown as ListDefinition<never>}
        change={{ sort: column.sort }}
      >
        {label}
        {sorted ? <span aria-hidden="true">{order.descending === true ? ' ↓' : ' ↑'}</span> : null}
      </Step>
    </th>
  );
}

const Paging: FC<ListProps<never>> = ({ desk, definition, state, found }) => {
  const texts = officeTextsIn(desk.frame.language);
  if (found.previous === null && found.next === null) return null;
  return (
    <nav class="paging" aria-label={texts.pages}>
      {found.previous === null ? null : (
        <Step {...{ desk, definition, state }} change={{ place: found.previous }} button>
          {texts.previousPage}
        </Step>
      )}
      {found.next === null ? null : (
        <Step {...{ desk, definition, state }} change={{ place: found.next }} button>
          {texts.nextPage}
        </Step>
      )}
    </nav>
  );
};

interface StepProps {
  readonly desk: Desk;
  readonly definition: ListDefinition<never>;
  readonly state: ListState;
  readonly change: { readonly sort?: string; readonly place?: string };
  readonly button?: boolean;
  readonly children?: Child;
}

/** From here to the same list otherwise sorted or further down: a link, or a button where the list is posted. */
function Step({ desk, definition, state, change, button, children }: StepProps) {
  const fields = fieldsOf(definition, state, change);
  const look = button === true ? { class: 'ds-button', 'data-variant': 'secondary' } : { class: 'ds-link' };
  if (!isPosted(definition)) {
    return (
      <a {...look} href={listAddress(desk, definition, fields)}>
        {children}
      </a>
    );
  }
  return (
    <form method="post" class="inline-form" action={deskAddress(desk, definition.page)}>
      <HiddenFields fields={fields} />
      <button {...look} type="submit">
        {children}
      </button>
    </form>
  );
}
