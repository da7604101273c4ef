/** data.yaml: categories of personal data, kinds of data subject, and every table with every column. */
import { z } from 'zod';
import { SOURCES } from '../model.ts';
import { identifier, localized, name, named, pattern, tableName, words } from './parts.ts';

const category = z.strictObject({
  nb: words,
  en: words,
  description: localized.optional(),
  dpv: words.optional().meta({ description: 'The term of the W3C Data Privacy Vocabulary, as pd:Contact.' }),
  special: z.boolean().default(false).meta({ description: 'Special categories and convictions, Art. 9 and 10.' }),
  held_elsewhere: localized.optional().meta({ description: 'Where the data lies when no described table holds it.' }),
});

const kind = z.strictObject({
  nb: words,
  en: words,
  table: tableName.optional(),
  key: identifier.optional(),
  where: words.optional().meta({ description: 'An SQL condition on the columns of the table itself.' }),
});

const column = z.strictObject({
  category: z.union([z.literal('none'), name]),
  nb: words.optional(),
  en: words.optional(),
  from: z.enum(SOURCES).default('data-subject'),
  protect: z.enum(['none', 'encrypted', 'hashed']).default('none'),
  mandatory: z.boolean().default(false).meta({ description: 'Whether a person must give it, Art. 13(2)(e).' }),
});

/** `order_id -> sales_order.order_id` */
const step = pattern('step', /^[a-z_][a-z0-9_]* -> ([a-z_][a-z0-9_]*\.){1,2}[a-z_][a-z0-9_]*$/);

const oneOwner = [
  z.strictObject({ self: identifier }),
  z.strictObject({ column: identifier, of: tableName }),
  z.strictObject({ path: z.array(step).min(1).max(8) }),
  z.strictObject({ listed: identifier }),
  z.strictObject({ nobody: localized }),
] as const;
const ownership = z
  .union([...oneOwner, z.strictObject({ any_of: z.array(z.union([...oneOwner])).min(2) })])
  .meta({ description: 'Whose a row is: the person itself, by a column, through a path, several people, or nobody.' });

const table = z.strictObject({
  nb: words,
  en: words,
  belongs_to: ownership,
  gate: z.union([z.literal('permits'), z.strictObject({ none: localized })]).default('permits'),
  key: z.array(identifier).min(1),
  columns: z.record(identifier, column),
  unused: z
    .boolean()
    .default(false)
    .meta({ description: 'The company does not use it: no purpose reaches it, and it holds no row.' }),
});

const wholeSchema = z.strictObject({ nb: words, en: words, nobody: localized });

export const dataSchema = z
  .strictObject({
    categories: named(category),
    data_subjects: named(kind),
    tables: z.record(tableName, table),
    schemas: z.record(identifier, wholeSchema).default({}),
  })
  .meta({ title: 'data.yaml', description: 'What is held about whom, table by table and column by column.' });
export type DataText = z.output<typeof dataSchema>;
export type OwnershipText = DataText['tables'][string]['belongs_to'];
