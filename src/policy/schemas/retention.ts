/** retention.yaml: how long each table or column is kept, counted from which event, and what then happens. */
import { z } from 'zod';
import { columnName, duration, labels, law, named, said, tableName, words } from './parts.ts';

/** A column event may be limited to some rows by a condition on the columns of its own table. */
const columnEvent = z.union([
  columnName,
  z.strictObject({
    column: said(columnName, 'The date that counts.'),
    where: said(words, 'Only rows for which this condition on the columns of the same table holds.'),
  }),
]);

export type EventText =
  | z.output<typeof columnEvent>
  | { readonly latest: readonly EventText[] }
  | { readonly end_of_year: EventText };

/** Events hold events; that there is one schema for all of them lets the JSON Schema refer to it. */
const inner: z.ZodType<EventText> = z.lazy(() => event);
const latest = z.strictObject({ latest: said(z.array(inner).min(1).max(20), 'The latest of several events.') });
const yearEnd = z.strictObject({
  end_of_year: said(z.union([inner]), 'The end of the financial year in which the event falls.'),
});
const event: z.ZodType<EventText> = z.union([columnEvent, latest, yearEnd]);

const rule = z.strictObject({
  ...labels,
  keep: said(z.array(z.union([tableName, columnName])).min(1), 'Tables, or single columns as invoice.buyer_name.'),
  for: said(duration, 'How long, as P3Y or P3Y6M.'),
  after: said(event, 'Counted from which event: a column, the latest of several, or the end of a year.'),
  because: z.union([words, z.strictObject({ law })]).meta({ description: 'A purpose, or the law that asks for it.' }),
  // biome-ignore lint/suspicious/noThenProperty: the policy language calls it so, and no promise is made of it.
  then: said(z.enum(['delete', 'anonymise', 'restrict']), 'What happens when the time is over.').default('delete'),
});

export const retentionSchema = z
  .strictObject({ rules: said(named(rule), 'Every rule by a name of your own.') })
  .meta({ title: 'retention.yaml', description: 'How long what is kept, Art. 5(1)(e) and 13(2)(a).' });
export type RetentionText = z.output<typeof retentionSchema>;
