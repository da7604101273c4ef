/** Taking lists out: which ones the purpose can, what that means for those on it, and those that were taken out before. */
import type { FC } from 'hono/jsx';
import { EXPORT_NAMES, type ExportableList, type ListExport } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import { DateField, RadioField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { timeInWords } from '../value.tsx';
import { OFFICE_LISTS } from './office-lists.ts';

interface ExportsProps {
  readonly desk: DeskForPurpose;
  readonly state: FormState;
  readonly lists: readonly ExportableList[];
  readonly exports: readonly ListExport[];
}

export const ExportsPage: FC<ExportsProps> = ({ desk, state, lists, exports }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <DeskPage desk={desk} title={texts.officeExports} page="officeExports">
      <h1>{texts.officeExports}</h1>
      <p class="lead">{texts.exportsLead(desk.purpose.label[language])}</p>
      <p>{texts.exportsMeans}</p>
      <OfficeForm desk={desk} state={state} action={deskAddress(desk, 'officeExports')} submit={texts.exportTakeOut}>
        <RadioField
          desk={desk}
          state={state}
          name="list"
          label={texts.exportList}
          options={lists.map(({ list, columns }) => ({
            value: list,
            label: texts.exportLists[list],
            hint: columns.map(({ label, name }) => label?.[language] ?? name).join(', '),
          }))}
          required
        />
        <DateField desk={desk} state={state} name="from" label={texts.exportFrom} />
        <DateField desk={desk} state={state} name="until" label={texts.exportUntil} />
        <RadioField
          desk={desk}
          state={state}
          name="format"
          label={texts.exportFormat}
          options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: texts.exportFormats[value] }))}
          required
        />
      </OfficeForm>
      <section aria-labelledby="latest">
        <h2 id="latest">{texts.exportLatest}</h2>
        {exports.length === 0 ? <p>{texts.exportNone}</p> : <Latest desk={desk} exports={exports} />}
      </section>
    </DeskPage>
  );
};

const Latest: FC<{ desk: DeskForPurpose; exports: readonly ListExport[] }> = ({ desk, exports }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.exportColumns;
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{texts.exportLatest}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.list}</th>
          <th scope="col">{columns.format}</th>
          <th scope="col">{columns.by}</th>
          <th scope="col" class="figure">
            {columns.rows}
          </th>
        </tr>
      </thead>
      <tbody>
        {exports.map((one) => (
          <tr>
            <th scope="row" class="row-heading">
              {timeInWords(one.at, policy, language)}
            </th>
            <td data-label={columns.list}>{listName(one.list, texts)}</td>
            <td data-label={columns.format}>{texts.exportFormats[one.format]}</td>
            <td data-label={columns.by}>{one.staffId === desk.staff.id ? texts.exportByYou : texts.exportByAnother}</td>
            <td data-label={columns.rows} class="figure">
              {one.rowCount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** As the list is called where it is seen. */
function listName(list: string, texts: OfficeTexts): string {
  const known = EXPORT_NAMES.find((name) => name === list);
  return known === undefined
    ? (OFFICE_LISTS.find(({ name }) => name === list)?.title(texts) ?? list)
    : texts.exportLists[known];
}
