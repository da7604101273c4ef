/** A credit bureau over HTTP, by the protocol that `docs/reference/credit-bureau.md` writes down. */
import { z } from 'zod';
import { type Egress, EgressError, type IncomingAnswer } from '../egress.ts';
import { parseJson } from '../parse-json.ts';
import { createQuiet } from '../waiting.ts';
import type { CreditAnswer, CreditBureau, CreditQuestion } from './model.ts';

/** Characters of a report at most. */
const LONGEST_REPORT = 20_000;

/** Strict: a bureau that answers in another form than agreed is not understood, and nobody is judged by a guess. */
const answerShape = z.discriminatedUnion('outcome', [
  z.strictObject({
    reference: z.string(),
    outcome: z.enum(['sufficient', 'insufficient']),
    report: z.string().min(1).max(LONGEST_REPORT),
  }),
  z.strictObject({ reference: z.string(), outcome: z.enum(['no-data', 'frozen']) }),
]);

interface Options {
  readonly egress: Egress;
  /** As `https://api.example.com/credit/v1`. */
  readonly baseUrl: URL;
  readonly token: string;
  readonly name: string;
  readonly now: () => Date;
}

export function createHttpCreditBureau({ egress, baseUrl, token, name, now }: Options): CreditBureau {
  const quiet = createQuiet(now);
  const url = new URL(`${baseUrl.pathname.replace(/\/$/, '')}/checks`, baseUrl);
  return {
    name,
    async ask(question) {
      const wait = quiet.left();
      if (wait > 0) return { kind: 'busy', retryAfterSeconds: wait };
      const answer = await send(egress, url, token, question);
      if (answer === null) return { kind: 'unavailable' };
      if (answer.status === 429 || answer.status === 503) {
        return { kind: 'busy', retryAfterSeconds: quiet.note(answer) };
      }
      return readAnswer(answer, question.reference);
    },
  };
}

async function send(egress: Egress, url: URL, token: string, question: CreditQuestion): Promise<IncomingAnswer | null> {
  const headers = {
    ...{ Authorization: `Bearer ${token}`, 'Idempotency-Key': question.reference },
    ...{ 'Content-Type': 'application/json', Accept: 'application/json' },
  };
  const body = JSON.stringify({ ...question, ground: 'deferred-payment-requested' });
  try {
    return await egress.send(url, { method: 'POST', headers, body });
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return null;
  }
}

function readAnswer({ status, text }: IncomingAnswer, reference: string): CreditAnswer {
  if (status === 401 || status === 403) return { kind: 'refused' };
  if (status === 404) return { kind: 'answered', word: 'no-data', report: null };
  const { data } = answerShape.safeParse(status === 200 ? parseJson(text) : null);
  if (data === undefined || data.reference !== reference) return { kind: 'unavailable' };
  return 'report' in data
    ? { kind: 'answered', word: data.outcome, report: data.report }
    : { kind: 'answered', word: 'no-data', report: null };
}
