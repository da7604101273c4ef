/**
 * The question why, before any page or form that an address puts below a customer: reading and writing ask alike. What was
 * typed travels with the question and is kept once there is an answer; a page that was asked for is opened then.
 */
import type { Purpose } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import { LOOK_REASON } from '../form/read-form.ts';
import { asksWhy, sayWhy } from './second-look.ts';
import { SecondLookPage } from './second-look-page.tsx';

type ActingDesk = Desk & { readonly purpose: Purpose };

/**
 * @param customerId By default the one in the address; a route names it `:customer`.
 * @returns Null where nothing is asked, or the answer came with the form; what follows then does its work.
 */
export async function askedWhy(
  context: WebContext,
  parts: WebParts,
  desk: ActingDesk,
  customerId: string | undefined = context.req.param('customer'),
): Promise<Response | null> {
  const { purpose, frame } = desk;
  if (customerId === undefined || !(await asksWhy(parts, desk, purpose, customerId))) return null;
  const at = (path: string) => withPurpose(path, purpose.name);
  const same = { desk, purpose };
  if (context.req.method !== 'POST') {
    const { pathname, search } = new URL(context.req.url);
    const action = at(`${ADDRESSES.officeCustomers[frame.language]}/${customerId}`);
    const page = (
      <SecondLookPage {...same} {...{ action, carried: { next: `${pathname}${search}` } }} typed="" fault={null} />
    );
    return await context.html(page);
  }
  const { [LOOK_REASON]: given, ...rest } = await context.req.parseBody({ all: true });
  const typed = typeof given === 'string' ? given : '';
  const fault = given === undefined ? null : await sayWhy(parts, desk, purpose, customerId, typed);
  if (given !== undefined && fault === null) return null;
  const carried = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, textsOf(value)]));
  const action = at(context.req.path);
  return await context.html(
    <SecondLookPage {...{ ...same, action, carried, typed, fault }} />,
    fault === null ? 200 : 422,
  );
}

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
