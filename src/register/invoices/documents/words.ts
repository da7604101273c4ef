/** The words and numbers of invoices, credit notes and reminders, in both languages. */
import type { Language } from '../../../policy/index.ts';

const nb = {
  invoice: 'Faktura',
  creditNote: 'Kreditnota',
  reminders: { 1: 'Purring', 2: 'Inkassovarsel' },
  invoiceNumber: 'Fakturanummer',
  creditNoteNumber: 'Kreditnotanummer',
  credits: (number: number, on: string) => `Krediterer faktura ${number} av ${on}`,
  issuedOn: 'Dato',
  invoiceIssuedOn: 'Fakturadato',
  dueOn: 'Forfallsdato',
  customerNumber: 'Kundenummer',
  orderNumber: 'Bestillingsnummer',
  organisationNumber: 'Org.nr.',
  buyer: 'Kjøper',
  buyerReference: 'Deres referanse',
  deliveredOn: 'Levert',
  deliveryPlace: 'Leveringssted',
  description: 'Vare eller tjeneste',
  quantity: 'Antall',
  unitPrice: 'Pris',
  vat: 'Mva.',
  amount: 'Beløp uten mva.',
  plainAmount: 'Beløp',
  outsideVat: 'Selgeren er ikke registrert i Merverdiavgiftsregisteret. Det er ikke beregnet merverdiavgift.',
  vatBasis: 'Grunnlag',
  vatRate: (rate: number) => `Merverdiavgift ${rate} %`,
  vatAmount: 'Merverdiavgift',
  net: 'Sum uten mva.',
  toPay: 'Å betale',
  credited: 'Til gode',
  accountNumber: 'Kontonummer',
  iban: 'IBAN',
  paymentReference: 'KID',
  payment: 'Slik betaler du',
  notForPayment: 'Dette er en kreditnota. Du skal ikke betale noe.',
  page: (at: number, of: number) => `Side ${at} av ${of}`,
  originalAmount: 'Fakturabeløp',
  settled: 'Betalt og kreditert',
  fee: 'Purregebyr',
  reminderTexts: {
    1: (number: number, due: string) =>
      `Vi kan ikke se at faktura ${number}, som forfalt ${due}, er betalt. Har du betalt de siste dagene, kan du se bort fra denne purringen. Er noe galt med fakturaen, så si fra til oss.`,
    2: (number: number, due: string) =>
      `Faktura ${number} forfalt ${due} og er ikke betalt. Betaler du ikke innen fristen nedenfor, kan kravet bli sendt til inkasso, og da kommer det kostnader i tillegg (inkassoloven § 9). Mener du at kravet er feil, må du si fra før fristen.`,
  },
};

const en: typeof nb = {
  invoice: 'Invoice',
  creditNote: 'Credit note',
  reminders: { 1: 'Reminder', 2: 'Notice before debt collection' },
  invoiceNumber: 'Invoice number',
  creditNoteNumber: 'Credit note number',
  credits: (number, on) => `Credits invoice ${number} of ${on}`,
  issuedOn: 'Date',
  invoiceIssuedOn: 'Invoice date',
  dueOn: 'Due date',
  customerNumber: 'Customer number',
  orderNumber: 'Order number',
  organisationNumber: 'Org. no.',
  buyer: 'Buyer',
  buyerReference: 'Your reference',
  deliveredOn: 'Delivered',
  deliveryPlace: 'Place of delivery',
  description: 'Product or service',
  quantity: 'Quantity',
  unitPrice: 'Price',
  vat: 'VAT',
  amount: 'Amount without VAT',
  plainAmount: 'Amount',
  outsideVat: 'The seller is not in the VAT register. No VAT is charged.',
  vatBasis: 'Basis',
  vatRate: (rate) => `VAT ${rate}%`,
  vatAmount: 'VAT',
  net: 'Total without VAT',
  toPay: 'To pay',
  credited: 'In your favour',
  accountNumber: 'Account number',
  iban: 'IBAN',
  paymentReference: 'Payment reference (KID)',
  payment: 'How to pay',
  notForPayment: 'This is a credit note. There is nothing to pay.',
  page: (at, of) => `Page ${at} of ${of}`,
  originalAmount: 'Invoiced amount',
  settled: 'Paid and credited',
  fee: 'Reminder fee',
  reminderTexts: {
    1: (number, due) =>
      `We cannot see that invoice ${number}, which was due on ${due}, has been paid. If you have paid in the last few days, please disregard this reminder. If something is wrong with the invoice, please tell us.`,
    2: (number, due) =>
      `Invoice ${number} was due on ${due} and has not been paid. If you do not pay by the date below, the claim may be sent to debt collection, which adds costs (the Norwegian Debt Collection Act, section 9). If you think that the claim is wrong, you must tell us before that date.`,
  },
};

export type DocumentWords = typeof nb;
export const wordsIn = (language: Language): DocumentWords => (language === 'nb' ? nb : en);

/** `1 234,50`, in kroner without their name. */
export function kroner(ore: number, language: Language): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ore / 100);
}
