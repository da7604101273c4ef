/** What browsers may ask of better-auth itself: the ceremonies of passkeys and the way back from OpenID Connect. */
import { API_PATH, OPENID_PROVIDER } from './better-auth.ts';
import { allowedCookies } from './cookies.ts';
import type { Inside } from './inside.ts';

const ROUTES: readonly string[] = [
  `GET ${API_PATH}/passkey/generate-authenticate-options`,
  `POST ${API_PATH}/passkey/verify-authentication`,
  `GET ${API_PATH}/passkey/generate-register-options`,
  `POST ${API_PATH}/passkey/verify-registration`,
  `GET ${API_PATH}/callback/${OPENID_PROVIDER}`,
];

/** @returns Null for everything that is not on the list. */
export async function answerBrowser({ auth, baseUrl }: Inside, request: Request): Promise<Response | null> {
  const { pathname, search } = new URL(request.url);
  if (!ROUTES.includes(`${request.method} ${pathname}`)) return null;
  // The address people use, whatever host a proxy has asked for.
  const asked = new Request(new URL(pathname + search, baseUrl), {
    ...{ method: request.method, headers: request.headers },
    ...(request.method === 'POST' ? { body: await request.text() } : {}),
  });
  const answer = await auth.handler(asked);
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const name of ['Content-Type', 'Location', 'X-Retry-After']) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  for (const line of allowedCookies(answer.headers, baseUrl)) headers.append('Set-Cookie', line);
  // A session's token goes into its cookie, where no script reads it, and nowhere else.
  const body = answer.ok && pathname.endsWith('/verify-authentication') ? '{}' : await answer.text();
  return new Response(body, { status: answer.status, headers });
}
