/** The words of bought lists in English. */
import type { officeLeadsNb } from '../nb/office-leads.ts';

export const officeLeadsEn: typeof officeLeadsNb = {
  leadsTitle: 'Lists of potential customers',
  leadsLead: (months: number) =>
    `Whoever is on a bought list is told within a month where we have the data from, is contacted once, by letter or telephone, and is deleted after ${months} months. Nobody gets e-mail or SMS without having said yes.`,
  leadsNone: 'No lists',
  leadsNoneNext: 'Take the first one in below.',
  leadsNewPath: 'new',
  leadsWashPath: 'wash',
  leadsLettersPath: 'letters',
  leadsImport: 'Take a list in',
  leadsImportNow: 'Take the list in',
  leadsVendor: 'Whom the list was bought from',
  leadsVendorMissing: 'Write whom the list was bought from.',
  leadsAgreement: 'The agreement',
  leadsAgreementHint: 'The number or name of the agreement, so that it can be found again.',
  leadsAgreementMissing: 'Write under which agreement the list was bought.',
  leadsReceivedOn: 'Received',
  leadsReceivedMissing: 'Choose the day on which the list came.',
  leadsReceivedLater: 'The list cannot have come later than today.',
  leadsFile: 'The list (CSV or XLSX)',
  leadsFileHint:
    'The first row has headings: name, and telephone or address and postal code. E-mail and city may be there. Other columns are not taken in.',
  leadsFileMissing: 'Choose a file.',
  leadsFileFaults: {
    'no-name-column': 'No column with names was found. Its heading must be Name, or First name and Last name.',
    'no-reach-column':
      'Neither telephone nor address with postal code was found. Without them nobody can be recognised or reached.',
    empty: 'The file is empty.',
    'too-large': 'The file is too large. Divide it.',
    'too-many-rows': 'The file has too many rows. Divide it.',
    'too-many-columns': 'The file has too many columns.',
    'cell-too-long': 'A cell of the file is too long.',
    'quote-open': 'A quotation mark in the file is not closed.',
    'quote-misplaced': 'A quotation mark in the file stands in the wrong place.',
    'row-too-wide': 'A row has more cells than the header.',
    encoding: 'The file has characters that cannot be read. Save it as UTF-8.',
    'not-a-spreadsheet': 'The file is neither CSV nor XLSX.',
    locked: 'The file is locked with a password.',
    'unpacks-too-large': 'The file becomes too large when it is unpacked.',
    'header-repeated': 'Two columns have the same heading.',
    'no-rows': 'The file has no rows below the header.',
  },
  leadsColumns: { vendor: 'Bought from', received: 'Received', count: 'People', washed: 'Last checked' },
  leadsNeverWashed: 'Never',
  leadsWashOld: '(must be checked again before contact)',
  leadsImported: (taken: number, said: number, refused: number) =>
    `${taken} were taken in. ${said} had said no to us and were left out. ${refused} rows could not be used.`,
  leadsRow: (row: number, why: string) => `Row ${row}: ${why}`,
  leadsRowFaults: {
    'name-missing': 'the name is missing.',
    'too-long': 'a value is too long.',
    unreachable: 'neither telephone nor address.',
    'email-wrong': 'the e-mail address is none.',
    'phone-wrong': 'the telephone number is none.',
    'postal-code-wrong': 'the postal code does not have four digits.',
    'forbidden-number': 'the row holds a card number or a national identity number.',
  },
  leadsBack: 'To the lists',
  leadsListTitle: (vendor: string) => `List from ${vendor}`,
  leadsTaken: 'Taken in',
  leadsRefused: 'Could not be used',
  leadsReserved: 'Reserved or said no',
  leadsLate: (count: number) =>
    count === 1
      ? 'One person on the list should have been told. Send the letter now, or delete.'
      : `${count} people on the list should have been told. Send the letters now, or delete.`,
  leadsWash: 'Check against reservations',
  leadsWashLead:
    'Nobody may be contacted before the list is checked against the register of reservations, in the month of the contact. The file is used for the check and not kept. Those who have said no to us are taken off at the same time.',
  leadsWashFresh: 'The list was checked this month. Next month it must be checked again before anybody is contacted.',
  leadsWashFile: 'The file of the register of reservations',
  leadsWashHint: 'CSV or XLSX with telephone, or name with address and postal code.',
  leadsWashNow: 'Check the list',
  leadsWashed: (left: number) =>
    left === 0
      ? 'The list was checked. Nobody was reserved.'
      : `The list was checked. ${left} were reserved or had said no, and were deleted.`,
  leadsLetters: 'Letters',
  leadsLettersLead: (count: number) =>
    `${count} may get a letter today. It says where we have the data from and how to say no, and is the one contact.`,
  leadsNoLetters:
    'Nobody may get a letter now: the list must have been checked this month, and somebody without a letter have an address.',
  leadsPrint: 'Show the letters for printing',
  leadsLettersNext: (count: number) =>
    count === 0
      ? 'Nobody may get a letter now.'
      : `${count === 1 ? 'One letter' : `${count} letters`}. Print the page, one letter a sheet, post them, and then mark them as sent.`,
  leadsPosted: (count: number) => `Mark ${count === 1 ? 'the letter' : `${count} letters`} as posted today`,
  leadsWerePosted: (count: number) => `${count} were told by letter today.`,
  leadsPeople: 'On the list',
  leadsNobody: 'Nobody.',
  leadsShown: (most: number) => `The first ${most} are shown.`,
  leadsPeopleColumns: { name: 'Name', city: 'City', told: 'Told', gone: 'Deleted by' },
  leadsDue: (day: string, late: boolean) => (late ? `Should have been told on ${day}` : `By ${day}`),
  leadsGone: 'Does not exist',
  leadsGoneNext: 'The list or the person has been deleted, or never was here.',

  leadName: 'Name',
  leadPhone: 'Telephone number',
  leadEmail: 'E-mail address',
  leadAddress: 'Address',
  leadStreet: 'Street address',
  leadPostalCode: 'Postal code',
  leadCity: 'City',
  leadContacted: 'Contacted',
  leadCall: 'Call',
  leadCallLead: (vendor: string) =>
    `Say first that we have the data from ${vendor}, what we want, and that one can say no now and later. Do not call before 9 or after 21, nor on Saturdays and holidays.`,
  leadCalled: 'Have called and told them',
  leadWasCalled: 'The call is on record. The person was told and contacted today.',
  leadRefusals: {
    'never-washed': 'May not be contacted: the list has not been checked.',
    'wash-old': 'May not be contacted: the list has not been checked this month.',
    reserved: 'May not be contacted: the person is reserved.',
    'contacted-already': 'The person has been contacted. There will be no more from us.',
    'no-address': 'Cannot get a letter: the address is missing.',
    'no-number': 'Cannot be called: the telephone number is missing.',
    'past-its-date': 'May not be contacted: the data is to be deleted.',
  },
  leadNo: 'Says no',
  leadNoLead:
    'All about the person is deleted at once. We remember only a digest that nobody can read, so that the next list is checked for the same person.',
  leadSaidNo: 'The person has said no',
  leadNoKept: 'The person has been deleted, and will not be contacted again.',
  leadConvert: 'Wants to be a customer',
  leadConvertLead:
    'Is registered as a customer, with mail about it, and taken off the list. Mention the privacy notice in the call.',
  leadConvertNow: 'Register as a customer',
  leadConverted: 'Registered as a customer, and taken off the list.',
  leadKnown: 'This e-mail address is a customer’s already. Nothing was changed.',

  letter: {
    to: (name: string) => `Letter to ${name}`,
    title: (company: string) => `From ${company}: where we have your name from`,
    source: (vendor: string, day: string) =>
      `We got your name and how you can be reached from ${vendor}, on ${day}. We have name, address, and telephone number and e-mail address where they stood on the list, and nothing more.`,
    what: (interest: string) =>
      `We use the data for one thing: to ask whether you may have use for what we sell. The basis is a legitimate interest: ${interest} You get no e-mail or SMS from us without having said yes.`,
    no: (phone: string, email: string) =>
      `You can say no to this at any time. Call ${phone} or write to ${email}, and we delete the data at once and do not contact you again.`,
    rights: (months: number, day: string) =>
      `If we do not hear from you, we do not contact you again, and the data is deleted after ${months} months, by ${day}. It is shared with nobody. You can ask to see it, and to have it corrected, deleted, or its use restricted.`,
    notice: (url: string, authority: string) =>
      `Read more in the privacy notice: ${url}. If you think that we do something wrong, you can complain to us or to ${authority}.`,
  },
};
