/**
 * Reading a form of the office: what it asks for and nothing else. A field it does not have is refused, so that nothing
 * sent is dropped unseen.
 */
import { HTTPException } from 'hono/http-exception';
import type { WebContext } from '../../http-request.ts';

/** The answer to the question why (`customer/asked-why.tsx`), which is read before the form that it came with. */
export const LOOK_REASON = 'look_reason';

export interface ReadForm<Field extends string, List extends string> {
  /** What was typed, trimmed of nothing; a field that was not sent is absent. */
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  /** Fields that may come several times, as marked rows. */
  readonly lists: Readonly<Record<List, readonly string[]>>;
}

/**
 * @param fields Names that come once. @param lists Names that may come several times.
 * @throws HTTPException 400 for another name, a name twice, or a file.
 */
export async function readForm<Field extends string, List extends string = never>(
  context: WebContext,
  fields: readonly Field[],
  lists: readonly List[] = [],
): Promise<ReadForm<Field, List>> {
  const body = await context.req.parseBody({ all: true });
  const single = new Map<string, string>();
  const several = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(body)) {
    if (name === LOOK_REASON) continue;
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    const whole = values.length === (Array.isArray(value) ? value.length : 1);
    if (whole && lists.some((one) => one === name)) several.set(name, values);
    else if (whole && values.length === 1 && fields.some((one) => one === name)) single.set(name, values[0] ?? '');
    else throw new HTTPException(400, { message: 'the form has a field that it does not ask for' });
  }
  return {
    // Only names of `fields` are let in above.
    typed: Object.fromEntries(single) as ReadForm<Field, List>['typed'],
    lists: Object.fromEntries(lists.map((name) => [name, several.get(name) ?? []])) as ReadForm<Field, List>['lists'],
  };
}
