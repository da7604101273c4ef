/**
 * Where a mail provider hands over what came, one mail a request, as it travels (RFC 5322). It shows that it is the
 * provider by the secret itself, or by a signature over the moment and the body, which a listener cannot use again:
 *
 *     Authorization: Bearer <secret>
 *     X-Kept-Signature: t=<seconds since 1970>,v1=<hex of HMAC-SHA256 over "<t>." and the body>
 *
 * 204 is answered when the mail is stored, also when it was before; 503 when it could not be and is to be sent again.
 */
import { createHmac } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { isSameSecret } from '../enforcement/index.ts';

export const INCOMING_MAIL_PATH = '/api/incoming-mail';

export interface IncomingMailOptions {
  readonly secret: string;
  readonly now: () => Date;
  /** Bytes of a mail at most. */
  readonly largest: number;
  /** Stores it. @returns `unreadable` for what no later try would make better. @throws what a later try may mend. */
  take(raw: Uint8Array): Promise<'stored' | 'unreadable'>;
  /** Is told of failures, without values. */
  readonly report: (message: string) => void;
}

/** Seconds by which the clocks of the provider and ours may differ. */
const TOLERANCE = 300;

const SIGNATURE = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

export function incomingMail(options: IncomingMailOptions): Hono {
  const app = new Hono();
  app.post(INCOMING_MAIL_PATH, async (context) => {
    const declared = Number(context.req.header('Content-Length') ?? 0);
    if (declared > options.largest) return problem(context, 413, 'the mail is too large');
    const { authorization, 'x-kept-signature': signature } = context.req.header();
    const refuse = (): Response => {
      context.header('WWW-Authenticate', 'Bearer');
      return problem(context, 401, 'the secret or the signature is missing or wrong');
    };
    // Of whoever shows nothing that could be right no byte is read.
    if (!couldBeProvider(authorization, signature, options)) return refuse();
    const body = await bodyOf(context.req.raw, options.largest);
    if (body === null) return problem(context, 413, 'the mail is too large');
    if (authorization === undefined && !isSigned(signature, body, options)) return refuse();
    try {
      const outcome = await options.take(body);
      if (outcome === 'unreadable') return problem(context, 422, 'this is no mail that can be read');
      return context.body(null, 204);
    } catch (error) {
      options.report(`incoming mail: ${error instanceof Error ? error.name : 'failed'}`);
      context.header('Retry-After', '60');
      return problem(context, 503, 'the mail could not be stored now; send it again');
    }
  });
  return app;
}

/** The secret is right, or there is a signature of now, which only the body can show to be wrong. */
function couldBeProvider(
  authorization: string | undefined,
  signature: string | undefined,
  { secret, now }: IncomingMailOptions,
): boolean {
  if (authorization !== undefined) return isSameSecret(authorization, `Bearer ${secret}`);
  const [, at] = SIGNATURE.exec(signature ?? '') ?? [];
  return at !== undefined && Math.abs(now().getTime() / 1000 - Number(at)) <= TOLERANCE;
}

function isSigned(signature: string | undefined, body: Uint8Array, { secret }: IncomingMailOptions): boolean {
  const [, at, given] = SIGNATURE.exec(signature ?? '') ?? [];
  if (at === undefined || given === undefined) return false;
  return isSameSecret(given, createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex'));
}

/** The whole body, or null as soon as it is larger than it may be: no more of it is read then. */
async function bodyOf(request: Request, largest: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** RFC 9457. */
function problem(context: Context, status: 401 | 413 | 422 | 503, title: string): Response {
  return context.body(JSON.stringify({ type: 'about:blank', status, title }), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}
