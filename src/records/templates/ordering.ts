/** What is mailed to somebody who registers or orders. */
import { mailTemplate } from './model.ts';

const BY = 'Kept';

/** What was ordered and agreed, in lines of the addressee's language. */
const CONTENT = '1 × …: 100,00\n…';
const MY_ORDERS = 'https://kept.example/min-side/bestillinger';
const SELLER = 'Kept AS, 974 760 673';

export interface OrderReceived {
  readonly orderNumber: number;
  readonly content: string;
  readonly myOrders: string;
  readonly seller: string;
  /** Where a consumer sends the form for withdrawing (angrerettloven § 8); null for a company, which has no such right. */
  readonly withdrawTo: string | null;
}

export interface OrderNews {
  readonly orderNumber: number;
  readonly content: string;
  readonly link: string;
}

export interface WithdrawalReceived {
  readonly orderNumber: number;
  /** What the customer said, in their language. */
  readonly statement: string;
  readonly at: string;
  /** Null where nothing had been sent. */
  readonly claim: { readonly number: number; readonly answerDueOn: string } | null;
  readonly myPage: string;
}

const WITHDRAWN = {
  ...{ orderNumber: 50_001, statement: 'Jeg går fra avtalen.', at: '25. november 2026 kl. 12:00', myPage: MY_ORDERS },
};

