/** The addresses of invoicing in the office: what is to be invoiced, the invoices, one of them with its files. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { openInvoice } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { readListState } from '../list/state.ts';
import { type WorkingDesk, workingFor } from '../working-for.tsx';
import { actOnInvoice, showInvoice } from './act.tsx';
import { downloadOf, type Format } from './downloads.ts';
import { issueMany } from './issue-many.tsx';
import { atInvoicing, INVOICING, invoiceHere, keyOf, ONE_INVOICE } from './links.tsx';
import { INVOICES, InvoicesPage, readInvoiceList } from './list.tsx';
import { readToInvoice, TO_INVOICE, ToInvoicePage } from './to-invoice.tsx';

const PURPOSES = [INVOICING];

export function addOfficeInvoices(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeToInvoice, officeIssueInvoices, officeInvoices } = ADDRESSES;
  if (parts.policy.tables['register.invoice'] === undefined) return;
  app.get(officeToInvoice[language], (context) =>
    workingFor(context, parts, officeToInvoice, PURPOSES, async (desk) => {
      const state = await readListState(context, TO_INVOICE);
      const found = await readToInvoice(parts, desk, state);
      return context.html(<ToInvoicePage desk={desk} state={state} found={found} />);
    }),
  );
  app.post(officeIssueInvoices[language], (context) =>
    workingFor(context, parts, officeIssueInvoices, PURPOSES, (desk) => issueMany(context, parts, desk)),
  );
  app.get(officeInvoices[language], (context) =>
    workingFor(context, parts, officeInvoices, PURPOSES, async (desk) => {
      const state = await readListState(context, INVOICES);
      const found = await readInvoiceList(parts, desk, state);
      return context.html(<InvoicesPage desk={desk} state={state} found={found} />);
    }),
  );
  const one = `${officeInvoices[language]}/${ONE_INVOICE}`;
  app.get(one, (context) =>
    workingFor(context, parts, invoiceHere(keyOf(context)), PURPOSES, (desk) =>
      showInvoice(context, parts, desk, keyOf(context)),
    ),
  );
  app.post(one, (context) =>
    workingFor(context, parts, invoiceHere(keyOf(context)), PURPOSES, (desk) =>
      actOnInvoice(context, parts, desk, keyOf(context)),
    ),
  );
  for (const format of ['pdf', 'ehf'] as const) {
    app.get(`${one}/${format}`, (context) =>
      workingFor(context, parts, invoiceHere(keyOf(context), `/${format}`), PURPOSES, (desk) =>
        download(context, parts, desk, format),
      ),
    );
  }
  app.get(`${one}/reminder/:level{[12]}`, (context) => {
    const level = Number(context.req.param('level'));
    return workingFor(context, parts, invoiceHere(keyOf(context), `/reminder/${level}`), PURPOSES, (desk) =>
      download(context, parts, desk, { reminder: level }),
    );
  });
}

/** In the language of the customer: it is what the customer has. */
async function download(context: WebContext, parts: WebParts, desk: WorkingDesk, format: Format): Promise<Response> {
  const opened = await atInvoicing(parts, desk, ({ register }) => openInvoice(register, keyOf(context)));
  if (opened === null) return await context.notFound();
  return (await downloadOf(context, parts, opened, format, opened.language)) ?? (await context.notFound());
}
