/** What every part of My page has around it: the parts to choose among, and a title. */
import type { FC, PropsWithChildren } from 'hono/jsx';
import { phoneInWords } from '../../notice/index.ts';
import type { Policy } from '../../policy/index.ts';
import { addressOf, type PageName } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { type MyFrame, myAddress } from './my-frame.tsx';

const PARTS = [
  ...(['myPage', 'myOrders', 'myInvoices', 'myMessages', 'myClaims', 'myAddOns'] as const),
  ...(['myData', 'myPurposes', 'myLooks', 'myConsents', 'myPreferences'] as const),
] as const;

/** Only a customer has these, and only of a company that keeps such rows. */
const ONLY_CUSTOMERS: Readonly<Record<string, string>> = {
  myOrders: 'register.sales_order',
  myInvoices: 'register.invoice',
  myMessages: 'register.message',
  myClaims: 'register.claim',
  myAddOns: 'register.add_on',
  myPreferences: 'register.preference',
};

interface MyLayoutProps {
  readonly frame: MyFrame;
  readonly page: (typeof PARTS)[number];
  readonly title: string;
  readonly lead?: string;
  /** What follows the part's own address, as `/order-history`. */
  readonly below?: string;
}

/** Of those, what a contact person of a company has: the orders they placed, and what they wrote. */
const CONTACTS_TOO: readonly PageName[] = ['myOrders', 'myMessages'];

function isOffered({ policy, hat, viewer }: MyFrame, page: PageName): boolean {
  const table = ONLY_CUSTOMERS[page];
  if (table === undefined) return true;
  if (viewer.isContact === true && !CONTACTS_TOO.includes(page)) return false;
  return hat === 'person' && policy.tables[table] !== undefined;
}

export const MyLayout: FC<PropsWithChildren<MyLayoutProps>> = ({ frame, page, title, lead, below, children }) => {
  const { language } = frame;
  const texts = textsIn(language);
  const elsewhere = myAddress(frame, page, language === 'nb' ? 'en' : 'nb', below);
  return (
    <Layout frame={frame} title={title} page="myPage" otherAddress={elsewhere}>
      <nav class="my-parts" aria-label={texts.my.sections}>
        <ul>
          {PARTS.filter((one) => isOffered(frame, one)).map((one) => (
            <li>
              <a href={myAddress(frame, one)} {...(one === page ? { 'aria-current': 'page' } : {})}>
                {one === 'myPage' ? texts.my.overview : texts[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{title}</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
      <OtherHat frame={frame} />
    </Layout>
  );
};

/** For whoever is a customer and works here: what is held of each is shown by itself. */
const OtherHat: FC<{ frame: MyFrame }> = ({ frame }) => {
  const { language, otherHat } = frame;
  const { my } = textsIn(language);
  if (otherHat === null) return null;
  const address = addressOf('myPage', language);
  return (
    <p class="my-other">
      <a class="ds-link" href={otherHat === 'staff' ? `${address}?as=staff` : address}>
        {otherHat === 'staff' ? my.asStaff : my.asPerson}
      </a>
    </p>
  );
};

/** Who answers for privacy, by mail and by telephone. */
export const PrivacyContact: FC<{ policy: Policy }> = ({ policy }) => {
  const { email, phone } = policy.controller.privacyContact;
  return (
    <>
      <a class="ds-link" href={`mailto:${email}`}>
        {email}
      </a>
      ,{' '}
      <a class="ds-link" href={`tel:${phone}`}>
        {phoneInWords(phone)}
      </a>
      .
    </>
  );
};
