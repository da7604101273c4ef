/** How long a service asks to be left alone: it is not called again before. */
import type { IncomingAnswer } from './egress.ts';

/** Seconds, where a service says that it is busy and not for how long. */
const DEFAULT_WAIT = 60;
/** A service that asks for more is asked again after this. */
const LONGEST_WAIT = 3_600;

export interface Quiet {
  /** Seconds left to wait; 0 when it may be called. */
  left(): number;
  /** Notes what an answer of 429 or 503 asks for. */
  note(answer: IncomingAnswer): number;
}

export function createQuiet(now: () => Date): Quiet {
  let until = 0;
  const left = (): number => Math.max(0, Math.ceil((until - now().getTime()) / 1000));
  return {
    left,
    note({ headers }) {
      until = now().getTime() + 1000 * secondsOf(headers.get('retry-after'), now());
      return left();
    },
  };
}

/** RFC 9110, 10.2.3: seconds or a date. */
function secondsOf(value: string | null, at: Date): number {
  const text = (value ?? '').trim();
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - at.getTime()) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), LONGEST_WAIT) : DEFAULT_WAIT;
}
