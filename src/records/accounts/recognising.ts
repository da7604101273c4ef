/**
 * Who sends an HTTP request, from the cookie of their session: one look that finds the session and what it opens today.
 * Who has left, or is past their last day, is nobody here from that moment on.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { digestOf } from './adapter/digest.ts';
import { cookieIn, cookieName } from './cookies.ts';
import { isTwoSteps } from './opened-by.ts';
import type { AccountSession, AsSignIn } from './tables.ts';

export interface Recognised {
  readonly accountId: string;
  readonly sessionId: string;
  readonly staff: { readonly id: string; readonly name: string; readonly roles: readonly string[] } | null;
  readonly dataSubject: { readonly id: string; readonly kind: 'customer' | 'contact' } | null;
  /** The mail address they are registered with. */
  readonly address: string;
  readonly twoSteps: boolean;
  readonly openedAt: Date;
}

export interface RecognisingParts {
  readonly asSignIn: AsSignIn;
  readonly baseUrl: URL;
  readonly secret: string;
  readonly sessionSeconds: number;
  readonly now: () => Date;
  /** The date where the controller is, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** A session in use is written down again after this part of its life, so that not every look is a write. */
const RENEW_AFTER = 1 / 24;

/** @param renew Is given the `Set-Cookie` line that lets the browser keep the session for another while. */
export async function recognise(
  parts: RecognisingParts,
  headers: Headers,
  renew: (setCookie: string) => void,
): Promise<Recognised | null> {
  const name = cookieName(parts.baseUrl, 'session_token');
  const value = cookieIn(headers, name);
  const token = value === null ? null : signedToken(value, parts.secret);
  if (value === null || token === null) return null;
  return await parts.asSignIn(async (session) => {
    const found = await lookUp(session, token, parts.now());
    if (found === null) return null;
    const recognised = recognisedFrom(found, parts.today());
    if (recognised === null) return null;
    if (await renewed(session, found, parts)) {
      const secure = parts.baseUrl.protocol === 'https:' ? '; Secure' : '';
      renew(`${name}=${value}; Max-Age=${parts.sessionSeconds}; Path=/; HttpOnly${secure}; SameSite=Lax`);
    }
    return recognised;
  });
}

/** A cookie is `token.signature`, percent-encoded, the signature HMAC-SHA-256 in base64. */
function signedToken(value: string, secret: string): string | null {
  const text = decoded(value);
  const at = text.lastIndexOf('.');
  if (at < 1) return null;
  const token = text.slice(0, at);
  const wanted = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(text.slice(at + 1), 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof lookUp>>>;

/**
 * The session with everybody it stands for, in one statement: a look at a person is logged each time. The session is
 * found first, in a select with an end of its own: a key that is turned into text inside the join could leak, so that
 * row-level security would read every customer to find the one.
 */
async function lookUp(session: AccountSession, token: string, at: Date) {
  const rows = await session.read(
    session.query
      .selectFrom((of) =>
        of
          .selectFrom('kept.account_session')
          .select(['account_id', 'session_id', 'opened_by', 'opened_at', 'used_at', 'expires_at'])
          .select((column) => column.cast<string>('account_id', 'text').as('account'))
          .where('token_digest', '=', digestOf(token))
          .where('expires_at', '>', at)
          .limit(1)
          .as('opened'),
      )
      .leftJoin('kept.staff as staff', 'staff.staff_id', 'opened.account_id')
      .leftJoin('register.customer as customer', (join) =>
        join.on((of) =>
          of.or([
            of('customer.account_id', '=', of.ref('opened.account')),
            of.and([
              of('customer.customer_id', '=', of.ref('opened.account_id')),
              of('customer.account_id', 'is', null),
            ]),
          ]),
        ),
      )
      .leftJoin('register.contact_person as contact', 'contact.contact_person_id', 'opened.account_id')
      .select(['opened.account_id', 'opened.session_id', 'opened.opened_by', 'opened.opened_at'])
      .select(['opened.used_at', 'opened.expires_at'])
      .select(['staff.staff_id', 'staff.name', 'staff.email as staff_email', 'staff.roles'])
      .select(['staff.access_until', 'staff.left_at'])
      .select(['customer.customer_id', 'customer.email as customer_email'])
      .select(['contact.contact_person_id', 'contact.email as contact_email']),
  );
  return rows[0] ?? null;
}

function recognisedFrom(found: Found, today: string): Recognised | null {
  const { staff_id: staffId, name, roles, access_until: until, left_at: leftAt } = found;
  const inForce = staffId !== null && leftAt === null && (until === null || until >= today);
  const staff = inForce ? { id: staffId, name: name ?? '', roles: roles ?? [] } : null;
  const own = found.customer_id ?? found.contact_person_id;
  if (staff === null && own === null) return null;
  return {
    accountId: found.account_id,
    sessionId: found.session_id,
    staff,
    dataSubject: own === null ? null : { id: own, kind: found.customer_id === null ? 'contact' : 'customer' },
    address: (inForce ? found.staff_email : null) ?? found.customer_email ?? found.contact_email ?? '',
    twoSteps: isTwoSteps(found.opened_by),
    openedAt: found.opened_at,
  };
}

async function renewed(
  session: AccountSession,
  found: Found,
  { now, sessionSeconds }: RecognisingParts,
): Promise<boolean> {
  const at = now();
  const life = sessionSeconds * 1000;
  if (at.getTime() - found.used_at.getTime() < life * RENEW_AFTER) return false;
  await session.write(
    session.query
      .updateTable('kept.account_session')
      .set({ used_at: at, expires_at: new Date(at.getTime() + life) })
      .where('session_id', '=', found.session_id),
  );
  return true;
}
