/** What can be done about one contact person: the data changed, and the end of it. */
import type { FC } from 'hono/jsx';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { ContactFields } from './fields.tsx';

interface ContactFormsProps {
  readonly desk: Desk;
  readonly state: FormState;
  /** Where both forms are posted to; the field `act` says which: `change`, or `end.act`. */
  readonly action: string;
  readonly end: { readonly act: string; readonly lead: string; readonly submit: string };
}

export const ContactForms: FC<ContactFormsProps> = ({ desk, state, action, end }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <>
      <OfficeForm desk={desk} state={state} action={action} submit={texts.supplierSave}>
        <ContactFields desk={desk} state={state} />
        <HiddenFields fields={{ act: 'change' }} />
      </OfficeForm>
      <section aria-labelledby="end">
        <h2 id="end">{texts.contactEnd}</h2>
        <p>{end.lead}</p>
        <OfficeForm desk={desk} state={EMPTY_FORM} action={action} submit={end.submit}>
          <HiddenFields fields={{ act: end.act }} />
        </OfficeForm>
      </section>
    </>
  );
};
