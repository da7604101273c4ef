/** One supplier or partner: the organisation, the people one talks with there, and the end of it. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import type { Supplier, SupplierContact } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { ContactForms } from '../contacts/contact-forms.tsx';
import { ContactsTable } from '../contacts/contacts-table.tsx';
import { ContactFields } from '../contacts/fields.tsx';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { SupplierFields, stateOfSupplier } from './fields.tsx';
import { supplierAddress } from './list-page.tsx';

/** Which form of the page had a fault, and what was typed there. */
export interface FaultyForm {
  readonly form: 'supplier' | 'contact';
  readonly state: FormState;
}

interface OneProps {
  readonly desk: DeskWithPurpose;
  readonly supplier: Supplier;
  readonly contacts: readonly SupplierContact[];
  readonly faulty: FaultyForm | null;
}

export const SupplierPage: FC<OneProps> = ({ desk, supplier, contacts, faulty }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const action = supplierAddress(desk, supplier.supplierId);
  const { endedOn } = supplier;
  const changing = faulty?.form === 'supplier' ? faulty.state : stateOfSupplier(supplier);
  return (
    <DeskPage desk={desk} title={supplier.name} page="officeSuppliers">
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeSuppliers')}>
          {texts.suppliersBack}
        </a>
      </p>
      <h1>{supplier.name}</h1>
      {endedOn === null ? null : <p class="lead">{texts.supplierEndedOn(dateInWords(endedOn, language))}</p>}
      <section aria-labelledby="contacts">
        <h2 id="contacts">{texts.contactsTitle}</h2>
        <p>{texts.supplierContactsLead}</p>
        {contacts.length === 0 ? (
          <p class="hint">{texts.contactsNone}</p>
        ) : (
          <ContactsTable
            desk={desk}
            contacts={contacts}
            href={({ contactId }) => supplierAddress(desk, supplier.supplierId, contactId)}
            beneath={({ endedOn: left }) =>
              left === null ? null : (
                <span class="hint block">{texts.supplierContactEnded(dateInWords(left, language))}</span>
              )
            }
          />
        )}
        {endedOn !== null ? null : (
          <details open={faulty?.form === 'contact'}>
            <summary>{texts.contactNew}</summary>
            <OfficeForm
              desk={desk}
              state={faulty?.form === 'contact' ? faulty.state : EMPTY_FORM}
              action={action}
              submit={texts.contactAdd}
            >
              <ContactFields desk={desk} state={faulty?.form === 'contact' ? faulty.state : EMPTY_FORM} />
              <HiddenFields fields={{ act: 'add-contact' }} />
            </OfficeForm>
          </details>
        )}
      </section>
      {endedOn !== null ? null : (
        <>
          <section aria-labelledby="organisation">
            <h2 id="organisation">{texts.supplierOrganisation}</h2>
            <OfficeForm desk={desk} state={changing} action={action} submit={texts.supplierSave}>
              <SupplierFields desk={desk} state={changing} />
              <HiddenFields fields={{ act: 'change' }} />
            </OfficeForm>
          </section>
          <section aria-labelledby="end">
            <h2 id="end">{texts.supplierEnd}</h2>
            <p>{texts.supplierEndLead}</p>
            <OfficeForm desk={desk} state={EMPTY_FORM} action={action} submit={texts.supplierEndNow}>
              <HiddenFields fields={{ act: 'end' }} />
            </OfficeForm>
          </section>
        </>
      )}
    </DeskPage>
  );
};

interface ContactProps {
  readonly desk: DeskWithPurpose;
  readonly supplier: Supplier;
  readonly contact: SupplierContact;
  readonly state: FormState;
}

export const SupplierContactPage: FC<ContactProps> = ({ desk, supplier, contact, state }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const action = supplierAddress(desk, supplier.supplierId, contact.contactId);
  return (
    <DeskPage desk={desk} title={contact.fullName} page="officeSuppliers">
      <p>
        <a class="ds-link" href={supplierAddress(desk, supplier.supplierId)}>
          {supplier.name}
        </a>
      </p>
      <h1>{contact.fullName}</h1>
      {contact.endedOn === null ? (
        <ContactForms
          desk={desk}
          state={state}
          action={action}
          end={{ act: 'end', lead: texts.supplierContactEndLead, submit: texts.contactEndNow }}
        />
      ) : (
        <p class="lead">{texts.supplierContactEnded(dateInWords(contact.endedOn, language))}</p>
      )}
    </DeskPage>
  );
};
