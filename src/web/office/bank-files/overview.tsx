/** Files from the bank: reading one in, the amounts that wait for a person, and the files read before. */
import type { FC } from 'hono/jsx';
import type { KnownFile, ListPage, WaitingEntry } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { FileField } from '../files/file-field.tsx';
import { OfficeForm } from '../form/form.tsx';
import { timeInWords } from '../value.tsx';
import { bankFileAddress, dayText } from './addresses.ts';

interface OverviewProps {
  readonly desk: Desk;
  readonly state: FormState;
  readonly waiting: ListPage<WaitingEntry>;
  readonly files: readonly KnownFile[];
  /** The file that was read before. */
  readonly known: KnownFile | null;
}

export const BankFilesPage: FC<OverviewProps> = ({ desk, state, waiting, files, known }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.officeBankFiles} page="officeBankFiles">
      <h1>{texts.officeBankFiles}</h1>
      <p class="lead">{texts.bankFilesLead}</p>
      {known === null ? null : (
        <p>
          <a class="ds-link" href={bankFileAddress(desk, known.fileId)}>
            {texts.bankFileSeeKnown}
          </a>
        </p>
      )}
      <OfficeForm
        desk={desk}
        state={state}
        action={deskAddress(desk, 'officeBankFiles')}
        submit={texts.bankFileRead}
        file
      >
        <FileField
          state={state}
          label={texts.bankFileField}
          hint={texts.bankFileHint}
          accept=".txt,.dat,.ocr,.xml,text/plain,application/xml"
        />
      </OfficeForm>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{texts.bankFilesWaiting}</h2>
        <Waiting desk={desk} waiting={waiting} />
      </section>
      <section aria-labelledby="latest">
        <h2 id="latest">{texts.bankFilesLatest}</h2>
        {files.length === 0 ? <p>{texts.bankFilesNone}</p> : <Files desk={desk} files={files} />}
      </section>
    </DeskPage>
  );
};

const Waiting: FC<{ desk: Desk; waiting: ListPage<WaitingEntry> }> = ({ desk, waiting }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.bankFileColumns;
  if (waiting.rows.length === 0) {
    return (
      <div class="empty">
        <p class="empty-title">{texts.bankFilesNoneWaiting}</p>
        <p>{texts.bankFilesNoneWaitingNext}</p>
      </div>
    );
  }
  return (
    <>
      <table class="ds-table lines list-table">
        <caption class="unseen">{texts.bankFilesWaiting}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col" class="figure">
              {columns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {waiting.rows.map((entry) => (
            <tr>
              <th scope="row" class="row-heading">
                <a class="ds-link" href={bankFileAddress(desk, entry.payment_file_id, entry.entry_number)}>
                  {dayText(entry.paidOn, language)}
                </a>
              </th>
              <td data-label={columns.reference}>{entry.reference ?? texts.withoutReference}</td>
              <td data-label={columns.why}>{entry.why === null ? null : texts.whyUnmatched[entry.why]}</td>
              <td data-label={columns.amount} class="figure">
                {amountInWords(entry.amountOre, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages desk={desk} waiting={waiting} />
    </>
  );
};

const Pages: FC<{ desk: Desk; waiting: ListPage<WaitingEntry> }> = ({ desk, waiting: { previous, next } }) => {
  const texts = officeTextsIn(desk.frame.language);
  if (previous === null && next === null) return null;
  const link = (place: string, text: string) => (
    <a
      class="ds-button"
      data-variant="secondary"
      href={`${deskAddress(desk, 'officeBankFiles')}&place=${encodeURIComponent(place)}#waiting`}
    >
      {text}
    </a>
  );
  return (
    <nav class="paging" aria-label={texts.pages}>
      {previous === null ? null : link(previous, texts.previousPage)}
      {next === null ? null : link(next, texts.nextPage)}
    </nav>
  );
};

const Files: FC<{ desk: Desk; files: readonly KnownFile[] }> = ({ desk, files }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.bankFileColumns;
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{texts.bankFilesLatest}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.file}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col" class="figure">
            {columns.entries}
          </th>
          <th scope="col" class="figure">
            {columns.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr>
            <th scope="row" class="row-heading">
              <a class="ds-link" href={bankFileAddress(desk, file.fileId)}>
                {texts.bankFileOf(texts.bankFormats[file.format], timeInWords(file.importedAt, policy, language))}
              </a>
            </th>
            <td data-label={columns.state}>{texts.bankFileStates[file.state]}</td>
            <td data-label={columns.entries} class="figure">
              {file.entryCount}
            </td>
            <td data-label={columns.total} class="figure">
              {amountInWords(file.totalOre, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
