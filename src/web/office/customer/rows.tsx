/** Rows of a customer as cards, with what lies under them inside: the lines, delivery and invoice of an order. */
import type { FC } from 'hono/jsx';
import type { Column } from '../../../policy/index.ts';
import { type Dossier, type Row, type SeenTable, timeColumn } from '../../../register/index.ts';
import type { Frame } from '../../frame.ts';
import { Value } from '../value.tsx';

type Products = Dossier['products'];

export const Facts: FC<{ frame: Frame; columns: readonly Column[]; row: Row; products?: Products }> = (props) => {
  const { frame, columns, row, products } = props;
  return (
    <dl class="facts">
      {columns.map((column) => (
        <div {...(LONG.has(column.name) ? { class: 'long' } : {})}>
          <dt>{column.label?.[frame.language] ?? column.name}</dt>
          <dd>
            <Value frame={frame} column={column} value={row[column.name]} {...(products ? { products } : {})} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** Columns with whole texts, that take the width of the card. */
const LONG = new Set(['body', 'body_text', 'body_html']);

interface RecordProps {
  readonly frame: Frame;
  readonly dossier: Dossier;
  readonly seen: SeenTable;
  readonly row: Row;
  /** Of the heading. */
  readonly level: Level;
  /** Stands inside another. */
  readonly inner?: boolean;
}

type Level = 3 | 4 | 5;
const DEEPER = { 3: 4, 4: 5, 5: 5 } as const satisfies Record<Level, Level>;

/** A person finds a row by what it is first of all, as its number, and by its day. */
export function headingColumns(seen: SeenTable, row: Row): readonly Column[] {
  const time = timeColumn(seen);
  const filled = seen.columns.filter(({ name }) => row[name] !== null && !LONG.has(name));
  const [first] = filled.filter(({ name }) => name !== time && !name.endsWith('_hash'));
  return [...(first === undefined ? [] : [first]), ...filled.filter(({ name }) => name === time)];
}

export const Record: FC<RecordProps> = ({ frame, dossier, seen, row, level, inner }) => {
  const { products } = dossier;
  const Heading = `h${level}` as const;
  const inHeading = headingColumns(seen, row);
  const rest = seen.columns.filter((column) => row[column.name] !== null && !inHeading.includes(column));
  return (
    <article class={inner === true ? 'record inner' : 'ds-card record'}>
      <Heading>
        {inHeading.map((column, at) => (
          <>
            {at === 0 ? null : ' · '}
            <span class="label">{column.label?.[frame.language] ?? column.name}</span>{' '}
            <Value frame={frame} column={column} value={row[column.name]} products={products} plain />
          </>
        ))}
      </Heading>
      {rest.length === 0 ? null : <Facts frame={frame} columns={rest} row={row} products={products} />}
      <Below frame={frame} dossier={dossier} seen={seen} row={row} level={DEEPER[level]} />
    </article>
  );
};

/** Columns of a table that fits a phone; wider rows are cards. */
const NARROW = 4;

/** @param level Of the headings inside. */
export const Below: FC<Omit<RecordProps, 'inner'>> = ({ frame, dossier, seen, row, level }) => {
  const below = dossier.tables.flatMap((one) => {
    if (one.seen.parent !== seen.table.name) return [];
    const rows = one.rows.filter((inner) => seen.table.key.every((column) => inner[column] === row[column]));
    return rows.length === 0 ? [] : [{ seen: one.seen, rows }];
  });
  return (
    <>
      {below.map((one) =>
        one.seen.columns.length <= NARROW && !hasChildren(dossier, one.seen) ? (
          <RowsAsTable frame={frame} seen={one.seen} rows={one.rows} products={dossier.products} />
        ) : (
          <div class="below">
            <p class="label">{one.seen.table.label[frame.language]}</p>
            {one.rows.map((inner) => (
              <Record frame={frame} dossier={dossier} seen={one.seen} row={inner} level={level} inner />
            ))}
          </div>
        ),
      )}
    </>
  );
};

const hasChildren = (dossier: Dossier, { table }: SeenTable): boolean =>
  dossier.tables.some(({ seen }) => seen.parent === table.name);

const RowsAsTable: FC<{ frame: Frame; seen: SeenTable; rows: readonly Row[]; products: Products }> = (props) => {
  const { frame, seen, rows, products } = props;
  return (
    <table class="ds-table lines">
      <caption>{seen.table.label[frame.language]}</caption>
      <thead>
        <tr>
          {seen.columns.map((column) => (
            <th scope="col">{column.label?.[frame.language] ?? column.name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {seen.columns.map((column) => (
              <td data-label={column.label?.[frame.language] ?? column.name}>
                <Value frame={frame} column={column} value={row[column.name]} products={products} plain />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
