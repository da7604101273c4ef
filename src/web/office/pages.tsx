/** The addresses of the back office: what staff see, under a purpose they have. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { typedIn, type WebContext, type WebEnvironment } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';
import { ChoosePage } from './choose.tsx';
import { openCustomer } from './customer/open.ts';
import { CustomerPage, NoSuchCustomerPage } from './customer/page.tsx';
import { asksWhy, sayWhy } from './customer/second-look.ts';
import { SecondLookPage } from './customer/second-look-page.tsx';
import { atDesk, type Desk, withPurpose } from './desk.tsx';
import { addEvidence } from './evidence/pages.tsx';
import { FindPage, NOTHING_SEARCHED, search } from './find.tsx';
import { readForm } from './form/read-form.ts';
import { addLooks } from './looks/pages.tsx';
import { addOfficeOrders } from './orders/pages.tsx';
import { addPolicyPages } from './policy/pages.tsx';
import { addStaffPages } from './staff/pages.tsx';
import { countWork } from './today/count-work.ts';
import { TodayPage } from './today/page.tsx';

export function addOffice(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const customers = ADDRESSES.officeCustomers;
  app.get(ADDRESSES.office[language], (context) =>
    atDesk(context, parts, ADDRESSES.office, async (desk) =>
      context.html(<TodayPage desk={desk} target={customers[language]} work={await countWork(parts, desk)} />),
    ),
  );
  app.get(customers[language], (context) =>
    atDesk(context, parts, customers, async (desk) => {
      if (desk.purpose === null) return context.html(<ChoosePage desk={desk} target={customers[language]} />);
      return context.html(<FindPage desk={desk} purpose={desk.purpose} state={NOTHING_SEARCHED} />);
    }),
  );
  app.post(customers[language], (context) =>
    atDesk(context, parts, customers, async (desk) => {
      if (desk.purpose === null) return context.html(<ChoosePage desk={desk} target={customers[language]} />);
      const state = await search(parts, desk, desk.purpose, await typedIn(context));
      const page = <FindPage desk={desk} purpose={desk.purpose} state={state} />;
      return context.html(page, state.fault === null ? 200 : 422);
    }),
  );
  app.get(`${customers[language]}/:id{${UUID}}`, (context) => {
    const id = context.req.param('id');
    const here = { nb: `${customers.nb}/${id}`, en: `${customers.en}/${id}` };
    return atDesk(context, parts, here, (desk) => showCustomer(context, parts, desk, id));
  });
  app.post(`${customers[language]}/:id{${UUID}}`, (context) => {
    const id = context.req.param('id');
    const here = { nb: `${customers.nb}/${id}`, en: `${customers.en}/${id}` };
    return atDesk(context, parts, here, (desk) => receiveReason(context, parts, desk, id));
  });
  addOfficeOrders(app, parts, language);
  addPolicyPages(app, parts, language);
  addEvidence(app, parts, language);
  addStaffPages(app, parts, language);
  addLooks(app, parts, language);
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

async function showCustomer(context: WebContext, parts: WebParts, desk: Desk, id: string): Promise<Response> {
  const { frame, purpose } = desk;
  if (purpose === null) return context.html(<ChoosePage desk={desk} target={desk.here[frame.language]} />);
  if (await asksWhy(parts, desk, purpose, id)) {
    return context.html(<SecondLookPage desk={desk} purpose={purpose} typed="" fault={null} />);
  }
  const opened = await openCustomer(parts, desk, purpose, id, context.req.query('rows') === 'many');
  if (opened !== null) return context.html(<CustomerPage desk={desk} purpose={purpose} opened={opened} />);
  return context.html(<NoSuchCustomerPage desk={desk} purpose={purpose} />, 404);
}

async function receiveReason(context: WebContext, parts: WebParts, desk: Desk, id: string): Promise<Response> {
  const { frame, purpose, here } = desk;
  if (purpose === null) return context.html(<ChoosePage desk={desk} target={here[frame.language]} />);
  const { reason = '' } = (await readForm(context, ['reason'])).typed;
  const fault = await sayWhy(parts, desk, purpose, id, reason);
  if (fault === null) return context.redirect(withPurpose(here[frame.language], purpose.name), 303);
  return context.html(<SecondLookPage desk={desk} purpose={purpose} typed={reason} fault={fault} />, 422);
}
