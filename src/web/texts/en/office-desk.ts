/** The words of the work in the back office in English, with the keys of the bokmål catalogue. */
import type { officeDeskNb } from '../nb/office-desk.ts';

export const officeDeskEn: typeof officeDeskNb = {
  officeNavigation: 'Menu of the back office',
  toOffice: 'To the back office',

  noStaff: 'The back office is for staff',
  noStaffNext:
    'You are signed in, but your account does not belong to a member of staff with access today. If you need access, the managing director must give it to you.',
  secondStep: 'Sign in in two steps first',
  secondStepNext:
    'The policy requires staff to prove in two ways who they are. Set up the second step, and then come back here.',
  secondStepLink: 'Set up the second step',
  refusedPurpose: 'You do not have this purpose',
  refusedPurposeNext: (purpose) =>
    `Your roles do not allow you to act for the purpose “${purpose}”. The attempt is logged. If your work needs the purpose, the managing director must give you a role that has it.`,
  unknownPurpose: 'There is no such purpose',
  unknownPurposeNext: 'The policy has no purpose of this name. Choose one of your own.',
  noSuchCustomer: 'No such customer for this purpose',
  noSuchCustomerNext: (purpose) =>
    `The purpose “${purpose}” sees no customer at this address. The system does not say whether the customer exists for other purposes.`,

  choosePurpose: 'What are you going to do?',
  choosePurposeLead:
    'Choose the purpose you work for. You see only what the purpose needs, and every look is logged with it. The customer can read the log.',
  noPurposes: 'Your roles have no purposes in the policy in force. The managing director can give you a role.',
  yourRoles: 'Your roles',
  purposeNow: 'You are working for',
  changePurpose: 'Change purpose',
  changeCustomerPurpose: 'Open the same customer for another purpose',
  change: 'Change',
  openFor: 'Open',
  whyBasis: 'Basis',
  work: 'Choose',
  noCustomersForPurpose: 'Sees no single customers',

  findCustomer: 'Find a customer',
  searchField: 'Search',
  search: 'Search',
  searchBy: 'The purpose lets you search by',
  searchKinds: {
    name: 'name, also its beginning or spelt a little wrong',
    email: 'e-mail address, all of it or its beginning',
    phone: 'telephone number, all of it',
    number: 'customer number, order number or invoice number',
    'organisation-number': 'organisation number',
    reference: 'payment reference (KID)',
  },
  numbers: {
    'register.customer': 'customer number',
    'register.sales_order': 'order number',
    'register.invoice': 'invoice number',
  },
  searchLogged:
    'Those found are logged as looked at. The search does not stand in the address, so it does not end up in the browser’s history.',
  tooShort: (least) => `Type at least ${least} characters.`,
  tooLong: (most) => `Type at most ${most} characters.`,
  notSearchedBy: 'The purpose cannot search by anything that looks like this.',
  nothingFound: 'Nothing found.',
  nothingFoundNext: 'Look for a typing error, or search by something else you know of the customer.',
  onlyConsented: (purpose) =>
    `The purpose “${purpose}” sees only customers who have said yes to it. The others are not here.`,
  onlyNotObjected: (purpose) =>
    `The purpose “${purpose}” does not see customers who have objected to it or have asked for restriction.`,
  onlyNotRestricted: 'Customers who have asked that use be restricted are not shown for this purpose.',
  resultsFor: (count, more) => (more ? `The first ${count} found` : `${count} found`),
  nextResults: 'More results',
  moreResults: 'More results, further down the list',
  backToSearch: 'New search',
  noCustomers: 'This purpose sees no single customers',
  noCustomersNext: (purpose) =>
    `The purpose “${purpose}” does not use the customer register, so there is nobody to find here. See in the policy what the purpose uses, or change purpose.`,

  customerWithout: 'Customer',
  customerFields: 'The customer',
  notGiven: 'Not recorded',
  none: 'None.',
  cutOff: (what, shown) => `${what}: only ${shown} are shown, and there are more.`,
  leftOut: 'What you do not see',
  leftOutBecause: (purpose) =>
    `The purpose “${purpose}” does not use this, so it is not shown, and the database does not give it out:`,
  notHereMeansNothing: 'That something is not shown does not say that we do not have it.',
  looks: 'Who has looked at the customer',
  looksLead: (limit) => `The latest ${limit} looks. This one is logged too.`,
  noLooks: 'Nobody has looked at the customer before now.',
  looksColumns: { when: 'When', who: 'Who', what: 'What', purpose: 'For which purpose' },
  actions: { read: 'Saw', write: 'Changed', count: 'Counted', refused: 'Was refused', export: 'Took out' },
  kindsOfUser: { staff: 'Staff', 'data-subject': 'The customer', visitor: 'Visitor', system: 'The system' },
};
