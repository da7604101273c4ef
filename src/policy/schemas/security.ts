/** security.yaml: measures and reviews, and which controls stand behind each promise of the notice. */
import { z } from 'zod';
import { country, date, duration, formed, labels, localized, name, said, words } from './parts.ts';

const measure = z.strictObject({
  name: said(name, 'A name of your own.'),
  kind: said(z.enum(['technical', 'physical', 'organisational']), 'Art. 32(1).'),
  ...labels,
  checked_on: said(date, 'When somebody last looked that it works.'),
  check_again: said(
    formed('duration-or-date', (text) => duration.safeParse(text).success || date.safeParse(text).success),
    'After how long, or on which day, it has to be looked at again.',
  ),
});

const timeOfDay = formed('time-of-day', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text));

/** What the product takes for ordinary where the policy says nothing else. */
const ORDINARY = {
  ...{ people_a_day: 40, times_usual: 3, working_hours: { from: '07:00', until: '18:00' } },
  ...{ working_days: [1, 2, 3, 4, 5], looks_outside: 10, surname_shared_by: 20 },
};

const unusualLooks = z
  .strictObject({
    people_a_day: said(z.int().min(1), 'People a day from which it is told of, if it is also more than usual.'),
    times_usual: said(z.number().min(1), "How many times the member of staff's own usual counts as more than usual."),
    working_hours: said(
      z.strictObject({
        from: said(timeOfDay, 'As "07:00".'),
        until: said(timeOfDay, 'As "18:00"; later on the same day.'),
      }),
      'When the company works; public holidays are outside.',
    ),
    working_days: said(z.array(z.int().min(1).max(7)).min(1), 'Days of the week, 1 for Monday.'),
    looks_outside: said(z.int().min(1), 'Looks outside working hours in a day from which it is told of.'),
    surname_shared_by: said(
      z.int().min(1),
      "Customers at most who share the member of staff's surname; a common one tells nothing.",
    ),
  })
  .default(ORDINARY);

export const securitySchema = z
  .strictObject({
    measures: said(z.array(measure).min(1), 'How the data is kept safe, Art. 30(1)(g) and 32.'),
    risk_assessment: z
      .strictObject({
        done_on: said(date, 'When it was last made.'),
        every: said(duration, 'How often it is made.'),
        summary: said(localized, 'What people may know of it.'),
      })
      .optional()
      .meta({ description: 'Left out until one has been made, Art. 32.' }),
    legal_review: z
      .strictObject({
        done_on: said(date, 'When somebody last went through the law.'),
        every: said(duration, 'How often that is done.'),
        owner: said(words, 'Who sees to it.'),
      })
      .optional()
      .meta({ description: 'Left out until one has been made, Art. 24.' }),
    verification: said(
      z.array(z.strictObject({ name: said(name, 'A name of your own.'), ...labels })).min(1),
      'How somebody shows that they are who they say, Art. 12(6).',
    ),
    data_locations: said(
      z.array(z.strictObject({ ...labels, country: said(country, 'ISO 3166-1 alpha-2.') })).min(1),
      'Where the data lies.',
    ),
    staff_two_factor: said(z.enum(['required', 'optional']), 'Whether staff sign in in two steps.'),
    session_lifetime: said(
      formed('session-lifetime', (text) => /^P(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(text) && /\d/.test(text)),
      'How long one stays signed in without doing anything, as PT12H or P1D.',
    ),
    smallest_group: said(
      z.int().min(1),
      'The fewest people in a group that figures tell of; never fewer than five are told of.',
    ).default(5),
    unusual_looks: said(unusualLooks, 'When a day of looking at people is out of the ordinary.'),
    promises: said(
      z.record(
        formed('promise-id', (text) => /^P[1-9][0-9]{0,3}$/.test(text)),
        z.strictObject({
          ...labels,
          controls: said(z.array(name).min(1), 'What has to hold for the promise to hold.'),
        }),
      ),
      'Each promise of the notice by its number, with the controls behind it.',
    ),
    controls_not_built: said(
      z.array(name),
      'Controls that promises name and that no code runs yet: the board says so.',
    ).default([]),
  })
  .meta({ title: 'security.yaml', description: 'Measures, reviews, and the controls behind each promise.' });
export type SecurityText = z.output<typeof securitySchema>;