const blocks = (...texts: readonly (string | null)[]): string => texts.filter((text) => text !== null).join('\n\n');

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
  'order-received': mailTemplate<OrderReceived>({
    class: 'service',
    purposes: ['ordering'],
    label: { nb: 'Bestillingen er mottatt', en: 'The order was received' },
    reviewed: { by: BY, on: '2026-11-25', digest: '564a08dff9178686' },
    samples: [
      { orderNumber: 50_001, content: CONTENT, myOrders: MY_ORDERS, seller: SELLER, withdrawTo: null },
      {
        orderNumber: 50_001,
        content: CONTENT,
        myOrders: MY_ORDERS,
        seller: SELLER,
        withdrawTo: 'Kept AS, post@example.no',
      },
    ],
    words: {
      nb: ({ orderNumber, content, myOrders, seller, withdrawTo }) => ({
        subjectLine: `Bestilling ${orderNumber}: vi har fått den`,
        text: blocks(
          `Hei!\n\nTakk for bestillingen. Nummeret er ${orderNumber}.`,
          content,
          `Vi ser på bestillingen og bekrefter at vi leverer. Til da kan du avbestille på Min side:\n${myOrders}`,
          withdrawTo === null
            ? null
            : `Angrerett\nDu kan angre kjøpet i 14 dager fra dagen etter at du har fått alle varene. For en tjeneste regnes dagene fra avtalen. Du trenger ikke å gi noen grunn: gi oss beskjed på e-post eller telefon, eller bruk skjemaet nederst.`,
          `Selger: ${seller}`,
          withdrawTo === null
            ? null
            : `Angreskjema (fyll ut og send til ${withdrawTo}):\nJeg går fra avtalen om kjøp av: \nBestilt den / mottatt den: \nNavn og adresse: \nDato: `,
        ),
      }),
      en: ({ orderNumber, content, myOrders, seller, withdrawTo }) => ({
        subjectLine: `Order ${orderNumber}: we have received it`,
        text: blocks(
          `Hello!\n\nThank you for your order. Its number is ${orderNumber}.`,
          content,
          `We look at the order and confirm that we deliver. Until then you can cancel it on My page:\n${myOrders}`,
          withdrawTo === null
            ? null
            : `Right of withdrawal\nYou can withdraw from the purchase for 14 days from the day after you have received all the goods. For a service the days count from the agreement. You need not give a reason: tell us by e-mail or telephone, or use the form below.`,
          `Seller: ${seller}`,
          withdrawTo === null
            ? null
            : `Withdrawal form (fill in and send to ${withdrawTo}):\nI withdraw from the purchase of: \nOrdered on / received on: \nName and address: \nDate: `,
        ),
      }),
    },
  }),
  'order-confirmed': mailTemplate<OrderNews>({
    class: 'service',
    purposes: ['ordering'],
    label: { nb: 'Bestillingen er bekreftet', en: 'The order is confirmed' },
    reviewed: { by: BY, on: '2026-11-25', digest: '46c8480ab17709de' },
    samples: [{ orderNumber: 50_001, content: CONTENT, link: MY_ORDERS }],
    words: {
      nb: ({ orderNumber, content, link }) => ({
        subjectLine: `Bestilling ${orderNumber} er bekreftet`,
        text: blocks(
          `Hei!\n\nVi bekrefter bestilling ${orderNumber} og leverer den.`,
          content,
          `Følg den på Min side:\n${link}`,
        ),
      }),
      en: ({ orderNumber, content, link }) => ({
        subjectLine: `Order ${orderNumber} is confirmed`,
        text: blocks(
          `Hello!\n\nWe confirm order ${orderNumber} and deliver it.`,
          content,
          `Follow it on My page:\n${link}`,
        ),
      }),
    },
  }),
  'order-changed': mailTemplate<OrderNews>({
    class: 'service',
    purposes: ['ordering'],
    label: { nb: 'Bestillingen er endret', en: 'The order is changed' },
    reviewed: { by: BY, on: '2026-11-25', digest: 'bac7ad54b85d8d5d' },
    samples: [{ orderNumber: 50_001, content: CONTENT, link: MY_ORDERS }],
    words: {
      nb: ({ orderNumber, content, link }) => ({
        subjectLine: `Bestilling ${orderNumber} er endret`,
        text: blocks(
          `Hei!\n\nVi har endret bestilling ${orderNumber}, slik vi ble enige om. Slik er den nå:`,
          content,
          `Se den på Min side:\n${link}`,
        ),
      }),
      en: ({ orderNumber, content, link }) => ({
        subjectLine: `Order ${orderNumber} is changed`,
        text: blocks(
          `Hello!\n\nWe have changed order ${orderNumber}, as we agreed. This is how it is now:`,
          content,
          `See it on My page:\n${link}`,
        ),
      }),
    },
  }),
  'order-cancelled': mailTemplate<{ orderNumber: number; reason: string }>({
    class: 'service',
    purposes: ['ordering'],
    label: { nb: 'Bestillingen er avbestilt', en: 'The order is cancelled' },
    reviewed: { by: BY, on: '2026-11-25', digest: '7ae890ea31700a70' },
    samples: [{ orderNumber: 50_001, reason: '…' }],
    words: {
      nb: ({ orderNumber, reason }) => ({
        subjectLine: `Bestilling ${orderNumber} er avbestilt`,
        text: `Hei!\n\nVi har avbestilt bestilling ${orderNumber}. Grunnen er: ${reason}\n\nHar du spørsmål, så ta kontakt.`,
      }),
      en: ({ orderNumber, reason }) => ({
        subjectLine: `Order ${orderNumber} is cancelled`,
        text: `Hello!\n\nWe have cancelled order ${orderNumber}. The reason is: ${reason}\n\nIf you have questions, get in touch.`,
      }),
    },
  }),
  /** The receipt of a withdrawal on a durable medium, with what was said and when (Directive (EU) 2023/2673). */
  'withdrawal-received': mailTemplate<WithdrawalReceived>({
    class: 'service',
    purposes: ['self-service', 'claims'],
    label: { nb: 'Kjøpet er angret', en: 'The withdrawal was received' },
    reviewed: { by: BY, on: '2026-11-25', digest: '94e95a4f2411de9f' },
    samples: [
      { ...WITHDRAWN, claim: null },
      { ...WITHDRAWN, claim: { number: 30_001, answerDueOn: '9. desember 2026' } },
    ],
    words: {
      nb: ({ orderNumber, statement, at, claim, myPage }) => ({
        subjectLine: `Du har angret bestilling ${orderNumber}`,
        text: blocks(
          `Hei!\n\nVi har fått dette fra deg ${at}, om bestilling ${orderNumber}:\n${statement}`,
          claim === null
            ? 'Bestillingen er avbestilt, og ingenting blir sendt.'
            : `Saken har nummer ${claim.number}. Det du har fått, sender du tilbake innen 14 dager. Pengene er tilbake hos deg senest ${claim.answerDueOn}, eller når varene er kommet tilbake eller du viser at de er sendt.`,
          `Følg det på Min side:\n${myPage}`,
        ),
      }),
      en: ({ orderNumber, statement, at, claim, myPage }) => ({
        subjectLine: `You have withdrawn from order ${orderNumber}`,
        text: blocks(
          `Hello!\n\nWe received this from you on ${at}, about order ${orderNumber}:\n${statement}`,
          claim === null
            ? 'The order is cancelled, and nothing will be sent.'
            : `The case has number ${claim.number}. What you have received you send back within 14 days. You have your money back by ${claim.answerDueOn}, or when the goods are back or you show that they were sent.`,
          `Follow it on My page:\n${myPage}`,
        ),
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
