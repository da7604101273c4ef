/** One bank file: before it is registered what that would do, afterwards what became of it. */
import type { FC } from 'hono/jsx';
import type { KnownFile, Match } from '../../../register/index.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { timeInWords } from '../value.tsx';
import { bankFileAddress, dayText } from './addresses.ts';

/** Rows of each kind that are shown. */
const SHOWN = 50;

interface FilePageProps {
  readonly desk: Desk;
  readonly file: KnownFile;
  /** What registering would do; null for a file that is registered. */
  readonly matches: readonly Match[] | null;
}

export const BankFilePage: FC<FilePageProps> = ({ desk, file, matches }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const title = texts.bankFileOf(texts.bankFormats[file.format], timeInWords(file.importedAt, policy, language));
  const columns = texts.bankFileColumns;
  return (
    <DeskPage desk={desk} title={title} page="officeBankFiles">
      <h1>{title}</h1>
      <dl class="facts">
        <div>
          <dt>{columns.state}</dt>
          <dd>{texts.bankFileStates[file.state]}</dd>
        </div>
        <div>
          <dt>{columns.entries}</dt>
          <dd>{file.entryCount}</dd>
        </div>
        <div>
          <dt>{columns.total}</dt>
          <dd>{amountInWords(file.totalOre, language)}</dd>
        </div>
      </dl>
      {file.passedOver === 0 ? null : <p class="hint">{texts.bankFilePassedOver(file.passedOver)}</p>}
      {matches === null ? null : <Preview desk={desk} file={file} matches={matches} />}
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeBankFiles')}>
          {texts.officeBankFiles}
        </a>
      </p>
    </DeskPage>
  );
};

const Preview: FC<{ desk: Desk; file: KnownFile; matches: readonly Match[] }> = ({ desk, file, matches }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const fitting = matches.filter(({ kind }) => kind === 'matched');
  const waiting = matches.filter(({ kind }) => kind === 'unmatched');
  const sum = fitting.reduce((total, { entry }) => total + entry.amountOre, 0);
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{texts.bankFilePreview}</h2>
      <p>{texts.bankFileFits(fitting.length, amountInWords(sum, language))}</p>
      <p>{texts.bankFileWaits(waiting.length)}</p>
      <div class="buttons">
        <form method="post" class="inline-form" action={bankFileAddress(desk, file.fileId, undefined, 'register')}>
          <button class="ds-button" type="submit">
            {texts.bankFileRegister}
          </button>
        </form>
        <form method="post" class="inline-form" action={bankFileAddress(desk, file.fileId, undefined, 'drop')}>
          <button class="ds-button" data-variant="secondary" type="submit">
            {texts.bankFileDrop}
          </button>
        </form>
      </div>
      <Matches desk={desk} title={texts.bankFileByHand} matches={waiting} />
      <Matches desk={desk} title={texts.bankFileFitting} matches={fitting} />
    </section>
  );
};

const Matches: FC<{ desk: Desk; title: string; matches: readonly Match[] }> = ({ desk, title, matches }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.bankFileColumns;
  if (matches.length === 0) return null;
  const waits = matches.some(({ kind }) => kind === 'unmatched');
  return (
    <>
      <h3>{title}</h3>
      {matches.length > SHOWN ? <p class="hint">{texts.bankFileShown(SHOWN, matches.length)}</p> : null}
      <table class="ds-table lines list-table">
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.invoice}</th>
            {waits ? <th scope="col">{columns.why}</th> : null}
            <th scope="col" class="figure">
              {columns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {matches.slice(0, SHOWN).map((match) => (
            <tr>
              <th scope="row" class="row-heading">
                {dayText(match.entry.paidOn, language)}
              </th>
              <td data-label={columns.reference}>{match.entry.reference ?? texts.withoutReference}</td>
              <td data-label={columns.invoice}>{match.invoice?.invoiceNumber ?? ''}</td>
              {waits ? (
                <td data-label={columns.why}>{match.kind === 'unmatched' ? texts.whyUnmatched[match.why] : ''}</td>
              ) : null}
              <td data-label={columns.amount} class="figure">
                {amountInWords(match.entry.amountOre, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
