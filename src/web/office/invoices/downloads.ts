/** An invoice, a credit note or a reminder as a file. */
import type { Language } from '../../../policy/index.ts';
import {
  documentOf,
  ehfFault,
  ehfOf,
  fileNameOf,
  invoicePdf,
  type OpenedInvoice,
  reminderDocument,
  reminderPdf,
  sellerOf,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';

export type Format = 'pdf' | 'ehf' | { readonly reminder: number };

/** @returns Null where there is no such file: no such reminder, no EHF for a person, no account number in the policy. */
export async function downloadOf(
  context: WebContext,
  { policy }: WebParts,
  opened: OpenedInvoice,
  format: Format,
  language: Language,
): Promise<Response | null> {
  const seller = sellerOf(policy.controller);
  // A document from another system, of which only the sums are known, has its paper there.
  if (seller === null || opened.lines.length === 0) return null;
  const document = documentOf(opened, seller);
  const name = fileNameOf(document, language);
  if (format === 'pdf') return file(context, await invoicePdf(document, language), `${name}.pdf`, 'application/pdf');
  if (format === 'ehf') {
    if (ehfFault(document) !== null) return null;
    return file(context, Buffer.from(ehfOf(document), 'utf8'), `${name}.xml`, 'application/xml; charset=utf-8');
  }
  const reminder = reminderDocument(opened, format.reminder, seller);
  if (reminder === null) return null;
  const pdf = await reminderPdf(reminder, language);
  return file(
    context,
    pdf,
    `${name}-${language === 'nb' ? 'purring' : 'reminder'}-${reminder.level}.pdf`,
    'application/pdf',
  );
}

function file(context: WebContext, content: Buffer, name: string, type: string): Response {
  context.header('Cache-Control', 'private, no-store');
  context.header('Content-Disposition', `attachment; filename="${name}"`);
  context.header('Content-Type', type);
  return context.body(new Uint8Array(content));
}
