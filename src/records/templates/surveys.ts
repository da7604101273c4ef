/** What is mailed to somebody who is asked whether they are satisfied. */
import { mailTemplate } from './model.ts';

export const surveyTemplates = {
  'survey-invitation': mailTemplate<{ link: string; days: number; stop: string }>({
    class: 'service',
    purposes: ['satisfaction-surveys'],
    label: { nb: 'Spørsmål om du er fornøyd', en: 'Asking whether you are satisfied' },
    reviewed: { by: 'Kept', on: '2026-11-25', digest: '316f5dabd716fc21' },
    samples: [
      {
        link: 'https://kept.example/undersokelse?svar=x',
        days: 30,
        stop: 'https://kept.example/min-side/bruk',
      },
    ],
    words: {
      nb: ({ link, days, stop }) => ({
        subjectLine: 'Hvordan gikk det?',
        text: `Hei!\n\nDu har nylig fått noe levert fra oss. Hvordan gikk det? Ett spørsmål, uten innlogging:\n${link}\n\nSvaret lagres uten navn og uten kobling til deg. Lenken kan brukes én gang, i ${days} dager. Vi spør høyst én gang i halvåret. Vil du ikke bli spurt, kan du si nei her:\n${stop}`,
      }),
      en: ({ link, days, stop }) => ({
        subjectLine: 'How did it go?',
        text: `Hello!\n\nSomething from us was delivered to you recently. How did it go? One question, without signing in:\n${link}\n\nThe answer is kept without a name and with no link to you. The link can be used once, for ${days} days. We ask at most once every half year. If you do not want to be asked, you can say no here:\n${stop}`,
      }),
    },
  }),
};
