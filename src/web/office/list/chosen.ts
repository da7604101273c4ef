/**
 * The rows that were marked in a list, on the page that shows what will be done with them:
 *
 *     const { chosen } = await readChosen(context, ['confirm']);   // `confirm` is the preview's own field
 *
 * The page draws `<BulkPreview …>` with one effect a row, whose form posts the same keys again with `confirm`.
 */
import { HTTPException } from 'hono/http-exception';
import type { WebContext } from '../../http-request.ts';
import { readForm } from '../form/read-form.ts';

/** Rows at a time. */
const MOST_CHOSEN = 200;

const KEY = /^[0-9A-Za-z_~-]{1,150}$/;

export interface Chosen<Field extends string> {
  readonly chosen: readonly string[];
  readonly typed: Readonly<Partial<Record<Field, string>>>;
}

/** @throws HTTPException 400 for a key of another form than lists have, and for more rows than a list shows. */
export async function readChosen<Field extends string = never>(
  context: WebContext,
  fields: readonly Field[] = [],
): Promise<Chosen<Field>> {
  const { typed, lists } = await readForm(context, [...fields, 'all'], ['chosen']);
  const all = typed.all?.split(' ') ?? [];
  const chosen = [...new Set([...lists.chosen, ...all])];
  if (chosen.length > MOST_CHOSEN || !chosen.every((key) => KEY.test(key))) {
    throw new HTTPException(400, { message: 'rows are marked that no list has' });
  }
  return { chosen, typed };
}
