/** What is mailed in answer to somebody who wrote, called or claimed. */
import { mailTemplate } from './model.ts';

const BY = 'Kept';

export const correspondenceTemplates = {
  /** The words between are those of the member of staff who answers. */
  answer: mailTemplate<{ subjectLine: string; text: string; quoted: string | null }>({
    class: 'service',
    purposes: ['customer-communication', 'enquiries', 'claims', 'privacy-administration'],
    label: { nb: 'Svar på en henvendelse', en: 'Answer to a message' },
    reviewed: { by: BY, on: '2026-11-25', digest: 'a325b881667c18bf' },
    samples: [
      { subjectLine: 'Re: Emne', text: 'Svar.', quoted: null },
      { subjectLine: 'Re: Emne', text: 'Svar.', quoted: 'Spørsmål?' },
    ],
    words: {
      nb: ({ subjectLine, text, quoted }) => ({
        subjectLine,
        text: quoted === null ? text : `${text}\n\nDu skrev:\n${asQuoted(quoted)}`,
      }),
      en: ({ subjectLine, text, quoted }) => ({
        subjectLine,
        text: quoted === null ? text : `${text}\n\nYou wrote:\n${asQuoted(quoted)}`,
      }),
    },
  }),
  'claim-received': mailTemplate<{ claimNumber: number; answerDueOn: string; myPage: string }>({
    class: 'service',
    purposes: ['claims', 'self-service'],
    label: { nb: 'Reklamasjonen er mottatt', en: 'The claim was received' },
    reviewed: { by: BY, on: '2026-11-25', digest: '4815d45f1818cdda' },
    samples: [{ claimNumber: 70_001, answerDueOn: '9. desember 2026', myPage: 'https://kept.example/min-side' }],
    words: {
      nb: ({ claimNumber, answerDueOn, myPage }) => ({
        subjectLine: `Vi har fått reklamasjonen (${claimNumber})`,
        text: `Hei!\n\nVi har fått reklamasjonen din, med nummer ${claimNumber}. Du får svar senest ${answerDueOn}. Du kan følge saken og skrive til oss på Min side:\n${myPage}`,
      }),
      en: ({ claimNumber, answerDueOn, myPage }) => ({
        subjectLine: `We have received your claim (${claimNumber})`,
        text: `Hello!\n\nWe have received your claim, number ${claimNumber}. You get an answer by ${answerDueOn} at the latest. You can follow the case and write to us on My page:\n${myPage}`,
      }),
    },
  }),
  'claim-decided': mailTemplate<{ claimNumber: number; outcome: string; reason: string; complaint: boolean }>({
    class: 'service',
    purposes: ['claims'],
    label: { nb: 'Reklamasjonen er avgjort', en: 'The claim was decided' },
    reviewed: { by: BY, on: '2026-11-25', digest: 'bf29cd6cf8724b21' },
    samples: [
      { claimNumber: 70_001, outcome: 'Reparert', reason: 'Sålen er limt på nytt.', complaint: false },
      { claimNumber: 70_001, outcome: 'Avslått', reason: 'Skaden kom av bruk.', complaint: true },
    ],
    words: {
      nb: ({ claimNumber, outcome, reason, complaint }) => ({
        subjectLine: `Svar på reklamasjonen (${claimNumber})`,
        text: `Hei!\n\nVi har avgjort reklamasjon ${claimNumber}.\n\nUtfall: ${outcome}\n${reason}${
          complaint
            ? '\n\nEr du uenig, kan du svare på denne e-posten. Blir vi ikke enige, kan en forbruker be Forbrukertilsynet om mekling og få saken til Forbrukerklageutvalget: https://www.forbrukertilsynet.no/'
            : ''
        }`,
      }),
      en: ({ claimNumber, outcome, reason, complaint }) => ({
        subjectLine: `Answer to your claim (${claimNumber})`,
        text: `Hello!\n\nWe have decided claim ${claimNumber}.\n\nOutcome: ${outcome}\n${reason}${
          complaint
            ? '\n\nIf you disagree, you can answer this e-mail. If we cannot agree, a consumer can ask Forbrukertilsynet to mediate and have the case tried by Forbrukerklageutvalget: https://www.forbrukertilsynet.no/'
            : ''
        }`,
      }),
    },
  }),
};

const asQuoted = (text: string): string => text.replaceAll(/^/gm, '> ');
