/** Ordering as a browser does it: the form, then the summary with its unseen fields, then the binding button. */
import type { Answer } from './signed-in.ts';

type Fields = Readonly<Record<string, string>>;
interface Poster {
  post(path: string, fields: Fields): Promise<Pick<Answer, 'status' | 'html'>>;
}

/** The fields that the summary sends with its buttons; null where the answer is no summary. */
export function summaryFields(html: string): Record<string, string> | null {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/?>/g)];
  const found = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescaped(value)]));
  return found.total === undefined ? null : found;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** @returns The answer to the binding button; where the form was not taken, the answer to that. */
export async function orderThroughSummary(web: Poster, path: string, fields: Fields) {
  const summary = await web.post(path, { ...fields, step: 'summary' });
  const kept = summaryFields(summary.html);
  return kept === null ? summary : await web.post(path, { ...kept, step: 'order' });
}
