/** What reading a file in will do: how many rows, the first of them as they will be, and those that will be refused. */
import type { FC } from 'hono/jsx';
import { IMPORT_FIELDS, type ImportRun, type Refusal, type StoredRows } from '../../../register/index.ts';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { importAddress } from './addresses.ts';
import { fieldLabel, headingOf } from './mapping.tsx';

/** Rows that are shown. */
const SHOWN = 20;

/** Refusals that are shown; all of them are in the report. */
const REFUSALS_SHOWN = 50;

interface PreviewProps {
  readonly desk: Desk;
  readonly run: ImportRun;
  readonly stored: StoredRows;
  readonly refusals: readonly Refusal[];
}

export const Preview: FC<PreviewProps> = ({ desk, run, stored, refusals }) => {
  const texts = officeTextsIn(desk.frame.language);
  const refused = new Set(refusals.map(({ rowNumber }) => rowNumber)).size;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{texts.importPreview}</h2>
      <p>
        {texts.importWillWrite(stored.rows.length - refused)} {texts.importWillRefuse(refused)}
      </p>
      <p class="hint">{texts.importRegisteredLater}</p>
      <div class="buttons">
        <form method="post" class="inline-form" action={importAddress(desk, run.importId, 'run')}>
          <button class="ds-button" type="submit" {...(refused === stored.rows.length ? { disabled: true } : {})}>
            {texts.importRun}
          </button>
        </form>
        <form method="post" class="inline-form" action={importAddress(desk, run.importId, 'drop')}>
          <button class="ds-button" data-variant="secondary" type="submit">
            {texts.importDrop}
          </button>
        </form>
      </div>
      <FirstRows desk={desk} run={run} stored={stored} refusals={refusals} />
      <Refusals
        desk={desk}
        title={texts.importRefusedRows}
        refusals={refusals.slice(0, REFUSALS_SHOWN)}
        all={refusals.length}
        header={stored.header}
      />
    </section>
  );
};

const FirstRows: FC<PreviewProps> = ({ desk, run, stored, refusals }) => {
  const texts = officeTextsIn(desk.frame.language);
  const fields = IMPORT_FIELDS[run.kind].flatMap(({ name }) => {
    const column = run.mapping?.[name];
    return column === undefined ? [] : [{ name, column }];
  });
  const refused = new Set(refusals.map(({ rowNumber }) => rowNumber));
  return (
    <>
      <h3>{texts.importPreviewRows(SHOWN, stored.rows.length)}</h3>
      <section class="scrolls" tabindex={0} aria-label={texts.importPreviewRows(SHOWN, stored.rows.length)}>
        <table class="ds-table lines list-table">
          <caption class="unseen">{texts.importPreview}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.importColumns.row}</th>
              {fields.map(({ name }) => (
                <th scope="col">{fieldLabel(texts, name)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stored.rows.slice(0, SHOWN).map(({ rowNumber, cells }) => (
              <tr>
                <th scope="row" class="row-heading">
                  {texts.importRowOf(rowNumber)}
                  {refused.has(rowNumber) ? <span class="hint block">{texts.importColumns.refused}</span> : null}
                </th>
                {fields.map(({ name, column }) => (
                  <td data-label={fieldLabel(texts, name)}>{shownCell(cells[column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};

const shownCell = (cell: string | undefined): string => (cell === undefined || cell.startsWith('\u0001') ? '…' : cell);

interface RefusalsProps {
  readonly desk: Desk;
  readonly title: string;
  readonly refusals: readonly Refusal[];
  readonly all: number;
  /** It stands under no other heading of its section. */
  readonly alone?: boolean;
  /** Empty where the file is gone: columns are then called by their place. */
  readonly header: readonly string[];
}

export const Refusals: FC<RefusalsProps> = ({ desk, title, refusals, all, header, alone = false }) => {
  const texts = officeTextsIn(desk.frame.language);
  const columns = texts.importColumns;
  if (all === 0) return null;
  return (
    <>
      {alone ? <h2>{title}</h2> : <h3>{title}</h3>}
      {all > refusals.length ? <p class="hint">{texts.importMoreRefused(refusals.length, all)}</p> : null}
      <table class="ds-table lines list-table">
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.row}</th>
            <th scope="col">{columns.column}</th>
            <th scope="col">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {refusals.map((refusal) => (
            <tr>
              <th scope="row" class="row-heading">
                {texts.importRowOf(refusal.rowNumber)}
              </th>
              <td data-label={columns.column}>{columnOf(refusal, header, texts)}</td>
              <td data-label={columns.why}>{whyRefused(refusal, texts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

/** By its heading and its place, or the field that no column was chosen for. */
export function columnOf({ column, field }: Refusal, header: readonly string[], texts: OfficeTexts): string {
  if (column === null) return field === null ? '' : fieldLabel(texts, field);
  const named = headingOf(header, column, texts.importColumnNumber);
  const place = texts.importColumnNumber(column + 1);
  return named === place ? place : `${named} (${place.toLowerCase()})`;
}

export function whyRefused({ code, otherRow }: Refusal, texts: OfficeTexts): string {
  const other = otherRow === null ? '' : `, ${texts.rowFaultOtherRow(otherRow)}`;
  return `${texts.rowFaults[code]}${other}`;
}
