/** The web application: addresses to pages, the headers of every answer, and what is shown when something fails. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { LANGUAGES } from '../policy/index.ts';
import { readAssets } from './assets.ts';
import { frameOf, type WebContext, type WebEnvironment } from './http-request.ts';
import { addMyPage } from './mypage/pages.tsx';
import { addOffice } from './office/pages.tsx';
import { MessagePage } from './public/message.tsx';
import { addPublicPages } from './public/pages.tsx';
import { addSignIn } from './sign-in/pages.tsx';
import { textsIn } from './texts/index.ts';
import type { WebParts } from './web-parts.ts';

/** Bytes of a form at most. */
const LARGEST_FORM = 100_000;

export function createWebApplication(parts: WebParts): Hono<WebEnvironment> {
  const app = new Hono<WebEnvironment>();
  app.use(securityHeaders(parts));
  app.use(bodyLimit({ maxSize: LARGEST_FORM }));
  app.use(csrf());
  addAssets(app);
  app.use(async (context, next) => {
    context.set('viewer', await parts.signedIn(context.req.raw.headers));
    await next();
  });
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

function addAssets(app: Hono<WebEnvironment>): void {
  const assets = readAssets();
  app.get('/assets/:name', (context) => {
    const content = assets.get(context.req.param('name'));
    if (content === undefined) return context.notFound();
    return context.body(content, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' });
  });
}
