/** security.yaml: measures and reviews, and which controls stand behind each promise of the notice. */
import { z } from 'zod';
import { country, date, duration, formed, localized, name, words } from './parts.ts';

const measure = z.strictObject({
  name,
  kind: z.enum(['technical', 'physical', 'organisational']),
  nb: words,
  en: words,
  checked_on: date,
  check_again: formed('duration-or-date', (text) => duration.safeParse(text).success || date.safeParse(text).success),
});

export const securitySchema = z
  .strictObject({
    measures: z.array(measure).min(1),
    risk_assessment: z
      .strictObject({ done_on: date, every: duration, summary: localized })
      .optional()
      .meta({ description: 'Left out until one has been made, Art. 32.' }),
    legal_review: z
      .strictObject({ done_on: date, every: duration, owner: words })
      .optional()
      .meta({ description: 'Left out until one has been made, Art. 24.' }),
    verification: z.array(z.strictObject({ name, nb: words, en: words })).min(1),
    data_locations: z.array(z.strictObject({ nb: words, en: words, country })).min(1),
    staff_two_factor: z.enum(['required', 'optional']),
    session_lifetime: formed(
      'session-lifetime',
      (text) => /^P(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(text) && /\d/.test(text),
    ),
    promises: z.record(
      formed('promise-id', (text) => /^P[1-9][0-9]{0,3}$/.test(text)),
      z.strictObject({ nb: words, en: words, controls: z.array(name).min(1) }),
    ),
    controls_not_built: z.array(name).default([]),
  })
  .meta({ title: 'security.yaml', description: 'Measures, reviews, and the controls behind each promise.' });
export type SecurityText = z.output<typeof securitySchema>;
