/** controller.yaml: who decides, and which version of the policy this is. */
import { z } from 'zod';
import {
  accountNumber,
  country,
  date,
  email,
  formed,
  httpsUrl,
  localized,
  monthDay,
  organisationNumber,
  phone,
  said,
  words,
} from './parts.ts';

const address = z.strictObject({
  street: said(words, 'Street and number.'),
  postal_code: said(
    formed('postal-code', (text) => /^[A-Z0-9 -]{3,10}$/.test(text)),
    'In quotes, so that 0150 keeps its zero.',
  ),
  city: said(words, 'The place of the postal code.'),
  country: said(country, 'ISO 3166-1 alpha-2; Norway unless given.').default('NO'),
});

const officer = z.union([
  z.strictObject({
    appointed: said(z.literal(true), 'Whether there is one.'),
    name: said(words, 'Their name.'),
    email: said(email, 'Where people reach them.'),
  }),
  z.strictObject({
    appointed: said(z.literal(false), 'Whether there is one.'),
    because: said(localized.optional(), 'Why there need not be one, Art. 37(1).'),
  }),
]);

const billing = z.strictObject({
  account_number: said(accountNumber, 'Where customers pay to: eleven digits, in quotes; the last is a check digit.'),
  vat_registered: said(z.boolean(), 'Whether the company is in the VAT register; MVA then follows its number.').default(
    true,
  ),
  business_register: said(
    z.boolean(),
    'Whether the company is in Foretaksregisteret, which invoices then name.',
  ).default(true),
  payment_days: said(z.int().min(0).max(90), 'Days from an invoice to its due date.').default(14),
  kid: said(
    z.enum(['mod10', 'mod11']),
    'How the check digit of payment references is counted, as agreed with the bank.',
  ).default('mod10'),
});

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const controllerSchema = z
  .strictObject({
    name: said(words, 'The legal name of the company.'),
    organisation_number: said(organisationNumber, 'Nine digits, in quotes; the last is a check digit.'),
    address: said(address, 'Where the company is, Art. 13(1)(a).'),
    email: said(email, 'The address that customers write to.'),
    phone: said(phone, 'With country code, as +4772606060.'),
    website: said(httpsUrl, 'Where the notice is published.'),
    privacy_contact: said(
      z.strictObject({
        label: said(localized, 'How the contact is called.'),
        email: said(email, 'Where questions about privacy go.'),
        phone: said(phone, 'With country code.'),
      }),
      'Who answers questions about privacy.',
    ),
    data_protection_officer: officer.meta({ description: 'Art. 37: appointed, or why not.' }),
    supervisory_authority: said(
      z.strictObject({
        name: said(words, 'As Datatilsynet.'),
        address: said(z.string(), 'Its postal address.').default(''),
        website: said(httpsUrl, 'Its web site.'),
        complaint_url: said(z.string(), 'Where one complains, over https.').default(''),
      }),
      'Where people complain, Art. 13(2)(d) and 77.',
    ),
    languages: said(z.array(z.enum(['nb', 'en'])).min(1), 'The languages of the web site, the first of them first.'),
    time_zone: said(formed('time-zone', isTimeZone), 'An IANA name; dates are those of this zone.'),
    financial_year_ends: said(monthDay, 'Month and day, as "12-31"; bookkeeping periods count from it.'),
    billing: said(billing.optional(), 'What stands on invoices; without it none can be issued.'),
    minimum_age: said(
      z.int().min(0).max(21),
      'The youngest age at which consent is asked of the person alone, Art. 8.',
    ),
    version: said(
      z.strictObject({
        number: said(words, 'A new one whenever the words of the notice change.'),
        place: said(z.string(), 'Where it was approved.'),
        date: said(date, 'When it was approved.'),
        approver: said(z.string(), 'Who approved it.'),
        effective_from: said(date, 'From which day it is in force.'),
        changes: said(localized, 'What is new, in a sentence or two.'),
      }),
      'Which version of the policy and the notice this is.',
    ),
  })
  .meta({ title: 'controller.yaml', description: 'Who decides what personal data is used for, Art. 4(7).' });
export type ControllerText = z.output<typeof controllerSchema>;
