/** The contact people of a company that is a customer. */
import type { FC } from 'hono/jsx';
import { type Contact, readContacts } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { isUuid } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { ContactForms } from '../contacts/contact-forms.tsx';
import { ContactsTable } from '../contacts/contacts-table.tsx';
import { ContactFields } from '../contacts/fields.tsx';
import { DeskPage } from '../desk-page.tsx';
import { wholeList } from '../exports/office-list.ts';
import { OfficeForm } from '../form/form.tsx';
import { TakeOut } from '../list/take-out.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { besideCustomer, customerAddress } from './addresses.ts';

export interface Company {
  readonly customerId: string;
  readonly name: string;
  readonly isCompany: boolean;
}

interface ContactsProps {
  readonly desk: DeskWithPurpose;
  readonly company: Company;
  readonly contacts: readonly Contact[];
  readonly state: FormState;
}

/** Of one company. */
export const CONTACTS_OUT = wholeList<Contact>({
  ...{ name: 'contact-people', page: 'officeCustomers', title: (texts) => texts.contactsTitle, fields: ['customer'] },
  purposes: ['customer-administration'],
  columns: [
    { label: (texts) => texts.contactName, text: ({ fullName }) => fullName },
    { label: (texts) => texts.contactPosition, text: ({ position }) => position },
    { label: (texts) => texts.contactEmail, text: ({ email }) => email },
    { label: (texts) => texts.contactPhone, text: ({ phone }) => phone },
  ],
  read: async ({ sessions: { register }, asked }) =>
    isUuid(asked('customer')) ? await readContacts(register, asked('customer')) : [],
});

export const ContactsPage: FC<ContactsProps> = ({ desk, company, contacts, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.contactsTitle} page="officeCustomers">
      <p>
        <a class="ds-link" href={customerAddress(desk, company.customerId)}>
          {company.name}
        </a>
      </p>
      <h1>{texts.contactsTitle}</h1>
      <p class="lead">{company.isCompany ? texts.contactsLead(company.name) : texts.contactsOnlyCompanies}</p>
      {contacts.length === 0 ? (
        <p class="hint">{company.isCompany ? texts.contactsNone : ''}</p>
      ) : (
        <ContactsTable
          desk={desk}
          contacts={contacts}
          href={({ contactId }) => besideCustomer(desk, 'contacts', company.customerId, contactId)}
        />
      )}
      {contacts.length === 0 ? null : (
        <TakeOut desk={desk} name={CONTACTS_OUT.name} fields={{ customer: company.customerId }} />
      )}
      {!company.isCompany ? null : (
        <section aria-labelledby="new">
          <h2 id="new">{texts.contactNew}</h2>
          <OfficeForm
            desk={desk}
            state={state}
            action={besideCustomer(desk, 'contacts', company.customerId)}
            submit={texts.contactAdd}
          >
            <ContactFields desk={desk} state={state} />
          </OfficeForm>
        </section>
      )}
    </DeskPage>
  );
};

interface ContactProps {
  readonly desk: DeskWithPurpose;
  readonly company: Company;
  readonly contact: Contact;
  readonly state: FormState;
}

export const ContactPage: FC<ContactProps> = ({ desk, company, contact, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const action = besideCustomer(desk, 'contacts', company.customerId, contact.contactId);
  return (
    <DeskPage desk={desk} title={contact.fullName} page="officeCustomers">
      <p>
        <a class="ds-link" href={besideCustomer(desk, 'contacts', company.customerId)}>
          {`${company.name}: ${texts.contactsTitle}`}
        </a>
      </p>
      <h1>{contact.fullName}</h1>
      <ContactForms
        desk={desk}
        state={state}
        action={action}
        end={{ act: 'remove', lead: texts.contactRemoveLead, submit: texts.contactRemove }}
      />
    </DeskPage>
  );
};
