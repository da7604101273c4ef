/** The addresses of a customer in the office: the page itself with the question why, registering, and correcting. */

import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { localPath } from '../../sign-in/onwards.ts';
import type { WebParts } from '../../web-parts.ts';
import { ChoosePage } from '../choose.tsx';
import { atDesk, type Desk, withPurpose } from '../desk.tsx';
import { readForm } from '../form/read-form.ts';
import { editAddress } from './actions.ts';
import { askedWhy } from './asked-why.tsx';
import { receiveEdit, showEdit } from './edit-customer.tsx';
import { EMPTY_CUSTOMER, NewCustomerPage, REGISTERING, receiveNewCustomer } from './new-customer.tsx';
import { openCustomer } from './open.ts';
import { CustomerPage, NoSuchCustomerPage } from './page.tsx';

/** The same place in both languages. */
const placesOf = (id: string): Desk['here'] => ({
  nb: `${ADDRESSES.officeCustomers.nb}/${id}`,
  en: `${ADDRESSES.officeCustomers.en}/${id}`,
});

export function addCustomerPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const customers = ADDRESSES.officeCustomers[language];
  const fresh = ADDRESSES.officeNewCustomer;
  app.get(fresh[language], (context) =>
    atDesk(context, parts, fresh, (desk) =>
      forPurpose(context, desk, REGISTERING, async () =>
        context.html(<NewCustomerPage desk={desk} state={EMPTY_CUSTOMER} />),
      ),
    ),
  );
  app.post(fresh[language], (context) =>
    atDesk(context, parts, fresh, (desk) =>
      forPurpose(context, desk, REGISTERING, () => receiveNewCustomer(context, parts, desk)),
    ),
  );
  const one = `${customers}/:customer{${UUID}}`;
  const atCustomer = (context: WebContext, work: (desk: Desk, id: string) => Promise<Response>) => {
    const id = context.req.param('customer') ?? '';
    return atDesk(context, parts, placesOf(id), (desk) => work(desk, id));
  };
  app.get(one, (context) => atCustomer(context, (desk, id) => showCustomer(context, parts, desk, id)));
  app.post(one, (context) => atCustomer(context, (desk) => receiveReason(context, parts, desk)));
  for (const [method, work] of [
    ['GET', showEdit],
    ['POST', receiveEdit],
  ] as const) {
    app.on(method, `${editAddress(`:customer{${UUID}}`, language)}`, (context) => {
      const id = context.req.param('customer') ?? '';
      const here = { nb: editAddress(id, 'nb'), en: editAddress(id, 'en') };
      return atDesk(context, parts, here, (desk) =>
        forPurpose(context, desk, REGISTERING, async (purpose) => {
          const back = withPurpose(placesOf(id)[language], purpose.name);
          const asking = await askedWhy(context, parts, { ...desk, purpose });
          if (asking !== null) return asking;
          const shown = await work(context, parts, desk, id, back);
          return shown ?? context.html(<NoSuchCustomerPage desk={desk} purpose={purpose} />, 404);
        }),
      );
    });
  }
}

/** A page of one purpose alone: whoever comes without it is led to the same page with it, where it is asked for. */
async function forPurpose(
  context: WebContext,
  desk: Desk,
  name: string,
  work: (purpose: NonNullable<Desk['purpose']>) => Promise<Response>,
): Promise<Response> {
  if (desk.purpose?.name === name) return await work(desk.purpose);
  return context.redirect(withPurpose(desk.here[desk.frame.language], name));
}

async function showCustomer(context: WebContext, parts: WebParts, desk: Desk, id: string): Promise<Response> {
  const { frame, purpose } = desk;
  if (purpose === null) return context.html(<ChoosePage desk={desk} target={desk.here[frame.language]} />);
  const asking = await askedWhy(context, parts, { ...desk, purpose });
  if (asking !== null) return asking;
  const opened = await openCustomer(parts, desk, purpose, id, context.req.query('rows') === 'many');
  if (opened !== null) return context.html(<CustomerPage {...{ desk, purpose, opened, now: parts.now() }} />);
  return context.html(<NoSuchCustomerPage desk={desk} purpose={purpose} />, 404);
}

/** The answer to the question why of a page that was asked for: kept before this, and now the page is opened. */
async function receiveReason(context: WebContext, parts: WebParts, desk: Desk): Promise<Response> {
  const { frame, purpose, here } = desk;
  if (purpose === null) return context.html(<ChoosePage desk={desk} target={here[frame.language]} />);
  const asking = await askedWhy(context, parts, { ...desk, purpose });
  if (asking !== null) return asking;
  const next = localPath((await readForm(context, ['next'])).typed.next);
  return context.redirect(next ?? withPurpose(here[frame.language], purpose.name), 303);
}
