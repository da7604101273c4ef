/** The form of the very first time, and what is done with it. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import { ADDRESSES, addressOf } from '../addresses.ts';
import { clientOf, frameOf, headersOf, typedIn, type WebContext, type WebEnvironment } from '../http-request.ts';
import { textsIn } from '../texts/index.ts';
import { tooOften } from '../too-often.tsx';
import type { WebParts } from '../web-parts.ts';
import { withCookies } from './answer.ts';
import { FirstOwnerPage, type FirstOwnerTyped } from './first-owner-page.tsx';
import { DeadLinkPage } from './link-page.tsx';

export function addFirstOwner(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.firstOwner[language], (context) =>
    showForm(context, parts, { token: context.req.query('token') ?? '', name: '', email: '' }, new Set()),
  );
  app.post(ADDRESSES.firstOwner[language], (context) => receive(context, parts));
}

const showForm = (
  context: WebContext,
  parts: WebParts,
  typed: FirstOwnerTyped,
  faults: ReadonlySet<'name' | 'email'>,
) =>
  context.html(
    <FirstOwnerPage frame={frameOf(context, parts)} typed={typed} faults={faults} />,
    faults.size > 0 ? 422 : 200,
  );

async function receive(context: WebContext, parts: WebParts) {
  const waiting = tooOften(context, parts, { linkTriesByClient: clientOf(context) });
  if (waiting !== null) return waiting;
  const frame = frameOf(context, parts);
  const { token = '', name = '', email = '' } = await typedIn(context);
  const typed = { token, name: name.trim().slice(0, 200), email: email.trim().slice(0, 254) };
  const faults = new Set<'name' | 'email'>();
  if (typed.name === '') faults.add('name');
  if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(typed.email)) faults.add('email');
  if (faults.size > 0) return showForm(context, parts, typed, faults);
  const link = await parts.accounts.becomeOwner(token, typed);
  const entry = link === null ? null : await parts.accounts.useLink(link, headersOf(context));
  if (entry === null || entry.outcome === 'refused') {
    const { linkMissing, linkMissingNext } = textsIn(frame.language);
    return context.html(<DeadLinkPage frame={frame} title={linkMissing} text={linkMissingNext} />, 410);
  }
  withCookies(context, entry.cookies);
  return context.redirect(addressOf('signedIn', frame.language), 303);
}
