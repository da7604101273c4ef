/** Customer surveys as staff see them: no answer alone, no month with fewer than five. */
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { SMALLEST_GROUP } from '../../../enforcement/index.ts';
import type { MonthOfAnswers, Survey } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { textsIn } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { drawBars } from '../figures/bars.ts';
import { escaped, monthInWords, numberIn } from '../figures/figures-page.tsx';
import { TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';

export const LONGEST = { name: 100, questionNb: 300, questionEn: 300 } as const;

interface SurveysProps {
  readonly desk: Desk;
  /** The newest; null when there has been none. */
  readonly survey: Survey | null;
  readonly results: readonly MonthOfAnswers[];
  readonly state: FormState;
}

export const SurveysPage: FC<SurveysProps> = (props) => {
  const { desk, survey, state } = props;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const address = deskAddress(desk, 'officeSurveys');
  return (
    <DeskPage desk={desk} title={texts.officeSurveys} page="officeSurveys">
      <h1>{texts.officeSurveys}</h1>
      <p class="lead">{texts.surveysLead}</p>
      {survey?.inUse !== true ? (
        <p>{texts.surveyNoneNow}</p>
      ) : (
        <section class="ds-card thing" aria-labelledby="in-use">
          <h2 id="in-use">{texts.surveyNow}</h2>
          <p>
            <strong>{survey.question[language]}</strong> <span class="hint">{survey.name}</span>
          </p>
          <form method="post" action={address}>
            <HiddenFields fields={{ stop: 'yes' }} />
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {texts.surveyStopAll}
            </button>
          </form>
        </section>
      )}
      <Results {...props} />
      <h2>{texts.surveyNew}</h2>
      <OfficeForm desk={desk} state={state} action={address} submit={texts.surveyStart}>
        <TextField
          {...{ desk, state }}
          name="name"
          label={texts.surveyName}
          hint={texts.surveyNameHint}
          longest={LONGEST.name}
          required
        />
        <TextField
          {...{ desk, state }}
          name="questionNb"
          label={texts.surveyQuestionNb}
          hint={texts.surveyQuestionHint}
          longest={LONGEST.questionNb}
          required
        />
        <TextField
          {...{ desk, state }}
          name="questionEn"
          label={texts.surveyQuestionEn}
          longest={LONGEST.questionEn}
          required
        />
      </OfficeForm>
    </DeskPage>
  );
};

const Results: FC<SurveysProps> = ({ desk, survey, results }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const format = numberIn(language);
  if (survey === null) return null;
  if (results.length === 0) return <p>{texts.surveyNoAnswers}</p>;
  const told = results.filter(({ told: month }) => month !== null);
  const bars = [...told].reverse().map(({ month, told: one }) => ({
    name: monthInWords(month, language),
    value: one?.average ?? null,
  }));
  const description = bars.map(({ name, value }) => `${name}: ${value === null ? '' : format(value)}`).join('; ');
  const drawn = { id: 'survey', title: texts.surveyChart, description: escaped(description), bars, format, most: 5 };
  const reasonNames = textsIn(language).surveyReasonNames;
  return (
    <section aria-labelledby="results">
      <h2 id="results">{survey.question[language]}</h2>
      <p class="hint">{texts.figuresSmall(SMALLEST_GROUP)}</p>
      {bars.length === 0 ? null : (
        <>
          <div class="chart narrow">{raw(drawBars(drawn, 'narrow'))}</div>
          <div class="chart wide">{raw(drawBars(drawn, 'wide'))}</div>
        </>
      )}
      <table class="ds-table lines">
        <caption class="unseen">{texts.officeSurveys}</caption>
        <thead>
          <tr>
            {[texts.surveyMonth, texts.surveyAnswers, texts.surveyAverage, texts.surveyTicked].map((label) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map(({ month, told: one }) => (
            <tr>
              <th scope="row">{monthInWords(month, language)}</th>
              <td data-label={texts.surveyAnswers}>
                {one === null ? texts.figuresUnder(SMALLEST_GROUP) : format(one.answers)}
              </td>
              <td data-label={texts.surveyAverage}>{one === null ? '–' : format(one.average)}</td>
              <td data-label={texts.surveyTicked}>
                {[...(one?.reasons ?? [])].map(([reason, count]) => `${reasonNames[reason]} (${count})`).join(', ') ||
                  '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
