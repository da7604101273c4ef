/** recipients.yaml: who is given personal data, for what, where, and on which agreement or transfer ground. */
import { z } from 'zod';
import { RECIPIENT_KINDS } from '../model.ts';
import { country, date, localized, name, named, words } from './parts.ts';

const transfer = z.strictObject({
  ground: z.enum(['adequacy', 'standard-contractual-clauses', 'binding-corporate-rules', 'derogation']),
  reference: words,
  checked_on: date,
});

const recipient = z.strictObject({
  label: words,
  kind: z.enum(RECIPIENT_KINDS),
  type: name.meta({ description: 'storage, communication, payment, carrier, … as the notice groups them.' }),
  service: localized,
  purposes: z.array(name).min(1),
  categories: z.array(name).min(1),
  countries: z.array(country).min(1),
  transfer: transfer.optional().meta({ description: 'What carries data out of the EEA, Art. 44-49.' }),
  agreement: z.strictObject({ reference: words, signed_on: date, review_by: date }).optional(),
  occasional: z.boolean().default(false),
});

export const recipientsSchema = z
  .strictObject({ recipients: named(recipient) })
  .meta({ title: 'recipients.yaml', description: 'Who is given personal data, Art. 13(1)(e) and (f), 28.' });
export type RecipientsText = z.output<typeof recipientsSchema>;
