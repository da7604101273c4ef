/** The page that asks why, before a customer is opened for a purpose that is rarely used for them. */
import type { FC } from 'hono/jsx';
import type { Purpose } from '../../../policy/index.ts';
import { LONGEST_REASON, type ReasonFault, SHORTEST_REASON } from '../../../records/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { LOOK_REASON } from '../form/read-form.ts';

interface SecondLookProps {
  readonly desk: Desk;
  readonly purpose: Purpose;
  /** Where the answer goes, with the purpose. */
  readonly action: string;
  /** What travels along: what was typed already, or the page that was asked for. */
  readonly carried: Readonly<Record<string, string | readonly string[]>>;
  readonly typed: string;
  readonly fault: ReasonFault | null;
}

export const SecondLookPage: FC<SecondLookProps> = ({ desk, purpose, action, carried, typed, fault }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const faults = fault === null ? {} : { [LOOK_REASON]: faultInWords(fault, texts) };
  const state: FormState = { values: { [LOOK_REASON]: typed }, faults };
  return (
    <DeskPage desk={desk} title={texts.secondLook} page="officeCustomers" customer>
      <h1>{texts.secondLook}</h1>
      <p class="lead">{texts.secondLookWhy(purpose.label[language])}</p>
      {'next' in carried ? null : <p>{texts.secondLookKept}</p>}
      <OfficeForm
        desk={desk}
        state={state}
        action={action}
        submit={'next' in carried ? texts.openCustomer : texts.sayAndSave}
        cancel={deskAddress(desk, 'officeCustomers')}
      >
        <HiddenFields fields={carried} />
        <AreaField
          desk={desk}
          state={state}
          name={LOOK_REASON}
          label={texts.secondLookReason}
          hint={texts.secondLookHint}
          longest={LONGEST_REASON}
          rows={3}
          required
        />
      </OfficeForm>
    </DeskPage>
  );
};

function faultInWords(fault: ReasonFault, texts: OfficeTexts): string {
  switch (fault) {
    case 'too-short':
      return texts.tooShort(SHORTEST_REASON);
    case 'too-long':
      return texts.tooLong(LONGEST_REASON);
    case 'card-number':
      return texts.holdsCardNumber;
    case 'identity-number':
      return texts.holdsIdentityNumber;
    default:
      return fault satisfies never;
  }
}
