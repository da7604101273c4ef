/** purposes.yaml: staff roles, and why personal data is used: on which basis, of whom, by whom. */
import { z } from 'zod';
import { ACTORS, BASES } from '../model.ts';
import { date, law, localized, name, named, tableName, words } from './parts.ts';

const balancing = z
  .strictObject({ interest: localized, necessity: localized, outcome: localized, assessed_on: date.optional() })
  .meta({ description: 'Art. 6(1)(f): the interest, why it is necessary, why it outweighs.' });

const profiling = z
  .strictObject({ infers: localized, from: z.array(name).min(1), effect: localized, automated_decision: z.boolean() })
  .meta({ description: 'Art. 13(2)(f), 21 and 22.' });

const names = z.array(name).default([]);
const tables = z.array(tableName).default([]);

const purpose = z.strictObject({
  nb: words,
  en: words,
  description: localized,
  basis: z.enum(BASES).meta({ description: 'One lawful basis of Art. 6(1).' }),
  law: law.optional(),
  balancing: balancing.optional(),
  about: z.array(name).min(1).meta({ description: 'Kinds of data subject.' }),
  uses: names.meta({ description: 'Categories that are read.' }),
  records: names.meta({ description: 'Categories that are written.' }),
  maintains: tables.meta({ description: "Tables of nobody's data that are written." }),
  removes_from: tables.meta({ description: 'Tables that rows may be deleted from.' }),
  tables: tables.meta({ description: 'Only these tables; without it every table that holds the categories.' }),
  roles: names.meta({ description: 'Staff roles that may act for it.' }),
  open_to: z.array(z.enum(ACTORS)).default([]),
  own_rows_only: z.boolean().default(false),
  despite_restriction: z.boolean().default(false).meta({ description: 'Goes on while restricted, Art. 18(2).' }),
  direct_marketing: z.boolean().default(false),
  profiling: profiling.optional(),
  consent_text: localized.optional(),
  earlier_consent_texts: z
    .array(localized)
    .default([])
    .meta({ description: 'Earlier words that asked for the same: consents given to them still hold.' }),
});

export const purposesSchema = z
  .strictObject({
    roles: named(z.strictObject({ nb: words, en: words })),
    purposes: named(purpose),
  })
  .meta({ title: 'purposes.yaml', description: 'Why personal data is used, on which lawful basis and by whom.' });
export type PurposesText = z.output<typeof purposesSchema>;
