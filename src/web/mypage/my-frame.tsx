/** Who My page is about, and the door to it: signed in, never kept by a browser's cache, closed when the log is. */
import type { Principal } from '../../enforcement/index.ts';
import { EnforcementError } from '../../enforcement/index.ts';
import type { Language } from '../../policy/index.ts';
import { addressOf, type PageName } from '../addresses.ts';
import type { Frame, SignedIn } from '../frame.ts';
import { frameOf, type WebContext } from '../http-request.ts';
import { MessagePage } from '../public/message.tsx';
import { textsIn } from '../texts/index.ts';
import type { Sessions, WebParts } from '../web-parts.ts';

/** The purpose under which people see their own data. */
const PURPOSE = 'self-service';

type Hat = 'person' | 'staff';

export interface MyFrame extends Frame {
  readonly viewer: SignedIn;
  /** Whose rows are shown. */
  readonly me: Principal;
  /** As what: an account can be a customer's and a member of staff's, and the two are held apart. */
  readonly hat: Hat;
  /** The other one, where there is one. */
  readonly otherHat: Hat | null;
}

/** The address of a part of My page, as the same of the two that is shown now. */
export function myAddress(frame: MyFrame, page: PageName, language: Language = frame.language, below = ''): string {
  return `${addressOf(page, language)}${below}${frame.hat === 'staff' && frame.otherHat !== null ? '?as=staff' : ''}`;
}

/** The address with more asked of it. */
export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${asked}`;
}

export const doAsMe = <T,>(
  parts: WebParts,
  { me }: Pick<MyFrame, 'me'>,
  work: (s: Sessions) => Promise<T>,
): Promise<T> => parts.asPrincipal(me, PURPOSE, work);

export const MY_PURPOSE = PURPOSE;

/** Draws a part of My page for whoever is signed in; everybody else is sent to sign in and then back. */
export function onMyPage(parts: WebParts, draw: (context: WebContext, frame: MyFrame) => Promise<Response>) {
  return async (context: WebContext): Promise<Response> => {
    context.header('Cache-Control', 'no-store');
    const frame = frameOf(context, parts);
    if (frame.viewer === null) return context.redirect(signInAddress(context, frame.language), 303);
    const mine = myFrameOf(frame, frame.viewer, context.req.query('as'));
    if (mine === null) {
      const { nobody, nobodyNext } = textsIn(frame.language).my;
      return context.html(<MessagePage frame={frame} title={nobody} text={nobodyNext} />);
    }
    try {
      return await draw(context, mine);
    } catch (error) {
      if (error instanceof EnforcementError && error.code === 'log-unavailable') return closed(context, frame, parts);
      throw error;
    }
  };
}

/** Where to sign in, with the page to come back to: a path of this site, and one that can be asked for again. */
function signInAddress(context: WebContext, language: Language): string {
  const { pathname, search } = new URL(context.req.url);
  const back = context.req.method === 'GET' ? `${pathname}${search}` : pathname;
  return withQuery(addressOf('signIn', language), { next: back });
}

function myFrameOf(frame: Frame, viewer: SignedIn, asked: string | undefined): MyFrame | null {
  const { dataSubject, staff } = viewer;
  // Staff look at their own data as the persons they are, not by a role.
  const employed: Principal | null = staff === null ? null : { kind: 'data-subject', id: staff.id, roles: [] };
  const both = dataSubject !== null && employed !== null && dataSubject.id !== employed.id;
  const hat: Hat = dataSubject === null || (both && asked === 'staff') ? 'staff' : 'person';
  const me = hat === 'staff' ? employed : dataSubject;
  if (me === null) return null;
  return { ...frame, viewer, me, hat, otherHat: both ? (hat === 'staff' ? 'person' : 'staff') : null };
}

/** No log, no look: the person's own is no exception. */
function closed(context: WebContext, frame: Frame, parts: WebParts) {
  parts.report(
    `${context.req.method} ${context.req.routePath}: the access log cannot be written, so nothing was shown`,
  );
  const { closed: title, closedNext } = textsIn(frame.language).my;
  context.header('Retry-After', '120');
  return context.html(<MessagePage frame={frame} title={title} text={closedNext} />, 503);
}
