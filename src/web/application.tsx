/** The web application: addresses to pages, the headers of every answer, and what is shown when something fails. */
import { Hono, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { LANGUAGES } from '../policy/index.ts';
import { ADDRESSES } from './addresses.ts';
import { readAssets } from './assets.ts';
import { frameOf, type WebContext, type WebEnvironment } from './http-request.ts';
import { limitBody } from './largest-body.tsx';
import { createLimiter } from './limits.ts';
import { addMyPage } from './mypage/pages.tsx';
import { type Observer, observing, UNOBSERVED } from './observing.ts';
import { onlyWhatIsOffered } from './offered.ts';
import { createLookPasses } from './office/customer/second-look.ts';
import { createDoneMessages } from './office/flash/done.ts';
import { addOffice } from './office/pages.tsx';
import { NOTHING_OUTSIDE } from './outside.ts';
import { MessagePage } from './public/message.tsx';
import { addPublicPages } from './public/pages.tsx';
import { addSignIn, addSignInApi } from './sign-in/pages.tsx';
import { textsIn } from './texts/index.ts';
import { usageOf } from './use-of-products.ts';
import type { WebParts } from './web-parts.ts';

/** @param observer Is told of every HTTP request. */
export function createWebApplication(
  given: Omit<WebParts, 'limiter' | 'usage' | 'doneMessages' | 'lookPasses' | 'outside'> &
    Partial<Pick<WebParts, 'outside'>>,
  observer: Observer = UNOBSERVED,
): Hono<WebEnvironment> {
  const { now } = given;
  const parts: WebParts = {
    outside: NOTHING_OUTSIDE,
    ...given,
    limiter: createLimiter(now),
    usage: usageOf(given),
    doneMessages: createDoneMessages(now),
    lookPasses: createLookPasses(now),
  };
  const app = new Hono<WebEnvironment>();
  app.use(observing(observer));
  app.use(securityHeaders(parts));
  app.use(limitBody(parts));
  app.use(onlyWhatIsOffered(parts.policy));
  // Forms come from the address people use, also where a proxy asks under another.
  app.use(csrf({ origin: (origin, context) => isOwnOrigin(origin, context.req.url, parts) }));
  addAssets(app);
  app.use(async (context, next) => {
    const renewals: string[] = [];
    context.set('viewer', await parts.signedIn(context.req.raw.headers, (line) => renewals.push(line)));
    await next();
    // A page that opens or ends a session has the last word.
    if (context.res.headers.getSetCookie().length > 0) return;
    for (const line of renewals) context.header('Set-Cookie', line, { append: true });
  });
  addSignInApi(app, parts);
  for (const language of LANGUAGES) {
    addPublicPages(app, parts, language);
    addSignIn(app, parts, language);
    addMyPage(app, parts, language);
    addOffice(app, parts, language);
  }
  app.notFound((context) => {
    const frame = frameOf(context, parts);
    const { notFound, notFoundNext } = textsIn(frame.language);
    return context.html(<MessagePage frame={frame} title={notFound} text={notFoundNext} />, 404);
  });
  app.onError((error, context) => showFailure(error, context, parts));
  return app;
}

const isOwnOrigin = (origin: string, url: string, { baseUrl }: WebParts): boolean =>
  origin === baseUrl.origin || origin === new URL(url).origin;

function showFailure(error: Error, context: WebContext, parts: WebParts) {
  const frame = frameOf(context, parts);
  const texts = textsIn(frame.language);
  if (error instanceof HTTPException) {
    return context.html(<MessagePage frame={frame} title={texts.refused} text={texts.refusedNext} />, error.status);
  }
  // A class and a code only: what an error says may quote what somebody typed.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  parts.report(`${context.req.method} ${context.req.routePath}: ${error.name} ${code}`);
  return context.html(<MessagePage frame={frame} title={texts.failed} text={texts.failedNext} />, 500);
}

/** Pages that have a script, and it alone; every other page runs none. */
const WITH_SCRIPT: ReadonlySet<string> = new Set(
  (['signIn', 'signInPassword', 'security', 'codes', 'officeCustomers'] as const).flatMap((page) =>
    Object.values(ADDRESSES[page]),
  ),
);

function securityHeaders(parts: WebParts): MiddlewareHandler {
  const without = headersFor(parts, {});
  const withScript = headersFor(parts, { scriptSrc: ["'self'"], connectSrc: ["'self'"] });
  return (context, next) => (WITH_SCRIPT.has(context.req.path) ? withScript : without)(context, next);
}

function headersFor({ baseUrl }: WebParts, more: { scriptSrc?: string[]; connectSrc?: string[] }): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      ...more,
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

function addAssets(app: Hono<WebEnvironment>): void {
  const assets = readAssets();
  app.get('/assets/:name', (context) => {
    const name = context.req.param('name');
    const content = assets.get(name);
    if (content === undefined) return context.notFound();
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/css';
    return context.body(content, 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'max-age=3600' });
  });
}
