/** Pages that belong to one purpose: whoever has it is led there under it, whoever has not is refused, which is logged. */
import type { Purpose } from '../../../policy/index.ts';
import type { WebContext } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, refusePurpose, withPurpose } from '../desk.tsx';

export type DeskForPurpose = Desk & { readonly purpose: Purpose };

/** @param name Of the purpose. */
export async function forPurpose(
  context: WebContext,
  parts: WebParts,
  desk: Desk,
  name: string,
  work: (desk: DeskForPurpose) => Promise<Response>,
): Promise<Response> {
  const { purpose, own, here, frame } = desk;
  if (purpose?.name === name) return await work({ ...desk, purpose });
  if (!own.some((one) => one.name === name)) return await refusePurpose(context, parts, desk, name);
  return context.redirect(withPurpose(here[frame.language], name), 303);
}
