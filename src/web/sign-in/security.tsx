/** The addresses of "Sign-in and security", and what their forms do. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import type { Recognised } from '../../records/index.ts';
import { ADDRESSES, addressOf } from '../addresses.ts';
import { frameOf, headersOf, typedIn, type WebContext, type WebEnvironment } from '../http-request.ts';
import { tooOften } from '../too-often.tsx';
import type { WebParts } from '../web-parts.ts';
import { withCookies } from './answer.ts';
import { CodesPage, RecoveryCodesPage } from './codes-page.tsx';
import { SecurityPage, type SecurityState } from './security-page.tsx';

type Typed = Readonly<Record<string, string>>;

export function addSecurity(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const whenSignedIn =
    (work: (context: WebContext, who: Recognised) => Response | Promise<Response>) =>
    async (context: WebContext): Promise<Response> => {
      const who = await parts.accounts.recognise(headersOf(context), () => {});
      context.header('Cache-Control', 'no-store');
      return who === null ? context.redirect(addressOf('signIn', language), 303) : await work(context, who);
    };
  app.get(
    ADDRESSES.security[language],
    whenSignedIn((context, who) => showSecurity(context, parts, who, {})),
  );
  app.post(
    ADDRESSES.security[language],
    whenSignedIn((context, who) => changeSecurity(context, parts, who)),
  );
  app.get(
    ADDRESSES.codes[language],
    whenSignedIn((context, who) => showCodes(context, parts, who, false)),
  );
  app.post(
    ADDRESSES.codes[language],
    whenSignedIn((context, who) => changeCodes(context, parts, who)),
  );
}

async function showSecurity(
  context: WebContext,
  parts: WebParts,
  who: Recognised,
  told: Partial<Pick<SecurityState, 'passwordFault' | 'codesFault' | 'passwordSaved'>>,
) {
  const own = await parts.accounts.own.read(who);
  const { timeZone } = parts.policy.controller;
  const nothing = { passwordFault: null, codesFault: false, passwordSaved: context.req.query('saved') === 'password' };
  const state: SecurityState = { own, address: who.address, timeZone, ...nothing, ...told };
  const faulty = (told.passwordFault ?? null) !== null || told.codesFault === true;
  return context.html(<SecurityPage frame={frameOf(context, parts)} state={state} />, faulty ? 422 : 200);
}

async function changeSecurity(context: WebContext, parts: WebParts, who: Recognised) {
  const typed = await typedIn(context);
  const { own } = parts.accounts;
  const back = addressOf('security', frameOf(context, parts).language);
  switch (typed.do) {
    case 'password':
      return await changePassword(context, parts, who, typed);
    case 'remove-passkey':
      // The page does not show the button either: a form that is sent all the same changes nothing.
      if ((await own.read(who)).mayChange === 'yes') await own.removePasskey(who.accountId, typed.passkey ?? '');
      break;
    case 'end-session':
      await own.endSession(who.accountId, typed.session ?? '');
      break;
    case 'end-others':
      await own.endOtherSessions(who);
      break;
    default:
      break;
  }
  return context.redirect(back, 303);
}

async function changePassword(context: WebContext, parts: WebParts, who: Recognised, typed: Typed) {
  const waiting = tooOften(context, parts, { passwordChangesByAccount: who.accountId });
  if (waiting !== null) return waiting;
  const { mayChange } = await parts.accounts.own.read(who);
  if (mayChange === 'second-step-first') return await showSecurity(context, parts, who, {});
  const current = typed.current || null;
  if (current === null && mayChange !== 'yes') {
    return await showSecurity(context, parts, who, { passwordFault: 'wrong-current' });
  }
  const fault = await parts.accounts.own.changePassword(who, { current, wanted: typed.password ?? '' });
  if (fault !== null) return await showSecurity(context, parts, who, { passwordFault: fault });
  return context.redirect(`${addressOf('security', frameOf(context, parts).language)}?saved=password`, 303);
}

async function showCodes(context: WebContext, parts: WebParts, who: Recognised, wrong: boolean) {
  const frame = frameOf(context, parts);
  const setup = await parts.accounts.own.pendingCodes(who);
  if (setup === null) return context.redirect(addressOf('security', frame.language), 303);
  return context.html(<CodesPage frame={frame} setup={setup} wrong={wrong} />, wrong ? 422 : 200);
}

async function changeCodes(context: WebContext, parts: WebParts, who: Recognised) {
  const waiting = tooOften(context, parts, { passwordChangesByAccount: who.accountId });
  if (waiting !== null) return waiting;
  const frame = frameOf(context, parts);
  const { own } = parts.accounts;
  const typed = await typedIn(context);
  const headers = headersOf(context);
  const password = typed.password || null;
  const security = addressOf('security', frame.language);
  if ((await own.read(who)).mayChange !== 'yes') return context.redirect(security, 303);
  switch (typed.do) {
    case 'start':
      if (await own.startCodes(password, headers)) return context.redirect(addressOf('codes', frame.language), 303);
      return await showSecurity(context, parts, who, { codesFault: true });
    case 'confirm':
      return await confirmCodes(context, parts, who, typed);
    case 'recovery-codes': {
      const codes = await own.newRecoveryCodes(password, headers);
      if (codes === null) return await showSecurity(context, parts, who, { codesFault: true });
      return context.html(<RecoveryCodesPage frame={frame} codes={codes} />);
    }
    case 'remove':
      if (!(await own.isPassword(who, password))) return await showSecurity(context, parts, who, { codesFault: true });
      await own.removeCodes(who.accountId);
      return context.redirect(addressOf('signIn', frame.language), 303);
    default:
      return context.redirect(security, 303);
  }
}

async function confirmCodes(context: WebContext, parts: WebParts, who: Recognised, typed: Typed) {
  const { own } = parts.accounts;
  const code = (typed.code ?? '').replaceAll(/\s/g, '');
  const entry = await own.confirmCodes(who, code, headersOf(context));
  if (entry.outcome !== 'signed-in') return await showCodes(context, parts, who, true);
  withCookies(context, entry.cookies);
  const codes = await own.recoveryCodes(who.accountId);
  return context.html(<RecoveryCodesPage frame={frameOf(context, parts)} codes={codes} />);
}
