/** Correcting what is registered of a customer, under the purpose that keeps it right. */
import type { FC } from 'hono/jsx';
import { changeCustomer, readEditable } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DETAIL_FIELDS, DetailFields, readDetails, valuesOf } from './details-fields.tsx';

const EDITING = 'customer-administration';

const FIELDS = [...DETAIL_FIELDS, 'seen'] as const;

interface EditProps {
  readonly desk: Desk;
  readonly state: FormState;
  /** The customer's page, with the purpose. */
  readonly back: string;
}

const EditPage: FC<EditProps> = ({ desk, state, back }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <DeskPage desk={desk} title={texts.editCustomer} page="officeCustomers">
      <p class="back">
        <a class="ds-link" href={back}>
          {texts.backToCustomer}
        </a>
      </p>
      <h1>{texts.editCustomer}</h1>
      <OfficeForm
        desk={desk}
        state={state}
        action={withPurpose(desk.here[language], EDITING)}
        submit={texts.save}
        cancel={back}
      >
        <input type="hidden" name="seen" value={state.values.seen} />
        <DetailFields desk={desk} state={state} kindStays />
      </OfficeForm>
    </DeskPage>
  );
};

/** Null when the purpose sees no such customer. */
export async function showEdit(
  context: WebContext,
  parts: WebParts,
  desk: Desk,
  customerId: string,
  back: string,
): Promise<Response | null> {
  const found = await parts.asPrincipal(desk.staff, EDITING, ({ register }) => readEditable(register, customerId));
  if (found === null) return null;
  const state = { values: { ...valuesOf(found.details), seen: found.seen }, faults: {} };
  return context.html(<EditPage desk={desk} state={state} back={back} />);
}

export async function receiveEdit(
  context: WebContext,
  parts: WebParts,
  desk: Desk,
  customerId: string,
  back: string,
): Promise<Response | null> {
  const texts = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, FIELDS);
  const { details, faults } = readDetails(typed, desk);
  const again = (found: Readonly<Record<string, string>>) =>
    context.html(<EditPage desk={desk} state={{ values: { ...typed }, faults: found }} back={back} />, 422);
  if (Object.keys(faults).length > 0) return again(faults);
  const saved = await parts.asPrincipal(desk.staff, EDITING, ({ register }) =>
    changeCustomer(register, customerId, details, typed.seen ?? ''),
  );
  switch (saved) {
    case 'saved':
      return doneThen(context, parts, desk, back, { says: (words) => words.customerSaved });
    case 'not-seen':
      return null;
    case 'changed-since':
      return again({ form: texts.changedSince });
    case 'email-taken':
      return again({ email: texts.emailTaken });
    default:
      return saved satisfies never;
  }
}
