/** Spreadsheets: sending one in, and those that wait or were read in. */
import type { FC } from 'hono/jsx';
import { IMPORT_KINDS, IMPORT_WAITS_DAYS, type ImportRun, PURPOSE_OF_IMPORT } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { FileField } from '../files/file-field.tsx';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import { RadioField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { timeInWords } from '../value.tsx';
import { importAddress } from './addresses.ts';

interface OverviewProps {
  readonly desk: DeskForPurpose;
  readonly state: FormState;
  readonly imports: readonly ImportRun[];
}

export const ImportsPage: FC<OverviewProps> = ({ desk, state, imports }) => {
  const texts = officeTextsIn(desk.frame.language);
  const kinds = IMPORT_KINDS.filter((kind) => PURPOSE_OF_IMPORT[kind] === desk.purpose.name);
  const ways = Object.entries(texts.importToldWays).map(([value, label]) => ({ value, label }));
  return (
    <DeskPage desk={desk} title={texts.officeImports} page="officeImports">
      <h1>{texts.officeImports}</h1>
      <p class="lead">{texts.importsLead}</p>
      <OfficeForm
        desk={desk}
        state={state}
        action={deskAddress(desk, 'officeImports')}
        submit={texts.importUpload}
        file
      >
        <RadioField
          desk={desk}
          state={state}
          name="kind"
          label={texts.importKind}
          options={kinds.map((kind) => ({
            value: kind,
            label: texts.importKinds[kind],
            hint: texts.importKindHints[kind],
          }))}
          required
        />
        <FileField
          state={state}
          label={texts.importFile}
          hint={texts.importFileHint}
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <RadioField
          desk={desk}
          state={state}
          name="told"
          label={texts.importToldThrough}
          hint={texts.importToldHint}
          options={ways}
          required
        />
        <p class="hint">{texts.importWaits(IMPORT_WAITS_DAYS)}</p>
      </OfficeForm>
      <section aria-labelledby="latest">
        <h2 id="latest">{texts.importLatest}</h2>
        {imports.length === 0 ? <p>{texts.importNone}</p> : <Imports desk={desk} imports={imports} />}
      </section>
    </DeskPage>
  );
};

const Imports: FC<{ desk: DeskForPurpose; imports: readonly ImportRun[] }> = ({ desk, imports }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.importColumns;
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{texts.importLatest}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.import}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col" class="figure">
            {columns.rows}
          </th>
          <th scope="col" class="figure">
            {columns.written}
          </th>
          <th scope="col" class="figure">
            {columns.refused}
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map((run) => (
          <tr>
            <th scope="row" class="row-heading">
              <a class="ds-link" href={importAddress(desk, run.importId)}>
                {texts.importOf(texts.importKinds[run.kind], timeInWords(run.uploadedAt, policy, language))}
              </a>
            </th>
            <td data-label={columns.state}>{texts.importStates[run.state]}</td>
            <td data-label={columns.rows} class="figure">
              {run.rowCount}
            </td>
            <td data-label={columns.written} class="figure">
              {run.written}
            </td>
            <td data-label={columns.refused} class="figure">
              {run.refused}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
