/** What is mailed to a customer about invoices: that one has come, that it is credited, that it is not paid, what is paid back. */
import { mailTemplate } from './model.ts';

const BY = 'Kept';
const LINK = 'https://kept.example/min-side/fakturaer/…';

/** Amounts and dates in the addressee's own way of writing. */
export interface InvoiceIssued {
  readonly number: number;
  readonly amount: string;
  readonly dueOn: string;
  readonly accountNumber: string;
  readonly paymentReference: string;
  readonly link: string;
}

export interface CreditNoteIssued {
  readonly number: number;
  readonly credited: number;
  readonly amount: string;
  readonly link: string;
}

export interface InvoiceReminder extends InvoiceIssued {
  /** 2: the written warning before collection. */
  readonly level: 1 | 2;
  readonly wasDueOn: string;
}

const PAY = {
  amount: '1 250,00 kr',
  accountNumber: '8601 11 17947',
  paymentReference: '00100010000100078',
  link: LINK,
};
const pay = (words: readonly [string, string, string, string], given: InvoiceIssued): string =>
  `${words[0]}: ${given.amount}\n${words[1]}: ${given.dueOn}\n${words[2]}: ${given.accountNumber}\n${words[3]}: ${given.paymentReference}`;
const NB = ['Å betale', 'Forfall', 'Kontonummer', 'KID'] as const;
const EN = ['To pay', 'Due date', 'Account number', 'Payment reference (KID)'] as const;

export const invoicingTemplates = {
  'invoice-issued': mailTemplate<InvoiceIssued>({
    class: 'service',
    purposes: ['invoicing'],
    label: { nb: 'En faktura er kommet', en: 'An invoice has come' },
    reviewed: { by: BY, on: '2026-11-25', digest: '5bfbffb1e03551a5' },
    samples: [{ ...PAY, number: 10_001, dueOn: '07.12.2026' }],
    words: {
      nb: (given) => ({
        subjectLine: `Faktura ${given.number}`,
        text: `Hei!\n\nHer er faktura ${given.number} for det vi har levert.\n\n${pay(NB, given)}\n\nFakturaen med alle linjene ligger på Min side:\n${given.link}`,
      }),
      en: (given) => ({
        subjectLine: `Invoice ${given.number}`,
        text: `Hello!\n\nHere is invoice ${given.number} for what we have delivered.\n\n${pay(EN, given)}\n\nThe invoice with all its lines is on My page:\n${given.link}`,
      }),
    },
  }),
  'credit-note-issued': mailTemplate<CreditNoteIssued>({
    class: 'service',
    purposes: ['invoicing'],
    label: { nb: 'En faktura er kreditert', en: 'An invoice is credited' },
    reviewed: { by: BY, on: '2026-11-25', digest: '74e5ec28010cd38e' },
    samples: [{ number: 10_002, credited: 10_001, amount: '1 250,00 kr', link: LINK }],
    words: {
      nb: ({ number, credited, amount, link }) => ({
        subjectLine: `Kreditnota ${number}`,
        text: `Hei!\n\nVi har kreditert ${amount} av faktura ${credited}. Kreditnotaen har nummer ${number} og ligger på Min side:\n${link}`,
      }),
      en: ({ number, credited, amount, link }) => ({
        subjectLine: `Credit note ${number}`,
        text: `Hello!\n\nWe have credited ${amount} of invoice ${credited}. The credit note has number ${number} and is on My page:\n${link}`,
      }),
    },
  }),
  'invoice-reminder': mailTemplate<InvoiceReminder>({
    class: 'service',
    purposes: ['invoicing'],
    label: { nb: 'En faktura er ikke betalt', en: 'An invoice is not paid' },
    reviewed: { by: BY, on: '2026-11-25', digest: 'f92794104428cadf' },
    samples: [
      { ...PAY, number: 10_001, wasDueOn: '07.12.2026', dueOn: '22.12.2026', level: 1 },
      { ...PAY, number: 10_001, wasDueOn: '07.12.2026', dueOn: '11.01.2027', level: 2 },
    ],
    words: {
      nb: (given) => ({
        subjectLine: given.level === 1 ? `Purring: faktura ${given.number}` : `Inkassovarsel: faktura ${given.number}`,
        text:
          given.level === 1
            ? `Hei!\n\nVi kan ikke se at faktura ${given.number}, som forfalt ${given.wasDueOn}, er betalt. Har du betalt de siste dagene, kan du se bort fra dette. Er noe galt, så svar oss.\n\n${pay(NB, given)}\n\nFakturaen ligger på Min side:\n${given.link}`
            : `Hei!\n\nFaktura ${given.number} forfalt ${given.wasDueOn} og er ikke betalt. Betaler du ikke innen fristen nedenfor, kan kravet bli sendt til inkasso, og da kommer det kostnader i tillegg (inkassoloven § 9). Mener du at kravet er feil, må du si fra før fristen.\n\n${pay(NB, given)}\n\nFakturaen ligger på Min side:\n${given.link}`,
      }),
      en: (given) => ({
        subjectLine:
          given.level === 1
            ? `Reminder: invoice ${given.number}`
            : `Notice before debt collection: invoice ${given.number}`,
        text:
          given.level === 1
            ? `Hello!\n\nWe cannot see that invoice ${given.number}, which was due on ${given.wasDueOn}, has been paid. If you have paid in the last few days, please disregard this. If something is wrong, answer us.\n\n${pay(EN, given)}\n\nThe invoice is on My page:\n${given.link}`
            : `Hello!\n\nInvoice ${given.number} was due on ${given.wasDueOn} and has not been paid. If you do not pay by the date below, the claim may be sent to debt collection, which adds costs (the Norwegian Debt Collection Act, section 9). If you think that the claim is wrong, you must tell us before that date.\n\n${pay(EN, given)}\n\nThe invoice is on My page:\n${given.link}`,
      }),
    },
  }),
};
