/** After a form that did something: on to a page that tells of it, so that loading it again does nothing again. */
import type { WebContext } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import type { Done } from './done.ts';

/** @param address Of this site, with its purpose. */
export function doneThen(
  context: WebContext,
  parts: Pick<WebParts, 'doneMessages'>,
  { staff }: Pick<Desk, 'staff'>,
  address: string,
  done: Done,
): Response {
  const word = parts.doneMessages.keep(staff.id, done);
  const [path = '', anchor] = address.split('#');
  const separator = path.includes('?') ? '&' : '?';
  return context.redirect(`${path}${separator}done=${word}${anchor === undefined ? '' : `#${anchor}`}`, 303);
}
