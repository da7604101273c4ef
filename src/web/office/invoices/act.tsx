/** What is done with an invoice from its page; what is wrong with a form comes back with everything that was typed. */

import { HTTPException } from 'hono/http-exception';
import { dayAt } from '../../../enforcement/index.ts';
import { writeMail } from '../../../records/index.ts';
import {
  askToPayBack,
  creditInvoice,
  type InvoiceKey,
  NothingToCredit,
  openInvoice,
  PAYMENT_METHODS,
  readAccountNumber,
  readCreditable,
  registerPayment,
  remind,
} from '../../../register/index.ts';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import { readAmount, readDay, readWhole } from '../../forms/read-values.ts';
import { typedIn, type WebContext } from '../../http-request.ts';
import { isUuid } from '../../ids.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import type { Done } from '../flash/done.ts';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { DeskMessage } from '../message.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { InvoicePage, type InvoiceProps } from './invoice.tsx';
import { atInvoicing, invoiceAddress } from './links.tsx';
import { creditedMail, reminderMail } from './mails.ts';

type Typed = Readonly<Record<string, string>>;
type Faults = Record<string, string>;
/** What was done, or what is wrong with the form. */
type Outcome = { readonly done: Done; readonly to?: string } | { readonly faults: Faults };

interface Act {
  readonly parts: WebParts;
  readonly desk: WorkingDesk;
  readonly key: InvoiceKey;
  readonly typed: Typed;
  readonly page: Omit<InvoiceProps, 'desk' | 'state'>;
}

/** By the value of `do`: the fields it may have beside that, and what it does. */
const ACTS: Readonly<Record<string, { readonly fields: RegExp; readonly act: (given: Act) => Promise<Outcome> }>> = {
  pay: { fields: /^(payment|amount|paidOn|method|reference)$/, act: pay },
  remind: { fields: /^fee$/, act: sendReminder },
  credit: { fields: /^(again|line\.\d{1,3})$/, act: credit },
  'pay-back': { fields: /^(account|reason)$/, act: payBack },
};

export async function showInvoice(context: WebContext, parts: WebParts, desk: WorkingDesk, key: InvoiceKey) {
  const page = await readPage(parts, desk, key);
  if (page === null) return noSuchInvoice(context, desk);
  return context.html(<InvoicePage desk={desk} {...page} state={EMPTY_FORM} />);
}

export async function actOnInvoice(context: WebContext, parts: WebParts, desk: WorkingDesk, key: InvoiceKey) {
  const typed = await typedIn(context);
  const known = ACTS[typed.do ?? ''];
  const strange = Object.keys(typed).filter((name) => name !== 'do' && known?.fields.test(name) !== true);
  if (known === undefined || strange.length > 0) throw new HTTPException(400, { message: 'no such step' });
  const page = await readPage(parts, desk, key);
  if (page === null) return noSuchInvoice(context, desk);
  const outcome = await known.act({ parts, desk, key, typed, page });
  if ('faults' in outcome) {
    const state = { values: typed, faults: outcome.faults };
    return context.html(<InvoicePage desk={desk} {...page} state={state} />, 422);
  }
  return doneThen(context, parts, desk, outcome.to ?? invoiceAddress(desk, key), outcome.done);
}

function noSuchInvoice(context: WebContext, { frame }: WorkingDesk) {
  const { invoices } = officeTextsIn(frame.language);
  return context.html(<DeskMessage frame={frame} title={invoices.noSuch} text={invoices.noSuchNext} />, 404);
}

const readPage = (parts: WebParts, desk: WorkingDesk, key: InvoiceKey): Promise<Act['page'] | null> =>
  atInvoicing(parts, desk, async ({ register }) => {
    const opened = await openInvoice(register, key);
    if (opened === null) return null;
    const today = dayAt(parts.now(), parts.policy.controller.timeZone);
    return { opened, today, newPayment: parts.newId(), creditable: await readCreditable(register, opened) };
  });

