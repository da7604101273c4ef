/** What other rooms see of the contact people of companies. */
export {
  addContact,
  type Contact,
  type ContactDetails,
  changeContact,
  type OwnCompany,
  readContactOf,
  readContacts,
  removeContact,
} from './store.ts';
