/** What values of the database are called in English, with the keys of the bokmål catalogue. */

import type { kindsOfValueNb, recipientKindsNb, sourcesNb, valuesNb } from '../nb/values.ts';
import { relationshipValuesEn } from './relationship-values.ts';

const CHANNELS = { web: 'The web site', phone: 'Telephone', store: 'Shop', import: 'Moved from an older system' };
const LANGUAGES = { nb: 'Norwegian bokmål', en: 'English' };
const METHODS = {
  'web-form': 'In a form on the web site',
  'my-page': 'On My page',
  phone: 'By telephone',
  import: 'Moved from an older system',
  'mail-link': 'With the link in an e-mail',
};

const OPENED_BY = {
  link: 'Link in an e-mail',
  password: 'Password',
  passkey: 'Passkey',
  openid: 'Sign-in of others',
  code: 'One-time code',
  'recovery-code': 'Recovery code',
};

export const valuesEn: typeof valuesNb = {
  ...relationshipValuesEn,
  'register.customer.kind': { private: 'Private person', company: 'Company' },
  'register.customer.preferred_language': LANGUAGES,
  'register.customer.registered_through': CHANNELS,
  'register.contact_person.registered_through': CHANNELS,
  'register.sales_order.placed_through': CHANNELS,
  'register.sales_order.status': {
    placed: 'Received',
    confirmed: 'Confirmed',
    'part-delivered': 'Partly delivered',
    delivered: 'Delivered',
    completed: 'Completed',
    cancelled: 'Cancelled',
  },
  'register.delivery.completed_through': {
    receipt: 'The receipt was confirmed',
    carrier: 'The carrier says so',
    time: 'Fourteen days have passed',
  },
  'register.payment.method': { bank: 'Bank', card: 'Card', vipps: 'Vipps', cash: 'Cash' },
  'register.message.direction': { in: 'From you', out: 'From us' },
  'register.dispute_entry.direction': { in: 'From you', out: 'From us' },
  'register.message.channel': { mail: 'E-mail', phone: 'Telephone', counter: 'In the shop', web: 'The web site' },
  'register.claim_entry.direction': { in: 'From you', out: 'From us' },
  'register.claim_entry.channel': { mail: 'E-mail', phone: 'Telephone', counter: 'In the shop', web: 'The web site' },
  'kept.consent_record.language': LANGUAGES,
  'kept.consent_record.method': METHODS,
  'kept.consent_record.withdrawn_method': METHODS,
  'kept.objection.method': METHODS,
  'kept.restriction.ground': {
    accuracy: 'You say that the data is wrong',
    unlawful: 'You say that the use is unlawful',
    claims: 'You need it for a legal claim',
    objection: 'You have objected, and we have not answered yet',
  },
  'kept.notice_shown.channel': {
    'web-form': 'Beside a form on the web site',
    phone: 'Mentioned by telephone',
    counter: 'Shown in the shop',
    mail: 'Linked in an e-mail',
  },
  'kept.outbox.language': LANGUAGES,
  'kept.outbox.template': {
    registered: 'Welcome as a customer',
    'already-registered': 'The address is known already',
    'order-received': 'Confirmation of an order',
  },
  'kept.outbox.stopped_because': {
    'no-consent': 'No consent stood',
    objected: 'You have objected',
    restricted: 'Use is restricted',
    'address-not-verified': 'The address is not confirmed',
    'purpose-gone': 'The purpose is no longer in use',
  },
  'kept.account_session.opened_by': OPENED_BY,
  'kept.sign_in.opened_by': OPENED_BY,
  'kept.credential.provider': { credential: 'Password' },
  'kept.passkey.device_type': { singleDevice: 'On one device only', multiDevice: 'Can be copied between devices' },
  'kept.look_finding.kind': {
    'many-people': 'Many people in a day',
    'odd-hours': 'Outside working hours',
    'same-surname': 'The same surname',
  },
  'kept.disclosure.form': { access: 'Access to the system', copy: 'A copy' },
  'kept.access_log.principal_kind': {
    staff: 'Member of staff',
    'data-subject': 'The person concerned',
    visitor: 'Not signed in',
    system: 'The system',
  },
};

export const kindsOfValueEn: typeof kindsOfValueNb = {
  yes: 'Yes',
  no: 'No',
  key: 'An internal number that only shows the way in the system',
  account: 'Yes, you have a user account',
  hashed: 'Kept as a digest, which cannot be read',
  encrypted: 'Kept encrypted, and not shown',
  yourself: 'You',
  digest: (start) => `${start}… (shows that the words are the same)`,
};

export const sourcesEn: typeof sourcesNb = {
  'data-subject': 'You have given it to us yourself.',
  observed: 'It follows from what you do with us, for example when you order, pay or get in touch.',
  staff: 'A member of our staff has written it.',
  external: 'We have received it from others, for example whoever takes the payment.',
  derived: 'We have concluded it from other things that we know about you.',
  system: 'The system makes it, for example numbers and times.',
};

export const recipientKindsEn: typeof recipientKindsNb = {
  processor: 'works for us and does only what we ask',
  controller: 'decides for itself what it does with it',
  'joint-controller': 'decides together with us',
  'public-authority': 'public authority',
};
