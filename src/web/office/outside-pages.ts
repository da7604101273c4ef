/** The pages about what comes from outside: credit, what registers say of companies, bought lists, suppliers. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import type { WebEnvironment } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';
import { addCompanyPages } from './companies/pages.tsx';
import { addCreditPages } from './credit/pages.tsx';
import { addLeadPages } from './leads/pages.tsx';
import { addSupplierPages } from './suppliers/pages.tsx';

export function addOutsidePages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  addCreditPages(app, parts, language);
  addCompanyPages(app, parts, language);
  addLeadPages(app, parts, language);
  addSupplierPages(app, parts, language);
}
