/** The security measures: when each was checked and is due again, and the form that records a check. */
import type { FC } from 'hono/jsx';
import type { MeasureStanding } from '../../../enforcement/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import { type CheckRecorded, LONGEST_CHECK_NOTE } from '../../../records/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, DateField, SelectField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';

interface MeasuresProps {
  readonly desk: Desk;
  readonly standing: readonly MeasureStanding[];
  /** Newest first. */
  readonly checks: readonly CheckRecorded[];
  /** Names by staff_id. */
  readonly staff: ReadonlyMap<string, string>;
  readonly state: FormState;
  readonly today: string;
}

export const MeasuresPage: FC<MeasuresProps> = (props) => {
  const { desk, standing, today } = props;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { kind, checked, due } = texts.measureColumns;
  return (
    <DeskPage desk={desk} title={texts.officeMeasures} page="officeMeasures">
      <h1>{texts.officeMeasures}</h1>
      <p class="lead">{texts.measuresLead}</p>
      <p>
        <a class="ds-link" href="#record">
          {texts.measureRecord}
        </a>
      </p>
      {[...standing].sort(soonest).map(({ measure, checkedOn, due: dueOn }) => (
        <section class="ds-card thing" aria-labelledby={`measure-${measure.name}`}>
          <h2 id={`measure-${measure.name}`}>{measure.label[language]}</h2>
          <dl class="facts">
            <div>
              <dt>{kind}</dt>
              <dd>{texts.measureKinds[measure.kind]}</dd>
            </div>
            <div>
              <dt>{checked}</dt>
              <dd>{dateInWords(checkedOn, language)}</dd>
            </div>
            <div>
              <dt>{due}</dt>
              <dd>
                {dateInWords(dueOn, language)}{' '}
                {dueOn < today ? (
                  <span class="ds-tag" data-color="danger">
                    {texts.measureLate}
                  </span>
                ) : null}
              </dd>
            </div>
          </dl>
        </section>
      ))}
      <RecordForm {...props} />
      <Earlier {...props} />
    </DeskPage>
  );
};

/** What is due first stands first. */
const soonest = (one: MeasureStanding, other: MeasureStanding): number => (one.due < other.due ? -1 : 1);

const RecordForm: FC<MeasuresProps> = ({ desk, standing, state, today }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const typed = { ...state, values: { day: today, ...state.values } };
  return (
    <section aria-labelledby="record">
      <h2 id="record">{texts.measureRecord}</h2>
      <p>{texts.measureReviewCounts}</p>
      <OfficeForm desk={desk} state={state} action={deskAddress(desk, 'officeMeasures')} submit={texts.measureRecord}>
        <SelectField
          {...{ desk, state }}
          name="measure"
          label={texts.measureWhich}
          empty={texts.measureChoose}
          options={standing.map(({ measure }) => ({ value: measure.name, label: measure.label[language] }))}
          required
        />
        <DateField desk={desk} state={typed} name="day" label={texts.measureDay} max={today} required />
        <AreaField
          {...{ desk, state }}
          name="note"
          label={texts.measureNote}
          hint={texts.measureNoteHint}
          longest={LONGEST_CHECK_NOTE}
          rows={3}
        />
      </OfficeForm>
    </section>
  );
};

/** Checks that are listed. */
const SHOWN = 30;

const Earlier: FC<MeasuresProps> = ({ desk, standing, checks, staff }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const labels = new Map(standing.map(({ measure }) => [measure.name, measure.label[language]]));
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{texts.measureEarlier}</h2>
      {checks.length === 0 ? <p>{texts.measureNoneYet}</p> : null}
      <ul class="looks">
        {checks.slice(0, SHOWN).map(({ measure, checkedOn, checkedBy, note }) => (
          <li>
            {dateInWords(checkedOn, language)}: {labels.get(measure) ?? measure},{' '}
            {staff.get(checkedBy) ?? texts.somebodyDeleted}
            {note === null ? null : <span class="hint block">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};
