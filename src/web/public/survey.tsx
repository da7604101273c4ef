/**
 * Answering a survey from the link in a mail, without signing in. The link is spent in one transaction and the answer
 * written in another: should the program die between the two the answer is lost, and that is better than a trace.
 */
import type { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import { dayOf } from '../../records/index.ts';
import {
  REASONS,
  readAnswer,
  SCORES,
  type Survey,
  spendLink,
  surveyOfLink,
  writeAnswer,
} from '../../register/index.ts';
import { ADDRESSES, addressOf } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { clientOf, frameOf, type WebContext, type WebEnvironment } from '../http-request.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { tooOften } from '../too-often.tsx';
import type { WebParts } from '../web-parts.ts';
import { MessagePage } from './message.tsx';

const PURPOSE = 'satisfaction-surveys';
const TOKEN = /^[A-Za-z0-9_-]{22,64}$/;

export function addSurvey(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.survey[language], (context) => ask(context, parts));
  app.post(ADDRESSES.survey[language], (context) => receive(context, parts));
}

async function ask(context: WebContext, parts: WebParts): Promise<Response> {
  const waiting = tooOften(context, parts, { surveysByClient: clientOf(context) });
  if (waiting !== null) return await waiting;
  const token = context.req.query('token') ?? '';
  return await showQuestion(context, parts, token, null);
}

async function showQuestion(context: WebContext, parts: WebParts, token: string, fault: string | null) {
  const frame = frameOf(context, parts);
  const survey = TOKEN.test(token) ? await surveyFor(parts, token) : null;
  if (survey === null) return over(context, frame);
  // The address holds the link, so it stays in no cache.
  context.header('Cache-Control', 'private, no-store');
  const page = <SurveyPage frame={frame} survey={survey} token={token} fault={fault} />;
  return context.html(page, fault === null ? 200 : 422);
}

const surveyFor = (parts: WebParts, token: string): Promise<Survey | null> =>
  parts.asVisitor(PURPOSE, ({ register }) => surveyOfLink(register, token, dayOf(parts.now(), parts.policy)));

function over(context: WebContext, frame: Frame): Response | Promise<Response> {
  const texts = textsIn(frame.language);
  return context.html(<MessagePage frame={frame} title={texts.surveyOver} text={texts.surveyOverNext} />, 410);
}

async function receive(context: WebContext, parts: WebParts): Promise<Response> {
  const waiting = tooOften(context, parts, { surveysByClient: clientOf(context) });
  if (waiting !== null) return await waiting;
  const frame = frameOf(context, parts);
  const texts = textsIn(frame.language);
  const body = await context.req.parseBody({ all: true });
  const [token = ''] = texted(body.token);
  const answer = readAnswer(texted(body.score)[0] ?? '', texted(body.reasons));
  if (answer === null) return await showQuestion(context, parts, token, texts.surveyFault);
  const today = dayOf(parts.now(), parts.policy);
  const surveyId = TOKEN.test(token)
    ? await parts.asVisitor(PURPOSE, ({ register }) => spendLink(register, token, today))
    : null;
  if (surveyId === null) return await over(context, frame);
  const month = `${today.slice(0, 7)}-01`;
  await parts.asVisitor(PURPOSE, ({ register }) => writeAnswer(register, surveyId, month, answer));
  return context.html(<MessagePage frame={frame} title={texts.surveyThanks} text={texts.surveyThanksNext} />);
}

const texted = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

interface SurveyProps {
  readonly frame: Frame;
  readonly survey: Survey;
  readonly token: string;
  readonly fault: string | null;
}

const SurveyPage: FC<SurveyProps> = ({ frame, survey, token, fault }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout
      frame={frame}
      title={texts.survey}
      page={null}
      otherAddress={`${ADDRESSES.survey[language === 'nb' ? 'en' : 'nb']}?token=${token}`}
    >
      <h1>{survey.question[language]}</h1>
      <p class="lead">{texts.surveyLead}</p>
      <form method="post" action={addressOf('survey', language)} novalidate>
        <input type="hidden" name="token" value={token} />
        {fault === null ? null : (
          <div class="ds-alert" data-color="danger" role="alert" tabindex={-1} autofocus>
            <a href="#score-5">{fault}</a>
          </div>
        )}
        <fieldset class="field">
          <legend>{texts.surveyScore}</legend>
          {[...SCORES].reverse().map((score) => (
            <label class="choice">
              <input class="ds-input" type="radio" id={`score-${score}`} name="score" value={String(score)} required />
              {score} – {texts.surveyScores[score]}
            </label>
          ))}
        </fieldset>
        <fieldset class="field">
          <legend>{texts.surveyReasons}</legend>
          {REASONS.map((reason) => (
            <label class="choice">
              <input class="ds-input" type="checkbox" name="reasons" value={reason} />
              {texts.surveyReasonNames[reason]}
            </label>
          ))}
        </fieldset>
        <button class="ds-button" type="submit">
          {texts.surveySend}
        </button>
      </form>
      <p>
        <a class="ds-link" href={addressOf('myPurposes', language)}>
          {texts.surveyStop}
        </a>
      </p>
    </Layout>
  );
};
