/** The addresses of the back office: what staff see, under a purpose they have. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { typedIn, type WebEnvironment } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';
import { addBankFiles } from './bank-files/pages.tsx';
import { ChoosePage } from './choose.tsx';
import { addCustomerPages } from './customer/pages.tsx';
import { atDesk } from './desk.tsx';
import { addEvidence } from './evidence/pages.tsx';
import { FindPage, NOTHING_SEARCHED, search } from './find.tsx';
import { addLooks } from './looks/pages.tsx';
import { addMessages } from './messages/pages.tsx';
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
  addOfficeOrders(app, parts, language);
  addCustomerPages(app, parts, language);
  addBankFiles(app, parts, language);
  addMessages(app, parts, language);
  addPolicyPages(app, parts, language);
  addEvidence(app, parts, language);
  addStaffPages(app, parts, language);
  addLooks(app, parts, language);
}
