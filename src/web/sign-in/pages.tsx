/** Signing in and out, and the ways in which one proves who one is. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import { type Entry, LINK_MINUTES } from '../../records/index.ts';
import { ADDRESSES, addressOf } from '../addresses.ts';
import { clientOf, frameOf, headersOf, typedIn, type WebContext, type WebEnvironment } from '../http-request.ts';
import { MessagePage } from '../public/message.tsx';
import { textsIn } from '../texts/index.ts';
import { tooOften } from '../too-often.tsx';
import type { WebParts } from '../web-parts.ts';
import { withCookies } from './answer.ts';
import { addFirstOwner } from './first-owner.tsx';
import { composeLinkMail } from './link-mail.ts';
import { DeadLinkPage, LinkPage } from './link-page.tsx';
import { localPath, onTheWay, placeOf } from './onwards.ts';
import { SecondStepPage } from './second-step-page.tsx';
import { addSecurity } from './security.tsx';
import { SignInPage, type SignInState } from './sign-in-page.tsx';

export function addSignIn(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  addFirstOwner(app, parts, language);
  addSecurity(app, parts, language);
  app.get(ADDRESSES.signIn[language], (context) => {
    const failed = context.req.query('failed') === 'provider';
    const next = localPath(context.req.query('next'));
    return context.get('viewer') === null
      ? showSignIn(context, parts, { email: '', fault: failed ? 'provider' : null, next }, 200)
      : context.redirect(onTheWay('signedIn', language, next));
  });
  app.post(ADDRESSES.signIn[language], (context) => sendLink(context, parts));
  app.get(ADDRESSES.signInLink[language], (context) => {
    const token = context.req.query('token') ?? '';
    const next = localPath(context.req.query('next'));
    return context.html(<LinkPage frame={frameOf(context, parts)} token={token} next={next} />);
  });
  app.post(ADDRESSES.signInLink[language], (context) => useLink(context, parts));
  app.post(ADDRESSES.signInPassword[language], (context) => usePassword(context, parts));
  app.get(ADDRESSES.signInOpenId[language], (context) => goToProvider(context, parts));
  app.get(ADDRESSES.signedIn[language], (context) => onwards(context, language));
  app.get(ADDRESSES.secondStep[language], (context) => {
    const next = localPath(context.req.query('next'));
    return context.html(<SecondStepPage frame={frameOf(context, parts)} fault={null} next={next} />);
  });
  app.post(ADDRESSES.secondStep[language], (context) => useCode(context, parts));
  app.post(ADDRESSES.signOut[language], async (context) => {
    withCookies(context, await parts.accounts.signOut(headersOf(context)));
    context.set('viewer', null);
    return context.html(<SignedOut context={context} parts={parts} />);
  });
}

/** What only browsers' scripts and the provider of OpenID Connect ask for, once and in no language. */
export function addSignInApi(app: Hono<WebEnvironment>, parts: WebParts): void {
  app.all('/api/auth/*', async (context) => {
    const request = new Request(context.req.raw, { headers: headersOf(context) });
    const answer = await parts.accounts.answerBrowser(request);
    if (answer === null) return context.notFound();
    return context.req.path.startsWith(WAY_BACK) ? backFromProvider(context, answer) : answer;
  });
}

const WAY_BACK = '/api/auth/callback/';

/** People come back this way, so whatever went wrong is told on a page, and not in the words of a library. */
function backFromProvider(context: WebContext, answer: Response): Response {
  const location = answer.headers.get('location');
  if (location !== null && !new URL(location, context.req.url).pathname.startsWith('/api/')) return answer;
  const norwegian = /^(nb|nn|no)\b/i.test(context.req.header('accept-language') ?? 'nb');
  return context.redirect(`${addressOf('signIn', norwegian ? 'nb' : 'en')}?failed=provider`, 303);
}

const SignedOut = ({ context, parts }: { context: WebContext; parts: WebParts }) => {
  const frame = frameOf(context, parts);
  return <MessagePage frame={frame} title={textsIn(frame.language).signedOut} text="" />;
};

function showSignIn(context: WebContext, parts: WebParts, state: SignInState, status: 200 | 401 | 422) {
  const { openIdName } = parts.accounts;
  return context.html(<SignInPage frame={frameOf(context, parts)} state={state} openIdName={openIdName} />, status);
}

