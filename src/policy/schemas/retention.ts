/** retention.yaml: how long each table or column is kept, counted from which event, and what then happens. */
import { z } from 'zod';
import { columnName, duration, law, named, tableName, words } from './parts.ts';

/** A column event may be limited to some rows by a condition on the columns of its own table. */
const columnEvent = z.union([columnName, z.strictObject({ column: columnName, where: words })]);

export type EventText =
  | z.output<typeof columnEvent>
  | { readonly latest: readonly EventText[] }
  | { readonly end_of_year: EventText };

const event: z.ZodType<EventText> = z.lazy(() =>
  z.union([
    columnEvent,
    z.strictObject({ latest: z.array(event).min(1).max(20) }),
    z.strictObject({ end_of_year: event }),
  ]),
);

const rule = z.strictObject({
  nb: words,
  en: words,
  keep: z.array(z.union([tableName, columnName])).min(1),
  for: duration,
  after: event,
  because: z.union([words, z.strictObject({ law })]).meta({ description: 'A purpose, or the law that asks for it.' }),
  // biome-ignore lint/suspicious/noThenProperty: the policy language calls it so, and no promise is made of it.
  then: z.enum(['delete', 'anonymise', 'restrict']).default('delete'),
});

export const retentionSchema = z
  .strictObject({ rules: named(rule) })
  .meta({ title: 'retention.yaml', description: 'How long what is kept, Art. 5(1)(e) and 13(2)(a).' });
export type RetentionText = z.output<typeof retentionSchema>;
