/** The addresses of the public pages: home, register, order, the notice with its versions. */
import type { Hono } from 'hono';
import { compareNotices } from '../../notice/index.ts';
import type { Language } from '../../policy/index.ts';
import { ADDRESSES } from '../addresses.ts';
import type { Typed } from '../forms/read-person.ts';
import { clientOf, frameOf, typedIn, type WebContext, type WebEnvironment } from '../http-request.ts';
import { tooOften } from '../too-often.tsx';
import type { PublishedNotice, WebParts } from '../web-parts.ts';
import { HomePage } from './home.tsx';
import { LOOK_UP, lookUpCompany, offersLookUp } from './look-up.ts';
import { addOrdering } from './ordering/pages.tsx';
import { ComparisonPage, PrivacyPage } from './privacy.tsx';
import { RegisterPage, receiveRegistration } from './register.tsx';
import { addSurvey } from './survey.tsx';

const EMPTY = { values: {}, faults: {} } as const;

export function addPublicPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.home[language], (context) => context.html(<HomePage frame={frameOf(context, parts)} />));
  app.get(ADDRESSES.register[language], (context) =>
    context.html(<RegisterPage frame={frameOf(context, parts)} state={EMPTY} lookUp={offersLookUp(parts)} />),
  );
  app.post(ADDRESSES.register[language], async (context) => {
    const typed = await typedIn(context);
    if (typed[LOOK_UP] !== undefined && offersLookUp(parts)) return await showLookUp(context, parts, typed);
    const waiting = tooOften(context, parts, { registrationsByClient: clientOf(context) });
    if (waiting !== null) return waiting;
    const { page, status, headers } = await receiveRegistration(parts, frameOf(context, parts), typed);
    return context.html(page, status, headers);
  });
  addOrdering(app, parts, language);
  addSurvey(app, parts, language);
  app.get(ADDRESSES.privacy[language], (context) => showNotice(context, parts));
}

async function showLookUp(context: WebContext, parts: WebParts, typed: Typed): Promise<Response> {
  const waiting = tooOften(context, parts, { lookUpsByClient: clientOf(context) });
  if (waiting !== null) return await waiting;
  const frame = frameOf(context, parts);
  const { state, fetched } = await lookUpCompany(parts, frame, typed);
  const page = <RegisterPage frame={frame} state={state} lookUp fetched={fetched} />;
  return context.html(page, fetched === null ? 422 : 200);
}

const compared = new WeakMap<PublishedNotice, WeakMap<PublishedNotice, string>>();

/** Published versions never change, and anybody may ask for any two again and again. */
function comparison(older: PublishedNotice, newer: PublishedNotice): string {
  const known = compared.get(older) ?? new WeakMap<PublishedNotice, string>();
  compared.set(older, known);
  const html = known.get(newer) ?? compareNotices(older, newer);
  known.set(newer, html);
  return html;
}

function showNotice(context: WebContext, parts: WebParts) {
  const frame = frameOf(context, parts);
  const versions = parts.published.filter(({ language }) => language === frame.language);
  const find = (number: string | undefined) => versions.find(({ versionNumber }) => versionNumber === number);
  const asked = context.req.query('version');
  const notice = asked === undefined ? versions[0] : find(asked);
  if (notice === undefined) return context.notFound();
  const against = context.req.query('against');
  if (against !== undefined) {
    const older = find(against);
    if (older === undefined) return context.notFound();
    const html = comparison(older, notice);
    const numbers = { older: older.versionNumber, newer: notice.versionNumber };
    return context.html(<ComparisonPage frame={frame} html={html} {...numbers} />);
  }
  const current = parts.notices[frame.language];
  const contents = notice.versionNumber === current.versionNumber ? current.contents : [];
  return context.html(<PrivacyPage frame={frame} notice={notice} contents={contents} versions={versions} />);
}
