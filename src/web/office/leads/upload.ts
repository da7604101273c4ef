/** A form with one file: its fields, and the file's bytes. A field that it does not ask for is refused. */
import { HTTPException } from 'hono/http-exception';
import type { WebContext } from '../../http-request.ts';

export interface Upload<Field extends string> {
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  /** Null where none was chosen. */
  readonly bytes: Uint8Array | null;
}

/** @throws HTTPException 400 for another name, or a name twice. */
export async function readUpload<Field extends string>(
  context: WebContext,
  fields: readonly Field[],
  file: string,
): Promise<Upload<Field>> {
  const body = await context.req.parseBody({ all: true });
  const typed: [string, string][] = [];
  let bytes: Uint8Array | null = null;
  for (const [name, value] of Object.entries(body)) {
    if (name === file && value instanceof File) {
      bytes = value.size === 0 ? null : new Uint8Array(await value.arrayBuffer());
    } else if (typeof value === 'string' && fields.some((one) => one === name)) typed.push([name, value]);
    // A browser that chose no file may send the name with nothing.
    else if (!(name === file && value === '')) {
      throw new HTTPException(400, { message: 'the form has a field that it does not ask for' });
    }
  }
  // Only names of `fields` are let in above.
  return { typed: Object.fromEntries(typed) as Upload<Field>['typed'], bytes };
}
