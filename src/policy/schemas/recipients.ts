/** recipients.yaml: who is given personal data, for what, where, and on which agreement or transfer ground. */
import { z } from 'zod';
import { RECIPIENT_KINDS } from '../model.ts';
import { country, date, host, labels, localized, name, named, said, words } from './parts.ts';

const transfer = z.strictObject({
  ground: said(
    z.enum(['adequacy', 'standard-contractual-clauses', 'binding-corporate-rules', 'derogation']),
    'Art. 45, 46(2)(c), 47 or 49.',
  ),
  reference: said(words, 'The decision or contract.'),
  checked_on: said(date, 'When somebody last looked whether it still holds.'),
});

const recipient = z.strictObject({
  label: said(words, 'The name that people read.'),
  kind: said(z.enum(RECIPIENT_KINDS), 'Whether they act for the company or decide themselves, Art. 4(7) and (8).'),
  type: name.meta({ description: 'storage, communication, payment, carrier, … as the notice groups them.' }),
  service: said(localized, 'What they do for the company.'),
  purposes: said(z.array(name).min(1), 'What they get data for.'),
  categories: said(z.array(name).min(1), 'Which data they get.'),
  countries: said(z.array(country).min(1), 'Every country where the data is, ISO 3166-1 alpha-2.'),
  transfer: transfer.optional().meta({ description: 'What carries data out of the EEA, Art. 44-49.' }),
  agreement: said(
    z
      .strictObject({
        reference: said(words, 'Where the agreement is found.'),
        signed_on: said(date, 'When it was signed.'),
        review_by: said(date, 'When it has to be looked at again; past it, a control is broken.'),
      })
      .optional(),
    'The agreement of Art. 28(3), or another that binds them.',
  ),
  occasional: said(z.boolean(), 'Only in the single case, each time recorded: advisers, auditors, lawyers.').default(
    false,
  ),
  hosts: said(z.array(host), 'Machines that the program may reach them at, as mail.example.com.').default([]),
});

const source = z.strictObject({
  ...labels,
  hosts: said(z.array(host).min(1), 'Machines that the program may ask, as register.example.com.'),
  purposes: said(z.array(name).min(1), 'What the data is fetched for.'),
  categories: said(z.array(name).min(1), 'Which data comes from there.'),
});

export const recipientsSchema = z
  .strictObject({
    recipients: said(named(recipient), 'Everybody who is given data, by a name of your own.'),
    sources: said(named(source), 'Open registers and others that data is fetched from, Art. 14(2)(f).').default({}),
  })
  .meta({ title: 'recipients.yaml', description: 'Who is given personal data, Art. 13(1)(e) and (f), 28.' });
export type RecipientsText = z.output<typeof recipientsSchema>;
