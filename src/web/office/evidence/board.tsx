/** The evidence board: each promise with its sentence, its controls and what they found. Nothing is said to hold unseen. */
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { PromiseReport, PromiseStatus } from '../../../enforcement/index.ts';
import type { LedgerState } from '../../../records/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { Terms } from '../policy/listed.tsx';
import { timeInWords } from '../value.tsx';
import { drawChart } from './chart.ts';
import { PromiseCard, Status } from './promise.tsx';
import { countOf, inSections, type Section, STATUSES } from './sections.ts';
import { ageInDays, lastRun } from './staleness.ts';

interface EvidenceProps {
  readonly desk: Desk;
  readonly promises: readonly PromiseReport[];
  /** What the notice says of each, in the reader's language. */
  readonly sentences: Readonly<Record<string, string>>;
  readonly ledger: LedgerState;
  /** Only promises of this status are listed; null: all. */
  readonly filter: PromiseStatus | null;
  readonly now: Date;
}

export const EvidencePage: FC<EvidenceProps> = (props) => {
  const { desk, promises, sentences, ledger, filter, now } = props;
  const texts = officeTextsIn(desk.frame.language);
  const sections = inSections(promises);
  const shown = inSections(promises.filter(({ status }) => filter === null || status === filter));
  return (
    <DeskPage desk={desk} title={texts.evidenceTitle} page="officeEvidence">
      <h1>{texts.evidenceTitle}</h1>
      <p class="lead">{texts.evidenceLead}</p>
      <Summary {...props} />
      <Chart sections={sections} desk={desk} />
      <Ledger desk={desk} ledger={ledger} />
      <Filter desk={desk} promises={promises} filter={filter} />
      {shown.length === 0 ? <p>{texts.noPromises}</p> : null}
      {shown.map(({ name, promises: own }) => (
        <section aria-labelledby={name}>
          <h2 id={name}>{texts.sections[name]}</h2>
          {own.map((promise) => (
            <PromiseCard frame={desk.frame} promise={promise} sentence={sentences[promise.id] ?? null} now={now} />
          ))}
        </section>
      ))}
    </DeskPage>
  );
};

const Summary: FC<EvidenceProps> = ({ desk, promises, now }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const last = lastRun(promises);
  const age = last === null ? 0 : ageInDays(last, now);
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{texts.summary}</h2>
      <ul class="figures">
        {STATUSES.map((status) => (
          <li>
            <strong>{countOf(promises, status)}</strong>
            <Status status={status} texts={texts} />
          </li>
        ))}
      </ul>
      {last === null ? (
        <p class="fault">{texts.neverRun}</p>
      ) : (
        <p>
          {texts.lastRun}: {timeInWords(last, policy, language)}.{' '}
          {age === 0 ? null : (
            <span class="ds-tag" data-color="warning">
              {texts.staleRun(age)}
            </span>
          )}
        </p>
      )}
    </section>
  );
};

/** Twice: one drawing for a phone, one for a desk. What is not shown is not read aloud either. */
const Chart: FC<{ sections: readonly Section[]; desk: Desk }> = ({ sections, desk }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <section aria-labelledby="chart">
      <h2 id="chart">{texts.chartTitle}</h2>
      <ul class="listed legend" aria-hidden="true">
        {STATUSES.map((status) => (
          <li class={status}>{texts.statuses[status]}</li>
        ))}
      </ul>
      <div class="chart narrow">
        {raw(drawChart(sections, texts, { width: 300, labels: 118, figuresFrom: 2, id: 'chart-narrow' }))}
      </div>
      <div class="chart wide">
        {raw(drawChart(sections, texts, { width: 760, labels: 150, figuresFrom: 1, id: 'chart-wide' }))}
      </div>
      <details>
        <summary>{texts.chartTable}</summary>
        <table class="ds-table lines figures-table">
          <caption>{texts.chartTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.section}</th>
              {STATUSES.map((status) => (
                <th scope="col">{texts.statuses[status]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sections.map(({ name, promises }) => (
              <tr>
                <th scope="row">{texts.sections[name]}</th>
                {STATUSES.map((status) => (
                  <td>{countOf(promises, status)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
};

const Ledger: FC<{ desk: Desk; ledger: LedgerState }> = ({ desk, ledger: { size, signed } }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{texts.ledger}</h2>
      <p>{texts.ledgerLead}</p>
      <Terms
        terms={[
          [texts.ledgerSize, String(size)],
          [texts.ledgerSigned, signed === null ? texts.ledgerNeverSigned : String(signed.size)],
          [texts.ledgerSignedAt, signed === null ? null : timeInWords(signed.at, policy, language)],
        ]}
      />
    </section>
  );
};

const Filter: FC<{ desk: Desk; promises: readonly PromiseReport[]; filter: PromiseStatus | null }> = (props) => {
  const { desk, promises, filter } = props;
  const texts = officeTextsIn(desk.frame.language);
  const address = deskAddress(desk, 'officeEvidence');
  const choices = [
    { status: null, text: texts.allPromises, href: `${address}#promises`, count: promises.length },
    ...STATUSES.map((status) => ({
      ...{ status, text: texts.statuses[status], href: `${address}&status=${status}#promises` },
      count: countOf(promises, status),
    })),
  ];
  return (
    <nav id="promises" aria-label={texts.filterBy}>
      <ul class="menu filter">
        {choices.map(({ status, text, href, count }) => (
          <li>
            <a class="ds-link" href={href} {...(status === filter ? { 'aria-current': 'true' } : {})}>
              {text} ({count})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
