/** The words around all pages of the office in English: menu, lists, forms, what was done, the start page. */
import type { officeFrameNb } from '../nb/office-frame.ts';

export const officeFrameEn: typeof officeFrameNb = {
  menuGroups: {
    people: 'Customers',
    trade: 'Sales and delivery',
    money: 'Money',
    service: 'Follow-up',
    outreach: 'Marketing',
    insight: 'Figures',
    house: 'The house',
  },
  openMenu: 'Menu',
  closeMenu: 'Close the menu',

  today: 'Today',
  todayWork: 'What is waiting',
  nothingWaits: 'Nothing is waiting for you now.',
  nothingIn: 'Nothing to do with:',
  urgencies: { late: 'Overdue', soon: 'Due soon' },

  customerTabs: 'The customer for each of your purposes',
  timeline: 'History',
  noEvents: 'The purpose sees no events of this customer yet.',
  olderEvents: 'Show older',
  olderLeftOut: 'Older events are not shown here.',
  nothingOf: 'Nothing here of:',
  openThis: 'Open',
  events: {
    order: (number) => `Order ${number}`,
    invoice: (number) => `Invoice ${number}`,
    contactPerson: (name) => `Contact person: ${name}`,
    messageIn: 'Message from the customer',
    messageOut: 'Message to the customer',
    noticeShown: (version) => `Was shown the privacy notice, version ${version}`,
    mailSent: 'E-mail to the customer',
  },
  deletedAfter: (date) => `Deleted after ${date}`,
  deletionNotSet: 'The time until deletion has not begun',
  keptBecause: 'Kept for as long as',
  keptThrough: (date) => `through ${date}`,
  keptFromEvent: (period, event) => `${period} from ${event}, which has not happened yet`,
  protectedAddress: 'Confidential address',
  protectedAddressMeans: 'Only those who deliver see the address.',
  protectAddress: 'The address is confidential',
  protectAddressHint:
    'The address is moved to where only those who deliver see it, also for orders already placed. The fields above are then empty. Type a new address to replace it.',

  secondLook: 'Why are you opening this customer?',
  secondLookWhy: (purpose) =>
    `Nothing has happened for the purpose “${purpose}” with this customer in the last year. Say briefly why you need to see the data now.`,
  secondLookReason: 'The reason',
  secondLookHint:
    'For example: “The customer called about the warranty.” The customer can read what you write, and it is kept for a year.',
  openCustomer: 'Open the customer',
  holdsCardNumber:
    'The text seems to hold a payment card number. We do not keep such numbers. Remove it and try again.',
  holdsIdentityNumber:
    'The text seems to hold a national identity number. We do not keep such numbers here. Remove it and try again.',

  newCustomer: 'New customer',
  registerCustomer: 'Register the customer',
  registeredHow: 'How did the customer get in touch?',
  registeredByPhone: 'By telephone',
  registeredAtCounter: 'In the store',
  customerKind: 'What kind of customer is it?',
  customerLanguage: 'The language we write to the customer in',
  noticeMentioned: 'I have told the customer that we have a privacy notice, and where it is',
  noticeMentionedHint: (path) =>
    `Say for example: “What we do with your data stands in the privacy notice on our web site (${path}). You will get the link by e-mail now.”`,
  faultThrough: 'Choose how the customer got in touch.',
  faultNoticeMentioned: 'Tell the customer of the privacy notice before you register them, and mark that you have.',
  emailTaken: 'A customer has this e-mail address already. Search for the address before you register again.',
  customerRegistered: 'The customer is registered and has been sent a link to the privacy notice.',
  editCustomer: 'Change details',
  backToCustomer: 'To the customer',
  customerSaved: 'The details are saved.',
  changedSince:
    'Somebody else has saved changes since you opened the page. Open the customer anew and make the change there.',

  undo: 'Undo',
  cancel: 'Cancel',
  save: 'Save',
  mayBeEmpty: 'may be left empty',
  formFaults: (count) =>
    count === 1
      ? 'Something must be put right before we can save:'
      : `${count} things must be put right before we can save:`,

  all: 'All',
  narrow: 'Show',
  clearFilters: 'Clear the filters',
  nothingNarrowed: 'Nothing here fits the filters.',
  rowsHere: (count) => (count === 1 ? '1 row on the page' : `${count} rows on the page`),
  rowsInAll: (count) => (count === 1 ? '1 in all' : `${count} in all`),
  mark: 'Mark',
  markThis: 'Mark this one',
  markAll: (count) => (count === 1 ? 'Mark the one on the page' : `Mark all ${count} on the page`),
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  nothingMarked: 'No rows are marked. Go back to the list and mark those it is about.',
  willChange: (count) => (count === 1 ? 'One will be changed' : `${count} will be changed`),
  willNotChange: (count) => (count === 1 ? 'One cannot be changed' : `${count} cannot be changed`),
  backToList: 'Back to the list',
};
