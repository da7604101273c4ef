/** One import, as far as it has come. Works without scripts: while it runs, the browser asks for the page again. */
import type { Child, FC } from 'hono/jsx';
import type { ImportRun, Refusal } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import { timeInWords } from '../value.tsx';
import { importAddress } from './addresses.ts';
import { Refusals } from './preview.tsx';

interface ImportPageProps {
  readonly desk: DeskForPurpose;
  readonly run: ImportRun;
  /** Of a file that was read in: the first of its refusals. */
  readonly refusals: readonly Refusal[];
  /** Of a file that waits: mapping and preview. */
  readonly children?: Child;
}

export const ImportPage: FC<ImportPageProps> = ({ desk, run, refusals, children }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const title = texts.importOf(texts.importKinds[run.kind], timeInWords(run.uploadedAt, policy, language));
  return (
    <DeskPage desk={desk} title={title} page="officeImports">
      <h1>{title}</h1>
      <p class="lead">
        {run.state === 'uploaded' && run.mapping !== null ? texts.importReady : texts.importStates[run.state]}
      </p>
      <Progress desk={desk} run={run} />
      {children}
      {run.state !== 'done' ? null : (
        <>
          <p>{texts.importDone(run.written, run.refused)}</p>
          {run.refused === 0 ? null : (
            <>
              <p>
                <a class="ds-link" href={importAddress(desk, run.importId, `${texts.importReportName}.csv`)}>
                  {texts.importReport}
                </a>
              </p>
              <Refusals
                desk={desk}
                title={texts.importWereRefused}
                alone
                refusals={refusals}
                all={run.refused}
                header={[]}
              />
            </>
          )}
        </>
      )}
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeImports')}>
          {texts.officeImports}
        </a>
      </p>
    </DeskPage>
  );
};

const Progress: FC<{ desk: DeskForPurpose; run: ImportRun }> = ({ desk, run }) => {
  const texts = officeTextsIn(desk.frame.language);
  if (run.state !== 'running' && run.state !== 'stopped') return null;
  const done = run.written + run.refused;
  const says = texts.importProgress(done, run.rowCount);
  return (
    <>
      <p>
        <progress value={done} max={run.rowCount} aria-label={says} />
      </p>
      <p role="status">{says}</p>
      {run.state === 'running' ? (
        <>
          <p class="hint">{texts.importRefreshes}</p>
          <p>
            <a class="ds-button" data-variant="secondary" href={importAddress(desk, run.importId)}>
              {texts.importRefresh}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{texts.importStopped}</p>
          <form method="post" action={importAddress(desk, run.importId, 'run')}>
            <button class="ds-button" type="submit">
              {texts.importGoOn}
            </button>
          </form>
        </>
      )}
    </>
  );
};
