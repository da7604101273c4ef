/** The words of one's own invoices on My page in English, with the keys of the bokmål catalogue. */
import type { myInvoicesNb } from '../nb/my-invoices.ts';

export const myInvoicesEn: typeof myInvoicesNb = {
  myInvoices: 'Invoices',
  myInvoicing: {
    question: 'Which invoices have you received?',
    lead: 'The newest first. You can download each of them.',
    none: 'You have received no invoices.',
    title: (kind, number) => `${kind === 'invoice' ? 'Invoice' : 'Credit note'} ${number}`,
    issuedOn: (day) => `Dated ${day}`,
    dueOn: (day) => `due on ${day}`,
    states: {
      open: 'Not paid',
      overdue: 'Overdue',
      paid: 'Settled',
      owed: 'You have paid too much',
      'credit-note': 'Credit note',
    },
    howToPay: 'How to pay',
    toPay: 'To pay',
    due: 'Due date',
    account: 'Account number',
    reference: 'Payment reference (KID)',
    pdf: 'Download the invoice (PDF)',
    reminder: (level) => (level === 1 ? 'Reminder (PDF)' : 'Notice before debt collection (PDF)'),
    lines: 'Lines',
    total: 'Total with VAT',
    payments: 'Payments',
    paid: (day, amount) => `${day}: ${amount}`,
    credits: (number) => `Credited by credit note ${number}`,
  },
};
