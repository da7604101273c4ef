/** What answers of sign-in have in common: cookies, and that nobody keeps a copy. */
import type { WebContext } from '../http-request.ts';

/** Hands the `Set-Cookie` lines on; a page that carries one is nobody else's to keep. */
export function withCookies(context: WebContext, cookies: readonly string[]): void {
  context.header('Cache-Control', 'no-store');
  for (const line of cookies) context.header('Set-Cookie', line, { append: true });
}
