/** The words of security measures and of unused fields in English. */
import type { officeChecksNb } from '../nb/office-checks.ts';

export const officeChecksEn: typeof officeChecksNb = {
  measuresLead:
    'The measures that the company has promised, when each was last checked, and when it is due again. Record it here when you have checked, and the promise holds without anybody changing the policy.',
  measureKinds: { technical: 'Technical', physical: 'Physical', organisational: 'Organisational' },
  measureColumns: { measure: 'Measure', kind: 'Kind', checked: 'Last checked', due: 'Check again by' },
  measureLate: 'Overdue',
  measureRecord: 'Record a check',
  measureWhich: 'Measure',
  measureChoose: 'Choose a measure',
  measureDay: 'Checked on',
  measureNote: 'What you looked at, and what came of it',
  measureNoteHint: 'Write nothing about customers here.',
  measureRecorded: 'The check is recorded.',
  measureEarlier: 'Recorded checks',
  measureNoneYet: 'No check is recorded here yet. The dates above are those that the policy has.',
  measureReviewCounts: 'The review of access is recorded by itself when it is signed.',
  measureFaults: {
    'measure-unknown': 'Choose one of the measures on the list.',
    'day-missing': 'Write the day as 2026-11-25.',
    'day-ahead': 'The day cannot lie ahead.',
    'note-too-long': 'The note can have at most 1000 characters.',
    'note-forbidden': 'The note seems to hold a card number or a national identity number. Take it out.',
  },
  fieldsLead:
    'A field that nobody has read for twelve months is hardly needed. Those fields stand here, and for each of them you decide whether it is kept, and why, or taken out of the system. That people see their own data on My page does not count as use.',
  fieldsSince: (since, first) => `It has been counted since ${since}. The first fields can stand here from ${first}.`,
  fieldsNone: 'No field has gone unread for twelve months.',
  fieldsOpen: 'Not decided',
  fieldsDone: 'Decided',
  fieldNeverRead: (since) => `Not read since counting began, ${since}`,
  fieldLastRead: (day) => `Last read ${day}`,
  fieldDecide: 'Decide',
  fieldWhich: 'Field',
  fieldChoose: 'Choose a field',
  fieldDecision: 'What is to happen',
  fieldDecisions: { keep: 'Is kept', remove: 'Is to be taken out' },
  fieldDecisionHints: {
    keep: 'It is asked again in twelve months.',
    remove: 'Whoever looks after the system takes the field out of the policy and the database.',
  },
  fieldReason: 'Why',
  fieldDecided: 'The decision is recorded.',
  fieldDecidedOn: (decision, day) => `${decision}, decided ${day}`,
  fieldFaults: {
    'field-not-unused': 'Choose one of the fields on the list.',
    'decision-missing': 'Choose whether the field is kept or taken out.',
    'reason-missing': 'Write why.',
    'reason-too-long': 'The reason can have at most 1000 characters.',
    'reason-forbidden': 'The reason seems to hold a card number or a national identity number. Take it out.',
  },
};
