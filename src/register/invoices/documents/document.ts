/**
 * What an invoice, a credit note or a reminder says, before it is drawn as PDF or written as EHF. Pure facts; what must
 * be among them is bokføringsforskriften §§ 5-1-1 and 5-1-2.
 */
import type { Controller, Language } from '../../../policy/index.ts';
import { amountsByRate, type RateAmounts } from '../../orders/amounts.ts';
import { ibanOf } from '../../payouts/account-number.ts';

export interface Seller {
  readonly name: string;
  /** Nine digits. */
  readonly organisationNumber: string;
  readonly vatRegistered: boolean;
  readonly inBusinessRegister: boolean;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  /** Eleven digits. */
  readonly accountNumber: string;
}

/** @returns Null where the policy does not say what invoices need. */
export function sellerOf({ billing, ...controller }: Controller): Seller | null {
  if (billing === null) return null;
  const { name, organisationNumber, address, email, phone, website } = controller;
  const { accountNumber, vatRegistered, inBusinessRegister } = billing;
  const { street, postalCode, city, country } = address;
  return {
    ...{ name, organisationNumber, street, postalCode, city, country, email, phone, website },
    ...{ accountNumber, vatRegistered, inBusinessRegister },
  };
}

export interface Buyer {
  readonly name: string;
  readonly customerNumber: number;
  /** Nine digits; null for private persons. */
  readonly organisationNumber: string | null;
  /** As it stands on the invoice, lines apart. */
  readonly address: string | null;
  /** What the buyer wants to find on the invoice. */
  readonly reference: string | null;
}

export interface InvoicedLine {
  readonly lineNumber: number;
  readonly description: string;
  readonly quantity: number;
  /** Øre, VAT not included. */
  readonly unitPriceOre: number;
  /** Per cent. */
  readonly vatRate: number;
}

export interface InvoiceDocument {
  readonly kind: 'invoice' | 'credit-note';
  readonly number: number;
  /** `YYYY-MM-DD`, as all days here. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  /** Of a credit note: the invoice that it credits. */
  readonly credits: { readonly number: number; readonly issuedOn: string } | null;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly orderNumber: number | null;
  /** The place as lines of text. */
  readonly delivery: { readonly on: string | null; readonly place: string | null };
  /** Digits; null on a credit note, which nobody pays. */
  readonly paymentReference: string | null;
  readonly lines: readonly InvoicedLine[];
}

export interface Totals {
  readonly byRate: readonly RateAmounts[];
  readonly netOre: number;
  readonly vatOre: number;
  readonly totalOre: number;
}

export function totalsOf(lines: readonly InvoicedLine[]): Totals {
  const byRate = amountsByRate(lines);
  const netOre = byRate.reduce((sum, one) => sum + one.netOre, 0);
  const vatOre = byRate.reduce((sum, one) => sum + one.vatOre, 0);
  return { byRate, netOre, vatOre, totalOre: netOre + vatOre };
}

export const netOf = ({ quantity, unitPriceOre }: Pick<InvoicedLine, 'quantity' | 'unitPriceOre'>): number =>
  quantity * unitPriceOre;

export interface ReminderDocument {
  /** 2 is the written warning before collection. */
  readonly level: 1 | 2;
  readonly sentOn: string;
  readonly dueOn: string;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly invoice: { readonly number: number; readonly issuedOn: string; readonly dueOn: string };
  readonly paymentReference: string;
  readonly totalOre: number;
  /** What has been paid and credited of it. */
  readonly settledOre: number;
  readonly feeOre: number;
}

/** As it stands under the seller's name: the number, then what the law wants after it. */
export function registrationOf({ organisationNumber, vatRegistered, inBusinessRegister }: Seller): string {
  const number = organisationNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
  return `${number}${vatRegistered ? '\u00a0MVA' : ''}${inBusinessRegister ? ' Foretaksregisteret' : ''}`;
}

/** `NO123456785MVA`, as VAT numbers are written across borders and in EHF. */
export const vatNumberOf = ({ organisationNumber }: Pick<Seller, 'organisationNumber'>): string =>
  `NO${organisationNumber}MVA`;

export const sellerIban = ({ accountNumber }: Seller): string => ibanOf(accountNumber);

interface Address {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string;
}

/** An address as lines of text; null where nothing is known but the country. */
export function addressLines({ street, postalCode, city, country }: Address): string | null {
  const place = [postalCode, city].filter((part) => part !== null).join(' ');
  const lines = [street, place, country === 'NO' ? null : country].filter((line) => line !== null && line !== '');
  return street === null && place === '' ? null : lines.join('\n');
}

export interface AddressParts extends Address {
  /** Lines that are neither the street, which is the first, nor the place, nor the country. */
  readonly more: readonly string[];
}

/** The parts of such lines; none is lost. */
export function addressParts(lines: string | null): AddressParts {
  const all = (lines ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const country = all.length > 1 && /^[A-Z]{2}$/.test(all.at(-1) ?? '') ? all.pop() : undefined;
  const at = all.findLastIndex((line) => /^\d{4} ./.test(line));
  const [place] = at === -1 ? [] : all.splice(at, 1);
  const [street = null, ...more] = all;
  return {
    ...{ street, more, country: country ?? 'NO' },
    ...{ postalCode: place?.slice(0, 4) ?? null, city: place?.slice(5).trim() ?? null },
  };
}

/** The name of the file that somebody saves. */
export function fileNameOf({ kind, number }: Pick<InvoiceDocument, 'kind' | 'number'>, language: Language): string {
  const words = { invoice: { nb: 'faktura', en: 'invoice' }, 'credit-note': { nb: 'kreditnota', en: 'credit-note' } };
  return `${words[kind][language]}-${number}`;
}
