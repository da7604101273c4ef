/** purposes.yaml: staff roles, and why personal data is used: on which basis, of whom, by whom. */
import { z } from 'zod';
import { ACTORS, BASES } from '../model.ts';
import { date, labels, law, localized, name, named, said, tableName } from './parts.ts';

const balancing = z
  .strictObject({
    interest: said(localized, 'What the company wants, and why it may.'),
    necessity: said(localized, 'Why less will not do.'),
    outcome: said(localized, 'Why it weighs more than the interests of the people.'),
    assessed_on: said(date.optional(), 'When it was weighed; left out until it has been.'),
  })
  .meta({ description: 'Art. 6(1)(f): the interest, why it is necessary, why it outweighs.' });

const profiling = z
  .strictObject({
    infers: said(localized, 'What is concluded about a person.'),
    from: said(z.array(name).min(1), 'From which categories.'),
    effect: said(localized, 'What it means for the person.'),
    automated_decision: said(z.boolean(), 'Whether a machine alone decides something that matters, Art. 22.'),
  })
  .meta({ description: 'Art. 13(2)(f), 21 and 22.' });

const names = z.array(name).default([]);
const tables = z.array(tableName).default([]);

const purpose = z.strictObject({
  ...labels,
  description: said(localized, 'What is done, in plain words.'),
  basis: z.enum(BASES).meta({ description: 'One lawful basis of Art. 6(1).' }),
  law: said(law.optional(), 'The act and section; required for legal obligation and public task.'),
  balancing: said(balancing.optional(), 'Art. 6(1)(f): the interest, why it is necessary, why it outweighs.'),
  about: z.array(name).min(1).meta({ description: 'Kinds of data subject.' }),
  uses: names.meta({ description: 'Categories that are read.' }),
  records: names.meta({ description: 'Categories that are written.' }),
  maintains: tables.meta({ description: "Tables of nobody's data that are written." }),
  removes_from: tables.meta({ description: 'Tables that rows may be deleted from.' }),
  tables: tables.meta({ description: 'Only these tables; without it every table that holds the categories.' }),
  roles: names.meta({ description: 'Staff roles that may act for it.' }),
  open_to: said(z.array(z.enum(ACTORS)), 'Who may act for it beside staff.').default([]),
  own_rows_only: said(z.boolean(), 'Shows people their own rows alone.').default(false),
  despite_restriction: z.boolean().default(false).meta({ description: 'Goes on while restricted, Art. 18(2).' }),
  direct_marketing: said(z.boolean(), 'An objection to it is absolute, Art. 21(2) and (3).').default(false),
  profiling: said(profiling.optional(), 'Art. 13(2)(f), 21 and 22.'),
  consent_text: said(localized.optional(), 'What people say yes to, in these words.'),
  earlier_consent_texts: z
    .array(localized)
    .default([])
    .meta({ description: 'Earlier words that asked for the same: consents given to them still hold.' }),
});

const role = z.strictObject({
  ...labels,
  temporary: said(z.boolean(), 'For a particular need and a time: whoever has it has a last day.').default(false),
});

export const purposesSchema = z
  .strictObject({
    roles: said(named(role), 'Roles of staff, by a name of your own.'),
    purposes: said(named(purpose), 'Every purpose by a name of your own; it becomes a role of the database.'),
  })
  .meta({ title: 'purposes.yaml', description: 'Why personal data is used, on which lawful basis and by whom.' });
export type PurposesText = z.output<typeof purposesSchema>;
