/** The contact people of a company that is a customer. */
import type { FC } from 'hono/jsx';
import type { Contact } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { DeskPage } from '../desk-page.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { ContactFields } from '../suppliers/fields.tsx';
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

export const ContactsPage: FC<ContactsProps> = ({ desk, company, contacts, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const columns = [texts.contactName, texts.contactPosition, texts.contactEmail, texts.contactPhone];
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
                  <a class="ds-link" href={besideCustomer(desk, 'contacts', company.customerId, one.contactId)}>
                    {one.fullName}
                  </a>
                </th>
                <td data-label={texts.contactPosition}>{one.position ?? ''}</td>
                <td data-label={texts.contactEmail}>{one.email ?? ''}</td>
                <td data-label={texts.contactPhone}>{one.phone ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
      <OfficeForm desk={desk} state={state} action={action} submit={texts.supplierSave}>
        <ContactFields desk={desk} state={state} />
        <HiddenFields fields={{ act: 'change' }} />
      </OfficeForm>
      <section aria-labelledby="end">
        <h2 id="end">{texts.contactEnd}</h2>
        <p>{texts.contactRemoveLead}</p>
        <OfficeForm desk={desk} state={EMPTY_FORM} action={action} submit={texts.contactRemove}>
          <HiddenFields fields={{ act: 'remove' }} />
        </OfficeForm>
      </section>
    </DeskPage>
  );
};
