/** The web application: addresses to pages, the headers of every answer, and what is shown when something fails. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { compareNotices } from '../notice/index.ts';
import { LANGUAGES, type Language } from '../policy/index.ts';
import { ADDRESSES } from './addresses.ts';
import { readAssets } from './assets.ts';
import type { Typed } from './forms/read-person.ts';
import { type Observer, observing, UNOBSERVED } from './observing.ts';
import { HomePage } from './public/home.tsx';
import { MessagePage } from './public/message.tsx';
import { OrderPage } from './public/order.tsx';
import { ComparisonPage, PrivacyPage } from './public/privacy.tsx';
import { productsForSale, receiveOrder } from './public/receive-order.tsx';
import { RegisterPage, receiveRegistration } from './public/register.tsx';
import { textsIn } from './texts/index.ts';
import type { WebParts } from './web-parts.ts';

/** Bytes of a form at most. */
const LARGEST_FORM = 100_000;

const EMPTY = { values: {}, faults: {} } as const;

/** @param observer Is told of every HTTP request. */
export function createWebApplication(parts: WebParts, observer: Observer = UNOBSERVED): Hono {
  const app = new Hono();
  app.use(observing(observer));
  app.use(securityHeaders(parts));
  app.use(bodyLimit({ maxSize: LARGEST_FORM }));
  app.use(csrf());
  addAssets(app);
  for (const language of LANGUAGES) addPages(app, parts, language);
  app.notFound((context) => {
    const language = languageOf(context);
    const { notFound, notFoundNext } = textsIn(language);
    return context.html(
      <MessagePage policy={parts.policy} language={language} title={notFound} text={notFoundNext} />,
      404,
    );
  });
  app.onError((error, context) => {
    const language = languageOf(context);
    const texts = textsIn(language);
    if (error instanceof HTTPException) {
      const page = (
        <MessagePage policy={parts.policy} language={language} title={texts.refused} text={texts.refusedNext} />
      );
      return context.html(page, error.status);
    }
    // A class and a code only: what an error says may quote what somebody typed.
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    parts.report(`${context.req.method} ${context.req.routePath}: ${error.name} ${code}`);
    const { failed, failedNext } = texts;
    return context.html(
      <MessagePage policy={parts.policy} language={language} title={failed} text={failedNext} />,
      500,
    );
  });
  return app;
}

const languageOf = (context: Context): Language => (/^\/en(\/|$)/.test(context.req.path) ? 'en' : 'nb');

function securityHeaders({ baseUrl }: WebParts) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: baseUrl.protocol === 'https:' ? 'max-age=31536000' : false,
  });
}

function addAssets(app: Hono): void {
  const assets = readAssets();
  app.get('/assets/:name', (context) => {
    const content = assets.get(context.req.param('name'));
    if (content === undefined) return context.notFound();
    return context.body(content, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' });
  });
}

function addPages(app: Hono, parts: WebParts, language: Language): void {
  const { policy } = parts;
  app.get(ADDRESSES.home[language], (context) => context.html(<HomePage policy={policy} language={language} />));
  app.get(ADDRESSES.register[language], (context) =>
    context.html(<RegisterPage policy={policy} language={language} state={EMPTY} />),
  );
  app.post(ADDRESSES.register[language], async (context) => {
    const { page, status } = await receiveRegistration(parts, language, await typedIn(context));
    return context.html(page, status);
  });
  app.get(ADDRESSES.order[language], async (context) =>
    context.html(
      <OrderPage policy={policy} language={language} state={EMPTY} products={await productsForSale(parts)} />,
    ),
  );
  app.post(ADDRESSES.order[language], async (context) => {
    const { page, status } = await receiveOrder(parts, language, await typedIn(context));
    return context.html(page, status);
  });
  app.get(ADDRESSES.privacy[language], (context) => showNotice(context, parts, language));
}

/** The form's fields as text; a file is not something these forms ask for and counts as nothing. */
async function typedIn(context: Context): Promise<Typed> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

function showNotice(context: Context, { policy, notices, published }: WebParts, language: Language) {
  const versions = published.filter((notice) => notice.language === language);
  const find = (number: string | undefined) => versions.find(({ versionNumber }) => versionNumber === number);
  const asked = context.req.query('version');
  const notice = asked === undefined ? versions[0] : find(asked);
  if (notice === undefined) return context.notFound();
  const against = context.req.query('against');
  if (against !== undefined) {
    const older = find(against);
    if (older === undefined) return context.notFound();
    const html = compareNotices(older, notice);
    const numbers = { older: older.versionNumber, newer: notice.versionNumber };
    return context.html(<ComparisonPage policy={policy} language={language} html={html} {...numbers} />);
  }
  const current = notices[language];
  const contents = notice.versionNumber === current.versionNumber ? current.contents : [];
  const shown = { notice, contents, versions };
  return context.html(<PrivacyPage policy={policy} language={language} {...shown} />);
}
