/** data.yaml: categories of personal data, kinds of data subject, and every table with every column. */
import { z } from 'zod';
import { SOURCES } from '../model.ts';
import { identifier, labels, localized, name, named, pattern, said, tableName, words } from './parts.ts';

const category = z.strictObject({
  ...labels,
  description: said(localized.optional(), 'What it is, in plain words.'),
  dpv: words.optional().meta({ description: 'The term of the W3C Data Privacy Vocabulary, as pd:Contact.' }),
  special: z.boolean().default(false).meta({ description: 'Special categories and convictions, Art. 9 and 10.' }),
  held_elsewhere: localized.optional().meta({ description: 'Where the data lies when no described table holds it.' }),
});

const kind = z.strictObject({
  ...labels,
  table: said(tableName.optional(), 'The table with one row a person; left out for people who are held elsewhere.'),
  key: said(identifier.optional(), 'The column that tells one person from another.'),
  where: words.optional().meta({ description: 'An SQL condition on the columns of the table itself.' }),
});

const column = z.strictObject({
  category: said(
    z.union([z.literal('none'), name]),
    'A category, or none where the column says nothing about a person.',
  ),
  nb: said(words.optional(), 'What the person reads on My page, in bokmål.'),
  en: said(words.optional(), 'What the person reads on My page, in English.'),
  from: said(z.enum(SOURCES), 'Where the value comes from, Art. 15(1)(g).').default('data-subject'),
  protect: said(z.enum(['none', 'encrypted', 'hashed']), 'Whether it holds ciphertext or a keyed digest.').default(
    'none',
  ),
  search: z
    .union([
      z.literal('all'),
      z.strictObject({ where: said(words, 'An SQL condition on the columns of the table itself.') }),
    ])
    .optional()
    .meta({
      description:
        'The words of the column can be searched by, also misspelt, by every purpose that reads it: in all rows, or in those where a condition on columns of the table holds.',
    }),
  mandatory: z.boolean().default(false).meta({ description: 'Whether a person must give it, Art. 13(2)(e).' }),
});

/** `order_id -> sales_order.order_id` */
const step = pattern('step', /^[a-z_][a-z0-9_]* -> ([a-z_][a-z0-9_]*\.){1,2}[a-z_][a-z0-9_]*$/);

const oneOwner = [
  z.strictObject({ self: said(identifier, 'The row is the person; this column is their key.') }),
  z.strictObject({
    column: said(identifier, "Holds the key of the person's own table."),
    of: said(tableName, "The person's own table."),
  }),
  z.strictObject({
    path: said(z.array(step).min(1).max(8), 'Steps that lead to the person, as order_id -> sales_order.order_id.'),
  }),
  z.strictObject({ listed: said(identifier, 'An array column with the keys of the people the row is about.') }),
  z.strictObject({ nobody: said(localized, 'Why the rows are about no person.') }),
] as const;
const ownership = z
  .union([
    ...oneOwner,
    z.strictObject({
      any_of: said(z.array(z.union([...oneOwner])).min(2), 'Several people, or one who may be of several kinds.'),
    }),
  ])
  .meta({ description: 'Whose a row is: the person itself, by a column, through a path, several people, or nobody.' });

const table = z.strictObject({
  ...labels,
  belongs_to: ownership,
  gate: said(
    z.union([
      z.literal('permits'),
      z.strictObject({ none: said(localized, 'Why rows are not gated by what their person permits.') }),
    ]),
    'Whether row-level security looks at what the row permits.',
  ).default('permits'),
  key: said(z.array(identifier).min(1), 'The columns of the primary key, in order.'),
  columns: said(z.record(identifier, column), 'Every column of the table; one that is left out is refused.'),
  unused: z
    .boolean()
    .default(false)
    .meta({ description: 'The company does not use it: no purpose reaches it, and it holds no row.' }),
});

const wholeSchema = z.strictObject({ ...labels, nobody: said(localized, 'Why nothing in it is about a person.') });

export const dataSchema = z
  .strictObject({
    categories: said(named(category), 'Kinds of personal data, by a name of your own.'),
    data_subjects: said(named(kind), 'Kinds of people the data is about.'),
    tables: said(z.record(tableName, table), 'Every table of the database; without a schema it is one of register.'),
    schemas: said(
      z.record(identifier, wholeSchema),
      'Whole schemas of libraries that hold nothing about people.',
    ).default({}),
  })
  .meta({ title: 'data.yaml', description: 'What is held about whom, table by table and column by column.' });
export type DataText = z.output<typeof dataSchema>;
export type OwnershipText = DataText['tables'][string]['belongs_to'];
