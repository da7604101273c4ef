/** The addresses of the back office: what staff see, under a purpose they have. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import { ADDRESSES } from '../addresses.ts';
import type { WebEnvironment } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';
import { addAddOns } from './add-ons/pages.tsx';
import { addBankFiles } from './bank-files/pages.tsx';
import { addCampaigns } from './campaigns/pages.tsx';
import { addCatalogue } from './catalogue/pages.tsx';
import { addChecks } from './checks/pages.tsx';
import { addClaims } from './claims/pages.tsx';
import { addCustomerPages } from './customer/pages.tsx';
import { addOfficeDeliveries } from './deliveries/pages.tsx';
import { atDesk } from './desk.tsx';
import { addDisputes } from './disputes/pages.tsx';
import { addEvidence } from './evidence/pages.tsx';
import { addExports } from './exports/pages.tsx';
import { addFigures } from './figures/pages.tsx';
import { addFind } from './find/pages.tsx';
import { addImports } from './imports/pages.tsx';
import { addOfficeInvoices } from './invoices/pages.tsx';
import { addLooks } from './looks/pages.tsx';
import { addMessages } from './messages/pages.tsx';
import { addOfficeOrders } from './orders/pages.tsx';
import { addOutsidePages } from './outside-pages.ts';
import { addOfficePayouts } from './payouts/pages.tsx';
import { addPolicyPages } from './policy/pages.tsx';
import { addStaffPages } from './staff/pages.tsx';
import { addSurveys } from './surveys/pages.tsx';
import { countWork } from './today/count-work.ts';
import { TodayPage } from './today/page.tsx';

export function addOffice(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const customers = ADDRESSES.officeCustomers;
  app.get(ADDRESSES.office[language], (context) =>
    atDesk(context, parts, ADDRESSES.office, async (desk) =>
      context.html(<TodayPage desk={desk} target={customers[language]} work={await countWork(parts, desk)} />),
    ),
  );
  addFind(app, parts, language);
  addOfficeOrders(app, parts, language);
  addOfficeDeliveries(app, parts, language);
  addAddOns(app, parts, language);
  addCampaigns(app, parts, language);
  addCatalogue(app, parts, language);
  addCustomerPages(app, parts, language);
  addBankFiles(app, parts, language);
  addMessages(app, parts, language);
  addClaims(app, parts, language);
  addDisputes(app, parts, language);
  addExports(app, parts, language);
  addImports(app, parts, language);
  addOfficeInvoices(app, parts, language);
  addOfficePayouts(app, parts, language);
  addOutsidePages(app, parts, language);
  addPolicyPages(app, parts, language);
  addEvidence(app, parts, language);
  addChecks(app, parts, language);
  addStaffPages(app, parts, language);
  addLooks(app, parts, language);
  addFigures(app, parts, language);
  addSurveys(app, parts, language);
}
