/** The page for whoever has sent a form too often: it says when to come back. */
import { frameOf, type WebContext } from './http-request.ts';
import type { LimitName } from './limits.ts';
import { MessagePage } from './public/message.tsx';
import { textsIn } from './texts/index.ts';
import type { WebParts } from './web-parts.ts';

/**
 * Counts a try under each limit.
 * @returns The page to answer with, or null when all of them let it pass.
 */
export function tooOften(
  context: WebContext,
  parts: WebParts,
  tries: Readonly<Partial<Record<LimitName, string | null>>>,
): Response | Promise<Response> | null {
  // The keys are those of the limits; the compiler types those of any record as text.
  const names = Object.keys(tries) as LimitName[];
  const wait = Math.max(0, ...names.map((name) => parts.limiter.take(name, tries[name] ?? null)));
  if (wait === 0) return null;
  const frame = frameOf(context, parts);
  const { tooOften: title, tooOftenNext } = textsIn(frame.language);
  const text = tooOftenNext(Math.ceil(wait / 60));
  return context.html(<MessagePage frame={frame} title={title} text={text} />, 429, { 'Retry-After': String(wait) });
}
