/** The addresses of one's own invoices: the list, one of them, and the files. */

import type { Hono } from 'hono';
import { dayAt } from '../../../enforcement/index.ts';
import type { Language } from '../../../policy/index.ts';
import { invoicesOf, openInvoice } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { downloadOf, type Format } from '../../office/invoices/downloads.ts';
import type { WebParts } from '../../web-parts.ts';
import { doAsMe, type MyFrame, onMyPage } from '../my-frame.tsx';
import { MyInvoicePage } from './invoice.tsx';
import { MyInvoicesPage } from './list.tsx';

/** Invoices shown at most. */
const MOST = 200;

export function addMyInvoices(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  if (parts.policy.tables['register.invoice'] === undefined) return;
  const list = ADDRESSES.myInvoices[language];
  const one = `${list}/:invoice{${UUID}}`;
  const todayIn = (): string => dayAt(parts.now(), parts.policy.controller.timeZone);
  app.get(
    list,
    onMyPage(parts, async (context, frame) => {
      const invoices = await doAsMe(parts, frame, ({ register }) => invoicesOf(register, frame.me.id, MOST));
      return context.html(<MyInvoicesPage frame={frame} invoices={invoices} today={todayIn()} />);
    }),
  );
  app.get(
    one,
    onMyPage(parts, async (context, frame) => {
      const opened = await openMine(context, frame, parts);
      if (opened === null) return await context.notFound();
      return context.html(<MyInvoicePage frame={frame} opened={opened} today={todayIn()} />);
    }),
  );
  app.get(
    `${one}/pdf`,
    onMyPage(parts, (context, frame) => download(context, frame, parts, 'pdf')),
  );
  app.get(
    `${one}/reminder/:level{[12]}`,
    onMyPage(parts, (context, frame) =>
      download(context, frame, parts, { reminder: Number(context.req.param('level')) }),
    ),
  );
}

const openMine = (context: WebContext, frame: MyFrame, parts: WebParts) =>
  doAsMe(parts, frame, ({ register }) =>
    openInvoice(register, { customerId: frame.me.id, invoiceId: context.req.param('invoice') ?? '' }),
  );

async function download(context: WebContext, frame: MyFrame, parts: WebParts, format: Format): Promise<Response> {
  const opened = await openMine(context, frame, parts);
  if (opened === null) return await context.notFound();
  return (await downloadOf(context, parts, opened, format, frame.language)) ?? (await context.notFound());
}
