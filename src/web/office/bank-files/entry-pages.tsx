/** The addresses of one amount of a bank file. */

import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import {
  assignEntry,
  type InvoiceToPay,
  invoiceOfNumber,
  invoicesOfAmount,
  invoicesOfReferences,
  readEntry,
  setEntryAside,
  type WaitingEntry,
} from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { BankEntryPage } from './entry.tsx';

/** Invoices that are offered for an amount without a reference. */
const MOST_OFFERED = 6;

type At = (context: WebContext, work: (desk: DeskForPurpose) => Promise<Response>, below: string) => Promise<Response>;

/** Which amount of which file. */
interface Which {
  readonly fileId: string;
  readonly entryNumber: number;
}

export function addBankEntry(app: Hono<WebEnvironment>, parts: WebParts, language: Language, at: At): void {
  const path = `${ADDRESSES.officeBankFiles[language]}/:file{${UUID}}/:entry{[1-9][0-9]{0,5}}` as const;
  const answer = (
    deed: '' | '/find' | '/assign' | '/aside',
    work: (context: WebContext, desk: DeskForPurpose, which: Which) => Promise<Response>,
  ): void => {
    app.on(deed === '' ? 'GET' : 'POST', `${path}${deed}`, (context) => {
      const which = { fileId: context.req.param('file'), entryNumber: Number(context.req.param('entry')) };
      return at(context, (desk) => work(context, desk, which), `/${which.fileId}/${which.entryNumber}`);
    });
  };
  answer('', (context, desk, which) => show(context, parts, desk, which, EMPTY_FORM));
  answer('/find', (context, desk, which) => find(context, parts, desk, which));
  answer('/assign', (context, desk, which) => assign(context, parts, desk, which));
  answer('/aside', (context, desk, which) => setAside(context, parts, desk, which));
}

async function show(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  which: Which,
  state: FormState,
  wanted: number | null = null,
): Promise<Response> {
  const found = await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const entry = await readEntry(sessions.register, which.fileId, which.entryNumber);
    return entry === null ? null : { entry, invoices: await invoicesFor(sessions, entry, wanted) };
  });
  if (found === null) return context.notFound() as Response;
  const missing = wanted !== null && found.invoices.length === 0;
  const texts = officeTextsIn(desk.frame.language);
  const faults = missing ? { invoice: texts.entryNoInvoice(String(wanted)) } : state.faults;
  const page = <BankEntryPage desk={desk} {...found} state={{ values: state.values, faults }} />;
  return context.html(page, Object.keys(faults).length === 0 ? 200 : 422);
}

/** The one that was looked for, else that of its reference, else those of its amount. */
async function invoicesFor(
  { register }: Sessions,
  { state, reference, amountOre }: WaitingEntry,
  wanted: number | null,
): Promise<readonly InvoiceToPay[]> {
  if (state !== 'unmatched' || amountOre <= 0) return [];
  if (wanted !== null) return [await invoiceOfNumber(register, wanted)].filter((one) => one !== null);
  const ofReference = reference === null ? [] : await invoicesOfReferences(register, [reference]);
  return ofReference.length > 0 ? ofReference : await invoicesOfAmount(register, amountOre, MOST_OFFERED);
}

async function find(context: WebContext, parts: WebParts, desk: DeskForPurpose, which: Which): Promise<Response> {
  const { typed } = await readForm(context, ['invoice']);
  const text = (typed.invoice ?? '').replaceAll(/\s/g, '');
  const values = { invoice: typed.invoice ?? '' };
  if (/^[0-9]{1,15}$/.test(text)) {
    return await show(context, parts, desk, which, { values, faults: {} }, Number(text));
  }
  const fault = officeTextsIn(desk.frame.language).entryNotANumber;
  return await show(context, parts, desk, which, { values, faults: { invoice: fault } });
}

async function assign(context: WebContext, parts: WebParts, desk: DeskForPurpose, which: Which): Promise<Response> {
  const { typed } = await readForm(context, ['invoice']);
  const invoiceNumber = /^[0-9]{1,15}$/.test(typed.invoice ?? '') ? Number(typed.invoice) : 0;
  const handling = { ...which, invoiceNumber, staffId: desk.staff.id, now: parts.now(), paymentId: parts.newId() };
  const assigned = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    assignEntry(register, handling),
  );
  const address = deskAddress(desk, 'officeBankFiles');
  switch (assigned.outcome) {
    case 'assigned': {
      const { overpaidOre } = assigned;
      if (overpaidOre === 0)
        return doneThen(context, parts, desk, address, { says: (texts) => texts.entryAssigned(invoiceNumber) });
      const tooMuch = amountInWords(overpaidOre, desk.frame.language);
      return doneThen(context, parts, desk, address, {
        says: (texts) => texts.entryTooMuch(invoiceNumber, tooMuch),
        tone: 'warning',
      });
    }
    case 'no-invoice':
      return await show(context, parts, desk, which, { values: typed, faults: {} }, invoiceNumber);
    case 'not-waiting':
      return doneThen(context, parts, desk, address, { says: (texts) => texts.entryNotWaiting, tone: 'warning' });
    case 'taken-back':
      return doneThen(context, parts, desk, address, { says: (texts) => texts.entryTakenBack, tone: 'warning' });
    default:
      return assigned satisfies never;
  }
}

async function setAside(context: WebContext, parts: WebParts, desk: DeskForPurpose, which: Which): Promise<Response> {
  const handling = { ...which, staffId: desk.staff.id, now: parts.now() };
  const done = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    setEntryAside(register, handling),
  );
  return doneThen(context, parts, desk, deskAddress(desk, 'officeBankFiles'), {
    says: (texts) => (done ? texts.entryWasSetAside : texts.entryNotWaiting),
    tone: done ? 'success' : 'warning',
  });
}
