/** controller.yaml: who decides, and which version of the policy this is. */
import { z } from 'zod';
import {
  country,
  date,
  email,
  formed,
  httpsUrl,
  localized,
  monthDay,
  organisationNumber,
  phone,
  words,
} from './parts.ts';

const address = z.strictObject({
  street: words,
  postal_code: formed('postal-code', (text) => /^[A-Z0-9 -]{3,10}$/.test(text)),
  city: words,
  country: country.default('NO'),
});

const officer = z.union([
  z.strictObject({ appointed: z.literal(true), name: words, email }),
  z.strictObject({ appointed: z.literal(false), because: localized.optional() }),
]);

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const controllerSchema = z
  .strictObject({
    name: words,
    organisation_number: organisationNumber,
    address,
    email,
    phone,
    website: httpsUrl,
    privacy_contact: z.strictObject({ label: localized, email, phone }),
    data_protection_officer: officer.meta({ description: 'Art. 37: appointed, or why not.' }),
    supervisory_authority: z.strictObject({
      name: words,
      address: z.string().default(''),
      website: httpsUrl,
      complaint_url: z.string().default(''),
    }),
    languages: z.array(z.enum(['nb', 'en'])).min(1),
    time_zone: formed('time-zone', isTimeZone),
    financial_year_ends: monthDay,
    minimum_age: z.int().min(0).max(21),
    version: z.strictObject({
      number: words,
      place: z.string(),
      date,
      approver: z.string(),
      effective_from: date,
      changes: localized,
    }),
  })
  .meta({ title: 'controller.yaml', description: 'Who decides what personal data is used for, Art. 4(7).' });
export type ControllerText = z.output<typeof controllerSchema>;
