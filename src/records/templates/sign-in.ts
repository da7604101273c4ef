/** What is mailed to somebody who wants to sign in. */
import { mailTemplate } from './model.ts';

export const signInTemplates = {
  'sign-in-link': mailTemplate<{ link: string; minutes: number }>({
    class: 'service',
    purposes: ['sign-in'],
    label: { nb: 'Lenke for å logge inn', en: 'Link to sign in' },
    reviewed: { by: 'Kept', on: '2026-11-25', digest: '73f9ed34dc5a8ef3' },
    samples: [{ link: 'https://kept.example/logg-inn/lenke?token=abc', minutes: 15 }],
    words: {
      nb: ({ link, minutes }) => ({
        subjectLine: 'Lenke for å logge inn',
        text: `Hei!\n\nHer er lenken du logger inn med. Den virker i ${minutes} minutter, og bare én gang:\n${link}\n\nVar det ikke du som ba om den, kan du se bort fra denne meldingen. Da skjer ingenting.`,
      }),
      en: ({ link, minutes }) => ({
        subjectLine: 'Your link to sign in',
        text: `Hello!\n\nThis is the link you sign in with. It works for ${minutes} minutes, and only once:\n${link}\n\nIf it was not you who asked for it, you can ignore this message. Nothing happens then.`,
      }),
    },
  }),
};
