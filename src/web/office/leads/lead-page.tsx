/** Somebody on a bought list: what we hold, whether they may be called, and what came of it. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { contactRefusal, type Lead, type LeadList } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { DeskPage } from '../desk-page.tsx';
import { TextField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { Terms } from '../policy/listed.tsx';
import { leadAddress } from './lists-page.tsx';

interface LeadProps {
  readonly desk: DeskWithPurpose;
  readonly list: LeadList;
  readonly lead: Lead;
  /** Of the form that makes them a customer; null for staff who may not register customers. */
  readonly convert: FormState | null;
  readonly today: string;
}

export const LeadPage: FC<LeadProps> = ({ desk, list, lead, convert, today }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const action = leadAddress(desk, list.listId, lead.leadId);
  const refusal = contactRefusal(lead, list.washedOn, 'phone', today);
  const day = (on: string | null): string | null => (on === null ? null : dateInWords(on, language));
  return (
    <DeskPage desk={desk} title={lead.fullName} page="officeLeads">
      <p>
        <a class="ds-link" href={leadAddress(desk, list.listId)}>
          {texts.leadsListTitle(list.vendor)}
        </a>
      </p>
      <h1>{lead.fullName}</h1>
      <Terms
        terms={[
          [texts.leadPhone, lead.phone],
          [texts.leadEmail, lead.email],
          [
            texts.leadAddress,
            [lead.street, [lead.postalCode, lead.city].filter((part) => part !== null).join(' ')]
              .filter(Boolean)
              .join(', '),
          ],
          [
            texts.leadsPeopleColumns.told,
            day(lead.noticeSentOn) ?? texts.leadsDue(day(lead.noticeDueOn) ?? '', lead.noticeDueOn < today),
          ],
          [texts.leadContacted, day(lead.firstContactOn)],
          [texts.leadsPeopleColumns.gone, day(lead.deleteOn)],
        ]}
      />
      <section aria-labelledby="call">
        <h2 id="call">{texts.leadCall}</h2>
        {refusal === null ? (
          <>
            <p>{texts.leadCallLead(list.vendor)}</p>
            <OfficeForm desk={desk} state={EMPTY_FORM} action={action} submit={texts.leadCalled}>
              <HiddenFields fields={{ act: 'called' }} />
            </OfficeForm>
          </>
        ) : (
          <p>{texts.leadRefusals[refusal]}</p>
        )}
      </section>
      <section aria-labelledby="no">
        <h2 id="no">{texts.leadNo}</h2>
        <p>{texts.leadNoLead}</p>
        <OfficeForm desk={desk} state={EMPTY_FORM} action={action} submit={texts.leadSaidNo}>
          <HiddenFields fields={{ act: 'no' }} />
        </OfficeForm>
      </section>
      {convert === null ? null : <Convert desk={desk} state={convert} action={action} />}
    </DeskPage>
  );
};

const Convert: FC<{ desk: DeskWithPurpose; state: FormState; action: string }> = ({ desk, state, action }) => {
  const texts = officeTextsIn(desk.frame.language);
  const field = { desk, state };
  return (
    <section aria-labelledby="convert">
      <h2 id="convert">{texts.leadConvert}</h2>
      <p>{texts.leadConvertLead}</p>
      <OfficeForm desk={desk} state={state} action={action} submit={texts.leadConvertNow}>
        <TextField {...field} name="legalName" label={texts.leadName} longest={200} required />
        <TextField {...field} name="email" label={texts.leadEmail} type="email" longest={254} required />
        <TextField {...field} name="phone" label={texts.leadPhone} type="tel" longest={30} />
        <TextField {...field} name="street" label={texts.leadStreet} longest={200} />
        <TextField {...field} name="postalCode" label={texts.leadPostalCode} inputmode="numeric" longest={4} />
        <TextField {...field} name="city" label={texts.leadCity} longest={100} />
        <HiddenFields fields={{ act: 'convert' }} />
      </OfficeForm>
    </section>
  );
};
