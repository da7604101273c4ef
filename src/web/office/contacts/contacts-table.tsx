/** People whom one talks with at an organisation, a line each: at a company that is a customer, at a supplier, at a partner. */
import type { Child } from 'hono/jsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';

interface Person {
  readonly contactId: string;
  readonly fullName: string;
  readonly position: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

interface ContactsTableProps<Row extends Person> {
  readonly desk: Desk;
  readonly contacts: readonly Row[];
  /** The page of the person. */
  readonly href: (contact: Row) => string;
  /** What stands under the name; nothing where it is left out. */
  readonly beneath?: (contact: Row) => Child;
}

export const ContactsTable = <Row extends Person>({ desk, contacts, href, beneath }: ContactsTableProps<Row>) => {
  const texts = officeTextsIn(desk.frame.language);
  const columns = [texts.contactName, texts.contactPosition, texts.contactEmail, texts.contactPhone];
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{texts.contactsTitle}</caption>
      <thead>
        <tr>
          {columns.map((one) => (
            <th scope="col">{one}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {contacts.map((one) => (
          <tr>
            <th scope="row" class="row-heading">
              <a class="ds-link" href={href(one)}>
                {one.fullName}
              </a>
              {beneath?.(one)}
            </th>
            <td data-label={texts.contactPosition}>{one.position ?? ''}</td>
            <td data-label={texts.contactEmail}>{one.email ?? ''}</td>
            <td data-label={texts.contactPhone}>{one.phone ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