/** The same page for every address; whether it is somebody's shows in its mailbox only. */
async function sendLink(context: WebContext, parts: WebParts) {
  const frame = frameOf(context, parts);
  const { language } = frame;
  const typed = await typedIn(context);
  const email = (typed.email ?? '').trim();
  const next = localPath(typed.next);
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) {
    return showSignIn(context, parts, { email, fault: 'email', next }, 422);
  }
  const tries = { signInLinksByClient: clientOf(context), signInLinksByAddress: email.toLowerCase() };
  const waiting = tooOften(context, parts, tries);
  if (waiting !== null) return waiting;
  parts.accounts.mailLink(email, { language, compose: (token) => composeLinkMail(parts, language, token, next) });
  const texts = textsIn(language);
  return context.html(<MessagePage frame={frame} title={texts.linkSent} text={texts.linkSentNext(LINK_MINUTES)} />);
}

async function useLink(context: WebContext, parts: WebParts) {
  const waiting = tooOften(context, parts, { linkTriesByClient: clientOf(context) });
  if (waiting !== null) return waiting;
  const { token = '', next } = await typedIn(context);
  const entry = await parts.accounts.useLink(token, headersOf(context));
  if (entry.outcome !== 'refused') return enter(context, parts, entry, localPath(next));
  const frame = frameOf(context, parts);
  const { linkMissing, linkMissingNext } = textsIn(frame.language);
  return context.html(<DeadLinkPage frame={frame} title={linkMissing} text={linkMissingNext} />, 410);
}

async function usePassword(context: WebContext, parts: WebParts) {
  const { email: typed = '', password = '', next: asked } = await typedIn(context);
  const email = typed.trim();
  const next = localPath(asked);
  const tries = { passwordsByClient: clientOf(context), passwordsByAddress: email.toLowerCase() };
  const waiting = tooOften(context, parts, tries);
  if (waiting !== null) return waiting;
  const entry = await parts.accounts.signInWithPassword(email, password, headersOf(context));
  if (entry.outcome !== 'refused') return enter(context, parts, entry, next);
  return showSignIn(context, parts, { email, fault: 'password', next }, 401);
}

async function useCode(context: WebContext, parts: WebParts) {
  const waiting = tooOften(context, parts, { codesByClient: clientOf(context) });
  if (waiting !== null) return waiting;
  const { code, recoveryCode = '', next: asked } = await typedIn(context);
  const next = localPath(asked);
  const kind = code === undefined ? 'recovery-code' : 'code';
  const entry = await parts.accounts.enterCode(kind, code ?? recoveryCode, headersOf(context));
  if (entry.outcome === 'signed-in') return enter(context, parts, entry, next);
  withCookies(context, entry.cookies);
  const frame = frameOf(context, parts);
  if (!entry.challengeOver) return context.html(<SecondStepPage frame={frame} fault={kind} next={next} />, 401);
  const { secondStepOver, secondStepOverNext } = textsIn(frame.language);
  return context.html(<DeadLinkPage frame={frame} title={secondStepOver} text={secondStepOverNext} />, 401);
}

/** A redirect, so that going back sends no form again. */
function enter(context: WebContext, parts: WebParts, { outcome, cookies }: Entry, next: string | null) {
  withCookies(context, cookies);
  const { language } = frameOf(context, parts);
  return context.redirect(onTheWay(outcome === 'second-step' ? 'secondStep' : 'signedIn', language, next), 303);
}

/** After signing in, in whichever way: to one's own place, to the second step, or back where that came to nothing. */
function onwards(context: WebContext, language: Language) {
  const viewer = context.get('viewer');
  const next = localPath(context.req.query('next'));
  if (viewer !== null) return context.redirect(next ?? placeOf(viewer, language), 303);
  const waits = /(^|;\s*)(__Host-)?kept\.two_factor=/.test(context.req.header('cookie') ?? '');
  return context.redirect(
    waits ? onTheWay('secondStep', language, next) : `${addressOf('signIn', language)}?failed=provider`,
    303,
  );
}

async function goToProvider(context: WebContext, parts: WebParts) {
  const { language } = frameOf(context, parts);
  const waiting = tooOften(context, parts, { providerByClient: clientOf(context) });
  if (waiting !== null) return waiting;
  const failed = `${addressOf('signIn', language)}?failed=provider`;
  if (parts.accounts.openIdName === null) return context.notFound();
  const started = await parts.accounts.startOpenId(headersOf(context), {
    ...{ done: onTheWay('signedIn', language, localPath(context.req.query('next'))), failed },
  });
  if (started === null) return context.redirect(failed, 303);
  withCookies(context, started.cookies);
  return context.redirect(started.url, 303);
}
