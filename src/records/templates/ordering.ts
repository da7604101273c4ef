/** What is mailed to somebody who registers or orders. */
import { mailTemplate } from './model.ts';

const BY = 'Kept';

export const orderingTemplates = {
  registered: mailTemplate<{ signIn: string }>({
    class: 'service',
    purposes: ['ordering', 'customer-administration'],
    label: { nb: 'Velkommen som kunde', en: 'Welcome as a customer' },
    reviewed: { by: BY, on: '2026-11-25', digest: '40148c717bb71943' },
    samples: [{ signIn: 'https://kept.example/logg-inn' }],
    words: {
      nb: ({ signIn }) => ({
        subjectLine: 'Velkommen som kunde',
        text: `Hei!\n\nVi har registrert deg som kunde. På Min side ser du hva vi har om deg, og hvem som har sett på det. Logg inn her:\n${signIn}`,
      }),
      en: ({ signIn }) => ({
        subjectLine: 'Welcome as a customer',
        text: `Hello!\n\nWe have registered you as a customer. On My page you see what we hold about you and who has looked at it. Sign in here:\n${signIn}`,
      }),
    },
  }),
  'already-registered': mailTemplate<null>({
    class: 'service',
    purposes: ['ordering'],
    label: { nb: 'Noen prøvde å registrere en kjent adresse', en: 'Somebody tried to register a known address' },
    reviewed: { by: BY, on: '2026-11-25', digest: '485bc2b28ea9a022' },
    samples: [null],
    words: {
      nb: () => ({
        subjectLine: 'Du er kunde hos oss fra før',
        text: 'Hei!\n\nNoen prøvde å registrere denne e-postadressen hos oss. Den er registrert fra før, så vi endret ingenting.',
      }),
      en: () => ({
        subjectLine: 'You are a customer of ours already',
        text: 'Hello!\n\nSomebody tried to register this e-mail address with us. It is registered already, so we changed nothing.',
      }),
    },
  }),
  'order-received': mailTemplate<{ orderNumber: number }>({
    class: 'service',
    purposes: ['ordering'],
    label: { nb: 'Bestillingen er mottatt', en: 'The order was received' },
    reviewed: { by: BY, on: '2026-11-25', digest: '6ec2777b73a3b71e' },
    samples: [{ orderNumber: 50_001 }],
    words: {
      nb: ({ orderNumber }) => ({
        subjectLine: 'Vi har fått bestillingen',
        text: `Hei!\n\nTakk for bestillingen. Nummeret er ${orderNumber}.`,
      }),
      en: ({ orderNumber }) => ({
        subjectLine: 'We have received your order',
        text: `Hello!\n\nThank you for your order. Its number is ${orderNumber}.`,
      }),
    },
  }),
  'order-not-taken': mailTemplate<null>({
    class: 'service',
    purposes: ['ordering'],
    label: { nb: 'Bestillingen kunne ikke tas imot', en: 'The order could not be taken' },
    reviewed: { by: BY, on: '2026-11-25', digest: '4aa042a72ef2ab18' },
    samples: [null],
    words: {
      nb: () => ({
        subjectLine: 'Vi kunne ikke ta imot bestillingen',
        text: 'Hei!\n\nNoen har bestilt med denne e-postadressen. Bruken av opplysningene dine er begrenset, så vi kunne ikke ta imot bestillingen. Ta kontakt hvis det var deg, så ordner vi det.',
      }),
      en: () => ({
        subjectLine: 'We could not take your order',
        text: 'Hello!\n\nSomebody ordered with this e-mail address. The use of your data is restricted, so we could not take the order. Get in touch if it was you, and we will put it right.',
      }),
    },
  }),
};