async function pay({ parts, desk, key, typed, page }: Act): Promise<Outcome> {
  const { invoices } = officeTextsIn(desk.frame.language);
  const amountOre = readAmount(typed.amount);
  const day = readDay(typed.paidOn);
  const method = PAYMENT_METHODS.find((one) => one === typed.method);
  const reference = (typed.reference ?? '').trim();
  const forbidden = forbiddenNumberFault(reference, desk.frame.language);
  const faults: Faults = {
    ...(typeof amountOre === 'number' && amountOre > 0 ? {} : { amount: invoices.faultAmount }),
    ...(day instanceof Object && day.toString() <= page.today ? {} : { paidOn: invoices.faultDay }),
    ...(method === undefined ? { method: invoices.faultMethod } : {}),
    ...(reference.length > 60 ? { reference: invoices.faultReference } : {}),
    ...(forbidden === null ? {} : { reference: forbidden }),
  };
  if (Object.keys(faults).length > 0 || typeof amountOre !== 'number' || !day || method === undefined)
    return { faults };
  const overpaidOre = await atInvoicing(parts, desk, ({ register }) =>
    registerPayment(register, {
      ...{
        ...key,
        paymentId: isUuid(typed.payment) ? typed.payment : parts.newId(),
        paidOn: day.toString(),
        amountOre,
        method,
      },
      ...{ bankReference: reference || null, at: parts.now() },
    }),
  );
  if (overpaidOre === 0) return { done: { says: (texts) => texts.invoices.paymentRegistered } };
  const tooMuch = amountInWords(overpaidOre, desk.frame.language);
  return { done: { says: (texts) => texts.invoices.paymentTooMuch(tooMuch), tone: 'warning' } };
}

const HIGHEST_FEE = 100_000;

async function sendReminder({ parts, desk, key, typed }: Act): Promise<Outcome> {
  const { invoices } = officeTextsIn(desk.frame.language);
  const fee = readAmount(typed.fee);
  if (fee === undefined || (fee !== null && (fee < 0 || fee > HIGHEST_FEE)))
    return { faults: { fee: invoices.faultFee } };
  const { timeZone } = parts.policy.controller;
  const given = { ...key, reminderId: parts.newId(), feeOre: fee ?? 0, at: parts.now(), timeZone };
  const sent = await atInvoicing(parts, desk, (sessions) =>
    sessions.transaction(async (inner) => {
      const reminder = await remind(inner.register, given);
      if (reminder !== null) await writeMail(inner.records, reminderMail(parts, reminder));
      return reminder !== null;
    }),
  );
  return {
    done: sent
      ? { says: (texts) => texts.invoices.reminded }
      : { says: (texts) => texts.invoices.notReminded, tone: 'warning' },
  };
}

async function credit({ parts, desk, key, typed, page }: Act): Promise<Outcome> {
  const { invoices } = officeTextsIn(desk.frame.language);
  const faults: Faults = {};
  const lines = page.creditable.flatMap((line) => {
    const name = `line.${line.line_number}`;
    const quantity = readWhole(typed[name]) ?? (typed[name]?.trim() ? undefined : 0);
    if (quantity === undefined || quantity > line.left) faults[name] = invoices.faultQuantity(line.left);
    return [{ lineNumber: line.line_number, quantity: quantity ?? 0 }];
  });
  if (lines.every(({ quantity }) => quantity === 0)) faults.form ??= invoices.faultCredit;
  if (Object.keys(faults).length > 0) return { faults };
  const { timeZone } = parts.policy.controller;
  const given = {
    ...key,
    creditNoteId: parts.newId(),
    lines,
    billAgain: typed.again === 'yes',
    at: parts.now(),
    timeZone,
  };
  try {
    const { invoiceNumber } = await atInvoicing(parts, desk, (sessions) =>
      sessions.transaction(async (inner) => {
        const note = await creditInvoice(inner.register, given);
        await writeMail(inner.records, creditedMail(parts, note));
        return note;
      }),
    );
    return { done: { says: (texts) => texts.invoices.credited(invoiceNumber) } };
  } catch (error) {
    // Somebody else credited it meanwhile.
    if (error instanceof NothingToCredit) return { faults: { form: invoices.faultCredit } };
    throw error;
  }
}

async function payBack({ parts, desk, key, typed }: Act): Promise<Outcome> {
  const { payouts } = officeTextsIn(desk.frame.language);
  const accountNumber = readAccountNumber(typed.account ?? '');
  const reason = (typed.reason ?? '').trim();
  const forbidden = forbiddenNumberFault(reason, desk.frame.language);
  const faults: Faults = {
    ...(accountNumber === null ? { account: payouts.faultAccount } : {}),
    ...(reason === '' || reason.length > 300 ? { reason: payouts.faultReason } : {}),
    ...(forbidden === null ? {} : { reason: forbidden }),
  };
  if (Object.keys(faults).length > 0 || accountNumber === null) return { faults };
  const asked = await atInvoicing(parts, desk, ({ register }) =>
    askToPayBack(register, parts.accountSeal, {
      ...{ customerId: key.customerId, payoutId: parts.newId(), invoiceId: key.invoiceId, reason },
      ...{ accountNumber, by: desk.staff.id, at: parts.now() },
    }),
  );
  if (!asked) return { faults: { form: payouts.faultAsked } };
  return { done: { says: (texts) => texts.payouts.asked }, to: deskAddress(desk, 'officePayouts') };
}
