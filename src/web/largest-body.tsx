/** How much may be sent: little to most addresses, a file to those that take one. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ADDRESSES } from './addresses.ts';
import { frameOf, type WebContext } from './http-request.ts';
import { MessagePage } from './public/message.tsx';
import { officeTextsIn } from './texts/office.ts';
import type { WebParts } from './web-parts.ts';

/** Bytes of a form at most. */
const LARGEST_FORM = 100_000;

/** Bytes of a form with a file at most: twenty megabytes of file, and what stands around it. */
const LARGEST_UPLOAD = 20_000_000 + LARGEST_FORM;

const TAKE_FILES: ReadonlySet<string> = new Set(
  (['officeBankFiles', 'officeImports'] as const).flatMap((page) => Object.values(ADDRESSES[page])),
);

/** Below the page of leads, bought lists and the register of reservations are sent. */
const takesFile = (path: string): boolean =>
  TAKE_FILES.has(path) || Object.values(ADDRESSES.officeLeads).some((address) => path.startsWith(`${address}/`));

export function limitBody(parts: WebParts): MiddlewareHandler {
  const onError = (context: WebContext): Response | Promise<Response> => {
    const frame = frameOf(context, parts);
    const { bodyTooLarge, bodyTooLargeNext } = officeTextsIn(frame.language);
    return context.html(<MessagePage frame={frame} title={bodyTooLarge} text={bodyTooLargeNext} />, 413);
  };
  const forms = bodyLimit({ maxSize: LARGEST_FORM, onError });
  const uploads = bodyLimit({ maxSize: LARGEST_UPLOAD, onError });
  return (context, next) => (takesFile(context.req.path) ? uploads : forms)(context, next);
}
