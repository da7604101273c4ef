/** The addresses of the public pages: home, register, order, the notice with its versions. */
import type { Hono } from 'hono';
import { compareNotices } from '../../notice/index.ts';
import type { Language } from '../../policy/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { clientOf, frameOf, typedIn, type WebContext, type WebEnvironment } from '../http-request.ts';
import { tooOften } from '../too-often.tsx';
import type { PublishedNotice, WebParts } from '../web-parts.ts';
import { HomePage } from './home.tsx';
import { addOrdering } from './ordering/pages.tsx';
import { ComparisonPage, PrivacyPage } from './privacy.tsx';
import { RegisterPage, receiveRegistration } from './register.tsx';

const EMPTY = { values: {}, faults: {} } as const;

export function addPublicPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.home[language], (context) => context.html(<HomePage frame={frameOf(context, parts)} />));
  app.get(ADDRESSES.register[language], (context) =>
    context.html(<RegisterPage frame={frameOf(context, parts)} state={EMPTY} />),
  );
  app.post(ADDRESSES.register[language], async (context) => {
    const waiting = tooOften(context, parts, { registrationsByClient: clientOf(context) });
    if (waiting !== null) return waiting;
    const { page, status } = await receiveRegistration(parts, frameOf(context, parts), await typedIn(context));
    return context.html(page, status);
  });
  addOrdering(app, parts, language);
  app.get(ADDRESSES.privacy[language], (context) => showNotice(context, parts));
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
