/** What is held about whoever is signed in: all categories at a glance, and each by itself, page by page. */
import type { FC } from 'hono/jsx';
import type { HeldRow } from '../../enforcement/index.ts';
import { textsIn } from '../texts/index.ts';
import { CategoryFacts } from './category-facts.tsx';
import { HeldEntry } from './held-entry.tsx';
import { type MyFrame, myAddress, withQuery } from './my-frame.tsx';
import { MyLayout } from './my-layout.tsx';
import type { CategoryHeld, MyHoldings, TableOfCategory } from './reading.ts';
import type { Wording } from './value-in-words.ts';

interface DataProps {
  readonly frame: MyFrame;
  readonly holdings: MyHoldings;
}

export const DataPage: FC<DataProps> = ({ frame, holdings }) => {
  const { my } = textsIn(frame.language);
  const present = holdings.categories.filter(({ count }) => count > 0);
  return (
    <MyLayout frame={frame} page="myData" title={my.dataQuestion} lead={my.dataLead}>
      <nav class="my-jump" aria-labelledby="jump">
        <h2 id="jump">{my.jumpTo}</h2>
        <ul>
          {present.map(({ category, count }) => (
            <li>
              <a class="ds-link" href={`#${category.name}`}>
                {category.label[frame.language]}
              </a>{' '}
              <span class="hint">({count})</span>
            </li>
          ))}
        </ul>
      </nav>
      {present.map((held) => (
        <CategorySection frame={frame} holdings={holdings} held={held} />
      ))}
      <NotHere frame={frame} holdings={holdings} />
    </MyLayout>
  );
};

const CategorySection: FC<DataProps & { held: CategoryHeld }> = ({ frame, holdings, held }) => {
  const { language } = frame;
  const { my } = textsIn(language);
  const { category, count, tables } = held;
  const label = category.label[language];
  const shown = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <section class="my-category" id={category.name} aria-labelledby={`about-${category.name}`}>
      <h2 id={`about-${category.name}`}>{label}</h2>
      {category.description === null ? null : <p class="hint">{category.description[language]}</p>}
      <Elsewhere frame={frame} category={category.name} />
      <Tables frame={frame} holdings={holdings} held={held} below="h2" />
      {shown < count && shown > 0 ? (
        <p>
          <a
            class="ds-link"
            href={myAddress(frame, 'myData', language, `/${category.name}`)}
            aria-label={my.seeAllLabel(count, label)}
          >
            {my.seeAll(count)}
          </a>
        </p>
      ) : null}
      {tables.length === 0 ? null : (
        <details>
          <summary aria-label={my.factsSummaryOf(label)}>{my.factsSummary}</summary>
          <CategoryFacts frame={frame} kinds={holdings.kinds} held={held} />
        </details>
      )}
    </section>
  );
};

/** Where a category has a page that shows it better than a list of entries does. */
const Elsewhere: FC<{ frame: MyFrame; category: string }> = ({ frame, category }) => {
  const { my } = textsIn(frame.language);
  const page = category === 'access-log' ? 'myLooks' : category === 'privacy-choices' ? 'myConsents' : null;
  if (page === null) return null;
  return (
    <p>
      <a class="ds-link" href={myAddress(frame, page)}>
        {page === 'myLooks' ? my.seeLooks : my.seeConsents}
      </a>
    </p>
  );
};

const Tables: FC<DataProps & { held: CategoryHeld; below: 'h1' | 'h2' }> = ({ frame, holdings, held, below }) => {
  const { language } = frame;
  const named = held.tables.length > 1;
  return (
    <>
      {held.tables.map((table) => (
        <>
          {named && table.rows.length > 0 ? <TableName below={below} name={table.held.table.label[language]} /> : null}
          {table.rows.length === 0 ? null : (
            <ul class="held-entries">
              {byOrder(table.rows, holdings.wording).map((row) => (
                <HeldEntry wording={holdings.wording} held={table.held} row={row} category={held.category.name} />
              ))}
            </ul>
          )}
        </>
      ))}
    </>
  );
};

const TableName: FC<{ below: 'h1' | 'h2'; name: string }> = ({ below, name }) =>
  below === 'h1' ? <h2>{name}</h2> : <h3>{name}</h3>;

/** Rows that belong to orders stand together by order, the latest first. */
function byOrder(rows: readonly HeldRow[], { orders }: Wording): readonly HeldRow[] {
  const numberOf = ({ links }: HeldRow): number => orders.get(String(links.order_id)) ?? 0;
  return [...rows].sort((one, other) => numberOf(other) - numberOf(one));
}

/** What lies elsewhere, for people of this kind, and what there is nothing of. */
const NotHere: FC<DataProps> = ({ frame, holdings }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const about = new Set(
    Object.values(policy.purposes)
      .filter((purpose) => holdings.kinds.some(({ name }) => purpose.about.includes(name)))
      .flatMap(({ uses, records }) => [...uses, ...records]),
  );
  const empty = holdings.categories.filter(({ count, category }) => count === 0 && about.has(category.name));
  const elsewhere = empty.filter(({ category }) => category.heldElsewhere !== null);
  const absent = empty.filter(({ category }) => category.heldElsewhere === null);
  return (
    <>
      {elsewhere.length === 0 ? null : (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{my.elsewhereQuestion}</h2>
          <p>{my.elsewhereLead}</p>
          <dl class="facts elsewhere">
            {elsewhere.map(({ category }) => (
              <div>
                <dt>{category.label[language]}</dt>
                <dd>{category.heldElsewhere?.[language]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {absent.length === 0 ? null : (
        <section aria-labelledby="absent">
          <h2 id="absent">{my.absentQuestion}</h2>
          <p>{my.absentLead}</p>
          <ul class="inline-list">
            {absent.map(({ category }) => (
              <li>{category.label[language]}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

interface CategoryProps extends DataProps {
  readonly held: CategoryHeld;
  /** Whether the page begins somewhere in a table. */
  readonly onwards: boolean;
}

export const CategoryPage: FC<CategoryProps> = ({ frame, holdings, held, onwards }) => {
  const { language } = frame;
  const { my } = textsIn(language);
  const { category, count, tables } = held;
  const address = myAddress(frame, 'myData', language, `/${category.name}`);
  return (
    <MyLayout frame={frame} page="myData" title={category.label[language]} below={`/${category.name}`}>
      {category.description === null ? null : <p class="lead">{category.description[language]}</p>}
      <p>
        {count === 0 ? (category.heldElsewhere?.[language] ?? my.nothingHere) : my.entries(count)}
        {onwards ? (
          <>
            {'. '}
            <a class="ds-link" href={address}>
              {my.first}
            </a>
          </>
        ) : null}
      </p>
      <Elsewhere frame={frame} category={category.name} />
      <Tables frame={frame} holdings={holdings} held={held} below="h1" />
      {tables.map((table) => (
        <Onwards frame={frame} address={address} table={table} />
      ))}
      {tables.length === 0 ? null : <CategoryFacts frame={frame} kinds={holdings.kinds} held={held} />}
      <p>
        <a class="ds-link" href={myAddress(frame, 'myData')}>
          {my.back}
        </a>
      </p>
    </MyLayout>
  );
};

const Onwards: FC<{ frame: MyFrame; address: string; table: TableOfCategory }> = ({ frame, address, table }) => {
  const { language } = frame;
  const { held, next } = table;
  if (next === null) return null;
  return (
    <p>
      <a class="ds-link" href={withQuery(address, { table: held.table.name, after: next })}>
        {textsIn(language).my.older}: {held.table.label[language]}
      </a>
    </p>
  );
};
