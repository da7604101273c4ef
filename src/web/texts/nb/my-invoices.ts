/** The words of one's own invoices on My page in bokmål. */
export const myInvoicesNb = {
  myInvoices: 'Fakturaer',
  myInvoicing: {
    question: 'Hvilke fakturaer har du fått?',
    lead: 'De nyeste først. Du kan laste ned hver av dem.',
    none: 'Du har ikke fått noen fakturaer.',
    title: (kind: 'invoice' | 'credit-note', number: number) =>
      `${kind === 'invoice' ? 'Faktura' : 'Kreditnota'} ${number}`,
    issuedOn: (day: string) => `Datert ${day}`,
    dueOn: (day: string) => `forfaller ${day}`,
    states: {
      open: 'Ikke betalt',
      overdue: 'Forfalt',
      paid: 'Gjort opp',
      owed: 'Du har betalt for mye',
      'credit-note': 'Kreditnota',
    },
    howToPay: 'Slik betaler du',
    toPay: 'Å betale',
    due: 'Forfall',
    account: 'Kontonummer',
    reference: 'KID',
    pdf: 'Last ned fakturaen (PDF)',
    reminder: (level: number): string => (level === 1 ? 'Purring (PDF)' : 'Inkassovarsel (PDF)'),
    lines: 'Linjer',
    total: 'Sum med mva.',
    payments: 'Betalinger',
    paid: (day: string, amount: string) => `${day}: ${amount}`,
    credits: (number: number) => `Kreditert med kreditnota ${number}`,
  },
};
