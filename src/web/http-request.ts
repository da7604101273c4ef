/** What the pages read from an HTTP request: who reads, in which language, and what was typed into a form. */
import type { Context } from 'hono';
import type { Language } from '../policy/index.ts';
import { CLIENT_HEADER } from '../records/index.ts';
import type { Typed } from './forms/read-person.ts';
import type { Frame, SignedIn } from './frame.ts';
import type { WebParts } from './web-parts.ts';

/** What is known of every HTTP request before its page is drawn. */
export interface WebEnvironment {
  /** Absent where an HTTP request came through no socket: this process then asks itself. */
  Bindings: { clientAddress?: string };
  Variables: { viewer: SignedIn | null };
}

export type WebContext = Context<WebEnvironment>;

export const languageOf = (context: Context): Language => (/^\/en(\/|$)/.test(context.req.path) ? 'en' : 'nb');

export const frameOf = (context: WebContext, { policy }: Pick<WebParts, 'policy'>): Frame => ({
  policy,
  language: languageOf(context),
  // Not set where the request failed before anybody looked who it is from.
  viewer: context.get('viewer') ?? null,
});

/** The IP address of whoever asks; null where nobody did so from outside. */
export const clientOf = (context: WebContext): string | null => context.env?.clientAddress ?? null;

/** The headers as sign-in may read them: who asks is said by the socket, not by a header that anybody can send. */
export function headersOf(context: WebContext): Headers {
  const headers = new Headers(context.req.raw.headers);
  headers.delete(CLIENT_HEADER);
  const client = clientOf(context);
  if (client !== null) headers.set(CLIENT_HEADER, client);
  return headers;
}

/** The form's fields as text; a file is not something these forms ask for and counts as nothing. */
export async function typedIn(context: Context): Promise<Typed> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}
