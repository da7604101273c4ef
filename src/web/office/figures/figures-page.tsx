/** A table of figures by product and month with its chart; groups too small to tell of are said to be small. */
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { type ShownTable, SMALLEST_GROUP } from '../../../enforcement/index.ts';
import type { Language } from '../../../policy/index.ts';
import type { NamedProduct } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { drawBars } from './bars.ts';

export interface FiguresProps {
  readonly desk: Desk;
  readonly page: 'officeStatistics' | 'officeUsage';
  readonly lead: string;
  readonly chartTitle: string;
  readonly products: readonly NamedProduct[];
  readonly table: ShownTable;
  readonly children?: Child;
}

export const FiguresPage: FC<FiguresProps> = (props) => {
  const { desk, page, lead, table, children } = props;
  const texts = officeTextsIn(desk.frame.language);
  const empty = table.rowTotals.every((total) => total === 0);
  return (
    <DeskPage desk={desk} title={texts[page]} page={page}>
      <h1>{texts[page]}</h1>
      <p class="lead">{lead}</p>
      {children}
      <p class="hint">{texts.figuresSmall(SMALLEST_GROUP)}</p>
      {empty ? (
        <p>{texts.figuresNothing}</p>
      ) : (
        <>
          <Chart {...props} />
          <h2>{texts.figuresOpen}</h2>
          <Figures {...props} />
        </>
      )}
    </DeskPage>
  );
};

export const numberIn = (language: Language): ((value: number) => string) => {
  const format = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { maximumFractionDigits: 1 });
  return (value) => format.format(value);
};

/** A first day of a month as the month, short enough for the head of a column. */
export const monthInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    ...{ month: 'short', year: '2-digit', timeZone: 'UTC' },
  }).format(new Date(`${month}T00:00:00Z`));

const Chart: FC<FiguresProps> = ({ desk, page, chartTitle, products, table }) => {
  const { language } = desk.frame;
  const format = numberIn(language);
  const texts = officeTextsIn(language);
  const bars = products
    .map((product, at) => ({ name: product[language], value: table.rowTotals[at] ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value)
    .slice(0, MOST_BARS);
  const description = bars.map(({ name, value }) => `${name}: ${format(value)}`).join('; ');
  const drawn = { id: page, title: escaped(chartTitle), description: escaped(description), bars, format };
  return (
    <section aria-labelledby="chart">
      <h2 id="chart">{texts.figuresChart}</h2>
      <div class="chart narrow">{raw(drawBars(drawn, 'narrow'))}</div>
      <div class="chart wide">{raw(drawBars(drawn, 'wide'))}</div>
    </section>
  );
};

const MOST_BARS = 20;

/** Names of products are written by people. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const Figures: FC<FiguresProps> = ({ desk, page, products, table }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const format = numberIn(language);
  const months = table.columns.map((month) => monthInWords(month, language));
  const rows = products
    .map((product, at) => ({ name: product[language], shown: table.shown[at] ?? [], total: table.rowTotals[at] ?? 0 }))
    .filter(({ total }) => total > 0);
  return (
    <table class="ds-table lines by-month">
      <caption class="unseen">{texts[page]}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.figuresProduct}</th>
          {months.map((month) => (
            <th scope="col">{month}</th>
          ))}
          <th scope="col">{texts.figuresTotal}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, shown, total }) => (
          <tr>
            <th scope="row">{name}</th>
            {shown.map((figure, at) => (
              <td data-label={months[at] ?? ''}>
                {figure === null ? <span class="hint">{texts.figuresUnder(SMALLEST_GROUP)}</span> : format(figure)}
              </td>
            ))}
            <td data-label={texts.figuresTotal}>
              <strong>{format(total)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
