/** One supplier or partner: the organisation, the people one talks with there, and the end of it. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import type { Supplier, SupplierContact } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { ContactFields, SupplierFields, stateOfSupplier } from './fields.tsx';
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
          <Contacts desk={desk} supplier={supplier} contacts={contacts} />
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

const Contacts: FC<Omit<OneProps, 'faulty'>> = ({ desk, supplier, contacts }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
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
              <a class="ds-link" href={supplierAddress(desk, supplier.supplierId, one.contactId)}>
                {one.fullName}
              </a>
              {one.endedOn === null ? null : (
                <span class="hint block">{texts.supplierContactEnded(dateInWords(one.endedOn, language))}</span>
              )}
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
        <>
          <OfficeForm desk={desk} state={state} action={action} submit={texts.supplierSave}>
            <ContactFields desk={desk} state={state} />
            <HiddenFields fields={{ act: 'change' }} />
          </OfficeForm>
          <section aria-labelledby="end">
            <h2 id="end">{texts.contactEnd}</h2>
            <p>{texts.supplierContactEndLead}</p>
            <OfficeForm desk={desk} state={EMPTY_FORM} action={action} submit={texts.contactEndNow}>
              <HiddenFields fields={{ act: 'end' }} />
            </OfficeForm>
          </section>
        </>
      ) : (
        <p class="lead">{texts.supplierContactEnded(dateInWords(contact.endedOn, language))}</p>
      )}
    </DeskPage>
  );
};
