/** The words of the access log and of looks out of the ordinary in English. */
import type { officeLooksNb } from '../nb/office-looks.ts';

export const officeLooksEn: typeof officeLooksNb = {
  logLead:
    'Every look at data about people stands here: who, for which purpose, when. Reading the log is a look too, and is recorded for those whom the entries are about.',
  logPerson: 'Whom it is about',
  logPersonHint: 'Search by name, customer number, e-mail or telephone. The name does not end up in the address.',
  logPersonFind: 'Find the customer',
  logPersonNone: 'No customer fits. Look for a typing error, or search by something else.',
  logPersonChoose: 'Choose the customer',
  logPersonChosen: (name: string) => `Looks at data about ${name}.`,
  logPersonGone: 'one customer',
  logEverybody: 'Show for everybody',
  logStaff: 'Member of staff',
  logPurpose: 'Purpose',
  logAction: 'What was done',
  logFrom: 'From',
  logUntil: 'Until',
  logSystem: 'Include what the system does by itself',
  logShow: 'Show',
  logNothing: 'No look fits.',
  logNothingNext: 'Choose a longer period or fewer filters.',
  logPeriodFault: (days: number) =>
    `Choose a period of ${days} days at most, from a day to the same day or a later one.`,
  logOlder: 'Older looks',
  logNewest: 'To the newest',
  logColumns: { when: 'When', who: 'Who', action: 'Did', purpose: 'Purpose', what: 'Data', whom: 'About' },
  logNobody: 'no single person',
  logPeople: (count: number) => `${count} people`,
  logOpenPerson: 'Open',
  logOnePerson: 'one person',
  logOnlyPerson: 'Show only this one',
  logFormerStaff: 'former member of staff',

  unusualLead:
    'Every night the day is compared with what is usual for each member of staff and with the limits of the policy. A finding is a figure, not a suspicion: as a rule it has a good explanation. Ask the member of staff, and write what came of it. They can read the finding and the note themselves.',
  unusualOpen: 'Not looked into yet',
  unusualNone: 'Nothing out of the ordinary is waiting.',
  unusualDone: 'Looked into',
  unusualToday: 'Looks out of the ordinary that nobody has looked into',
  unusualKinds: {
    'many-people': 'Many people in a day',
    'odd-hours': 'Outside working hours',
    'same-surname': 'The same surname as the member of staff',
  },
  unusualSays: {
    'many-people': (name: string, day: string, figure: number) => `${name} saw data about ${figure} people on ${day}.`,
    'odd-hours': (name: string, day: string, figure: number) =>
      `${name} made ${figure} looks outside working hours on ${day}.`,
    'same-surname': (name: string, day: string, figure: number) =>
      figure === 1
        ? `On ${day} ${name} opened one customer who has their own surname.`
        : `On ${day} ${name} opened ${figure} customers who have their own surname.`,
  },
  unusualUsual: (usual: string) => `Usual for this member of staff is ${usual} a day over the last four weeks.`,
  unusualNoUsual: 'There are too few days to say what is usual for this member of staff.',
  unusualWhy: {
    'many-people': (threshold: number, times: string) =>
      `It is told when the figure is at least ${threshold} and at least ${times} times the usual.`,
    'odd-hours': (threshold: number, times: string) =>
      `It is told when the figure is at least ${threshold} and at least ${times} times the usual. Weekends and public holidays count as outside.`,
    'same-surname': (threshold: number) =>
      `At most ${threshold} customers have this surname. That two have the same name does not mean that they are related.`,
  },
  unusualLog: 'See the day in the access log',
  unusualNote: 'What came of it',
  unusualNoteHint: 'For example: called customers about a late delivery.',
  unusualNoteFault: 'Write what came of it, in 1000 characters at most and without card or national identity numbers.',
  unusualMark: 'Mark as looked into',
  unusualMarked: 'The finding is marked as looked into.',
  unusualGone: 'The finding had been looked into already.',
  unusualBy: (when: string, who: string) => `Looked into ${when} by ${who}:`,
};
