/** What is mailed to somebody whose credit was checked: a copy when it was asked, and what a human being decided. */
import { mailTemplate } from './model.ts';

const BY = 'Kept';

type Answer = 'sufficient' | 'insufficient' | 'no-data';

const ANSWERS: { readonly [L in 'nb' | 'en']: { readonly [A in Answer]: string } } = {
  nb: {
    sufficient: 'Svaret var at det ikke er noe i veien for å betale senere.',
    insufficient: 'Svaret var at det er en risiko ved å la deg betale senere. Det avgjør ingenting alene.',
    'no-data': 'De hadde ingen opplysninger å gi. Det teller ikke mot deg.',
  },
  en: {
    sufficient: 'The answer was that nothing stands in the way of paying later.',
    insufficient: 'The answer was that there is a risk in letting you pay later. That alone decides nothing.',
    'no-data': 'They had no information to give. That does not count against you.',
  },
};

export const creditTemplates = {
  'credit-check-copy': mailTemplate<{ orderNumber: number; bureau: string; answer: Answer; contact: string }>({
    class: 'service',
    purposes: ['credit-check'],
    label: { nb: 'Gjenpart av en kredittvurdering', en: 'Copy of a credit check' },
    reviewed: { by: BY, on: '2026-11-25', digest: 'a282103d5774459e' },
    samples: [
      { orderNumber: 50_001, bureau: 'Eksempel Kreditt', answer: 'sufficient', contact: 'post@example.no' },
      { orderNumber: 50_001, bureau: 'Eksempel Kreditt', answer: 'insufficient', contact: 'post@example.no' },
      { orderNumber: 50_001, bureau: 'Eksempel Kreditt', answer: 'no-data', contact: 'post@example.no' },
    ],
    words: {
      nb: ({ orderNumber, bureau, answer, contact }) => ({
        subjectLine: `Vi har hentet en kredittvurdering for bestilling ${orderNumber}`,
        text: `Hei!\n\nDu har bedt om å betale bestilling ${orderNumber} etter levering. Derfor spurte vi ${bureau} om kreditten. De fikk navn og postadresse, og organisasjonsnummeret der det finnes, ikke hva du har bestilt eller hva det koster.\n\n${ANSWERS.nb[answer]}\n\nEt menneske hos oss bestemmer, og du får beskjed. Du kan når som helst betale på forhånd i stedet. Mener du at noe er galt, kan du se rapporten, rette den hos ${bureau} og be oss vurdere på nytt: ${contact}.`,
      }),
      en: ({ orderNumber, bureau, answer, contact }) => ({
        subjectLine: `We have obtained a credit check for order ${orderNumber}`,
        text: `Hello!\n\nYou have asked to pay for order ${orderNumber} after delivery. So we asked ${bureau} about the credit. They were given name and postal address, and the organisation number where there is one, not what you have ordered or what it costs.\n\n${ANSWERS.en[answer]}\n\nA human being here decides, and you will be told. You can pay in advance instead at any time. If you think that something is wrong, you can see the report, have it corrected at ${bureau}, and ask us to assess it again: ${contact}.`,
      }),
    },
  }),
  'credit-decided': mailTemplate<{ orderNumber: number; outcome: 'invoice' | 'prepayment'; contact: string }>({
    class: 'service',
    purposes: ['credit-check'],
    label: { nb: 'Hva som er bestemt om betaling', en: 'What was decided about payment' },
    reviewed: { by: BY, on: '2026-11-25', digest: '83071ed2de09206d' },
    samples: [
      { orderNumber: 50_001, outcome: 'invoice', contact: 'post@example.no' },
      { orderNumber: 50_001, outcome: 'prepayment', contact: 'post@example.no' },
    ],
    words: {
      nb: ({ orderNumber, outcome, contact }) => ({
        subjectLine: `Betaling for bestilling ${orderNumber}`,
        text:
          outcome === 'invoice'
            ? `Hei!\n\nDu kan betale bestilling ${orderNumber} på faktura. Et menneske hos oss har bestemt det. Rapporten fra kredittopplysningsforetaket er slettet.`
            : `Hei!\n\nVi kan ikke gi utsatt betaling for bestilling ${orderNumber}. Du kan betale på forhånd, så sender vi varene som avtalt, eller avbestille uten kostnad.\n\nEt menneske hos oss har bestemt det. Er du uenig, kan du si hva du mener og be om at en annen hos oss vurderer det på nytt: ${contact}. Rapporten fra kredittopplysningsforetaket er slettet hos oss.`,
      }),
      en: ({ orderNumber, outcome, contact }) => ({
        subjectLine: `Payment for order ${orderNumber}`,
        text:
          outcome === 'invoice'
            ? `Hello!\n\nYou can pay for order ${orderNumber} by invoice. A human being here has decided it. The report of the credit bureau has been deleted.`
            : `Hello!\n\nWe cannot give deferred payment for order ${orderNumber}. You can pay in advance, and we send the goods as agreed, or cancel at no cost.\n\nA human being here has decided it. If you disagree, you can say what you think and ask that somebody else here assesses it again: ${contact}. The report of the credit bureau has been deleted here.`,
      }),
    },
  }),
};
