/** A file that was sent with a form, and the fields beside it. */
import { HTTPException } from 'hono/http-exception';
import type { WebContext } from '../../http-request.ts';

export interface Uploaded<Field extends string> {
  /** Null where none was chosen. */
  readonly bytes: Uint8Array | null;
  readonly typed: Readonly<Partial<Record<Field, string>>>;
}

/** @throws HTTPException 400 for a field that the form does not have, or one that it has twice. */
export async function readUpload<Field extends string = never>(
  context: WebContext,
  fields: readonly Field[] = [],
): Promise<Uploaded<Field>> {
  const body = await context.req.parseBody({ all: true });
  const typed: Partial<Record<Field, string>> = {};
  let bytes: Uint8Array | null = null;
  for (const [name, value] of Object.entries(body)) {
    const field = fields.find((one) => one === name);
    if (name === 'file' && value instanceof File) {
      bytes = value.size === 0 && value.name === '' ? null : new Uint8Array(await value.arrayBuffer());
    } else if (name === 'file' && value === '') bytes = null;
    else if (field !== undefined && typeof value === 'string') typed[field] = value;
    else throw new HTTPException(400, { message: 'the form has a field that it does not ask for' });
  }
  return { bytes, typed };
}
