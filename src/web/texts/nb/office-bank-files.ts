/** Ordene på sidene for filer fra banken. */
import type { BankFault, WhyUnmatched } from '../../../register/index.ts';

export const officeBankFilesNb = {
  bankFilesLead: 'Les inn hva som er kommet på konto. Ingenting blir registrert før du har sett hva som skjer.',
  bankFileField: 'Fil med innbetalinger',
  bankFileHint:
    'OCR-giro eller CAMT.054, høyst 20 MB. Bare KID, beløp og dato leses; navn og kontonummer til den som har betalt, lagres ikke.',
  bankFileRead: 'Les filen',
  bankFileMissing: 'Velg en fil fra banken.',
  bankFileKnown: (when: string) => `Denne filen er lest inn før, ${when}. Den blir ikke lest en gang til.`,
  bankFileSeeKnown: 'Se filen',
  bankFileFault: ({ code, line, field, expected, found }: BankFault): string => {
    const at = line === null ? '' : ` (linje ${line}${field === null ? '' : `, ${field}`})`;
    const says: Record<BankFault['code'], string> = {
      empty: 'Filen er tom.',
      'too-large': 'Filen er for stor. Den kan være på høyst 20 MB.',
      'unknown-format':
        'Dette er verken OCR-giro eller CAMT.054. Hent filen i nettbanken på nytt i et av de formatene.',
      'line-length': `En linje har ${found} tegn, ikke 80${at}. Filen er endret eller avkortet; hent den på nytt.`,
      'record-unknown': `En linje er av et slag som OCR-giro ikke har${at}.`,
      'record-misplaced': `En linje står på feil plass${at}. Filen er endret eller avkortet; hent den på nytt.`,
      'field-wrong': `Et felt kan ikke leses${at}.`,
      'sum-wrong': `Summen stemmer ikke med beløpene: banken skriver ${expected} øre, beløpene blir ${found}${at}. Ingenting er lest inn; hent filen på nytt.`,
      'count-wrong': `Antallet stemmer ikke: filen sier ${expected}, og har ${found}${at}. Hent filen på nytt.`,
      'end-missing': 'Slutten av filen mangler. Hent den på nytt.',
      'xml-wrong': `Filen er ikke riktig XML${at}. Hent den på nytt.`,
      doctype: 'Filen har en dokumenttype (DOCTYPE), og det har filer fra banken aldri. Den blir ikke lest.',
      currency: `Et beløp er i ${found}${at}. Bare norske kroner kan leses inn.`,
      'too-many-entries': 'Filen har mer enn 100 000 innbetalinger. Be banken om mindre filer.',
    };
    return says[code];
  },

  bankFilesWaiting: 'Beløp som venter på deg',
  bankFilesNoneWaiting: 'Alle beløp er ført.',
  bankFilesNoneWaitingNext: 'Beløp som ikke passer med en faktura av seg selv, kommer her.',
  bankFilesLatest: 'De siste filene',
  bankFilesNone: 'Ingen filer er lest inn ennå.',
  bankFormats: { 'ocr-giro': 'OCR-giro', 'camt.054': 'CAMT.054' },
  bankFileStates: { previewed: 'Ikke registrert ennå', registered: 'Registrert' },
  bankFileOf: (format: string, when: string) => `${format}, lest ${when}`,
  bankFileColumns: {
    file: 'Fil',
    state: 'Status',
    entries: 'Innbetalinger',
    total: 'Sum',
    day: 'Dato',
    amount: 'Beløp',
    reference: 'KID',
    bank: 'Bankens referanse',
    invoice: 'Faktura',
    why: 'Hvorfor',
  },
  withoutReference: 'uten KID',

  bankFilePreview: 'Hva som skjer når du registrerer',
  bankFileFits: (count: number, sum: string) =>
    count === 1
      ? `1 innbetaling på ${sum} passer med en faktura.`
      : `${count} innbetalinger på til sammen ${sum} passer med fakturaer.`,
  bankFileWaits: (count: number) =>
    count === 0 ? 'Ingen må føres for hånd.' : count === 1 ? '1 må føres for hånd.' : `${count} må føres for hånd.`,
  bankFilePassedOver: (count: number) =>
    count === 1
      ? '1 post i filen er ikke en innbetaling til oss.'
      : `${count} poster i filen er ikke innbetalinger til oss.`,
  bankFileShown: (shown: number, all: number) => `De første ${shown} av ${all} vises.`,
  bankFileRegister: 'Registrer innbetalingene',
  bankFileDrop: 'Forkast filen',
  bankFileDropped: 'Filen er forkastet. Ingenting av den er tatt vare på, og den kan leses inn igjen.',
  bankFileRegistered: (matched: number, unmatched: number) =>
    `${matched === 1 ? '1 innbetaling er registrert' : `${matched} innbetalinger er registrert`}. ${
      unmatched === 0 ? 'Ingen må føres for hånd.' : `${unmatched} må føres for hånd.`
    }`,
  bankFileGone: 'Filen er alt registrert eller forkastet.',
  bankFileFitting: 'Passer med en faktura',
  bankFileByHand: 'Må føres for hånd',

  whyUnmatched: {
    'no-reference': 'Uten KID',
    'wrong-check-digit': 'KID har feil kontrollsiffer',
    'unknown-reference': 'Ingen faktura har denne KID-en',
    'too-little': 'Mindre enn det som gjenstår',
    'too-much': 'Mer enn det som gjenstår',
    'paid-already': 'Fakturaen er betalt fra før',
    'taken-back': 'Banken tar tilbake beløpet',
  } satisfies Record<WhyUnmatched, string>,

  entryTitle: (amount: string) => `Innbetaling på ${amount}`,
  entryStates: {
    read: 'Filen er ikke registrert ennå.',
    matched: 'Beløpet er ført på fakturaen det hører til.',
    unmatched: 'Beløpet venter.',
    assigned: 'Beløpet er ført for hånd.',
    returned: 'Beløpet er lagt til side.',
  },
  entryAssign: 'Før på en faktura',
  entryInvoiceNumber: 'Fakturanummer',
  entryFindInvoice: 'Finn fakturaen',
  entryNoInvoice: (number: string) =>
    `Det er ingen faktura ${number}. Se etter på fakturaen, eller spør den som har betalt.`,
  entryNotANumber: 'Skriv fakturanummeret med bare sifre.',
  entrySuggested: 'Fakturaer det kan gjelde',
  entryInvoice: (number: number) => `Faktura ${number}`,
  entryBuyer: 'Kjøper',
  entryTotal: 'Fakturasum',
  entryOutstanding: 'Gjenstår',
  entryDue: 'Forfall',
  entryAssignTo: (number: number) => `Før beløpet på faktura ${number}`,
  entryAfter: (ore: number, amount: string) =>
    ore === 0 ? 'Da er fakturaen betalt.' : ore > 0 ? `Da gjenstår ${amount}.` : `Da er det betalt ${amount} for mye.`,
  entryAssigned: (number: number) => `Beløpet er ført på faktura ${number}.`,
  entryTooMuch: (number: number, amount: string) =>
    `Beløpet er ført på faktura ${number}. Det er nå betalt ${amount} for mye på den.`,
  entryNotWaiting: 'Beløpet er alt ført.',
  entryTakenBack:
    'Beløp som banken tar tilbake, kan ikke føres som betaling. Legg det til side når du har rettet i regnskapet.',
  entrySetAside: 'Legg til side',
  entrySetAsideHint: 'Når beløpet ikke hører til en faktura her, og er betalt tilbake eller ført i regnskapet.',
  entryWasSetAside: 'Beløpet er lagt til side.',
  amountsToAssign: 'Innbetalinger som må føres for hånd',
};
