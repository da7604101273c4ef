/** One add-on service: of whom and which supplier, by which order, what the customer confirmed, and ending it. */
import type { Child, FC } from 'hono/jsx';
import { dayOf } from '../../../records/index.ts';
import { type AddOn, addOnState } from '../../../register/index.ts';
import { fieldsOf, sharedInWords, wordsAccepted } from '../../add-on-words.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { FactList } from '../claims/claim-page.tsx';
import { deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, DateField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { timeInWords } from '../value.tsx';
import { COLOURS, stateInWords } from './list.tsx';

/** Characters of a reason at most. */
export const LONGEST_REASON = 500;
/** The purpose that ends add-ons. */
export const ENDING = 'add-on-services';

interface AddOnProps {
  readonly desk: ActingDesk;
  readonly addOn: AddOn;
  readonly state: FormState;
  readonly now: Date;
}

export const AddOnPage: FC<AddOnProps> = (props) => {
  const { desk, addOn, now } = props;
  const texts = officeTextsIn(desk.frame.language);
  const { addOns } = texts;
  const title = addOn[`name_${desk.frame.language}`];
  return (
    <DeskPage desk={desk} title={title} page="officeAddOns">
      <p class="back">
        <a class="ds-link" href={deskAddress(desk, 'officeAddOns')}>
          {addOns.back}
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        <span class="ds-tag" data-color={COLOURS[addOnState(addOn, now)]}>
          {stateInWords(addOn, desk, now)}
        </span>{' '}
        <a class="ds-link" href={addressBelow(desk, 'officeCustomers', addOn.customer_id)}>
          {addOn.legal_name}
        </a>
      </p>
      <Facts {...props} />
      <Confirmed {...props} />
      <End {...props} />
    </DeskPage>
  );
};

const Facts: FC<AddOnProps> = ({ desk: { frame }, addOn }) => {
  const { policy, language } = frame;
  const { addOns } = officeTextsIn(language);
  const facts: [string, Child][] = [
    [addOns.supplier, addOn.supplier],
    [addOns.since, timeInWords(addOn.accepted_at, policy, language)],
    [addOns.order, addOns.byOrder(Number(addOn.order_number))],
    [addOns.shared, sharedInWords(fieldsOf(addOn), language)],
  ];
  if (addOn.ended_at !== null) {
    facts.push([addOns.end, timeInWords(addOn.ended_at, policy, language)]);
    facts.push([addOns.endedBy, addOn.ended_by === null ? addOns.byCustomer : addOns.byUs]);
  }
  if (addOn.end_reason !== null) facts.push([addOns.reason, <span class="said-text">{addOn.end_reason}</span>]);
  return <FactList facts={facts} />;
};

const Confirmed: FC<AddOnProps> = ({ desk, addOn }) => {
  const { addOns } = officeTextsIn(desk.frame.language);
  const accepted = wordsAccepted(desk.frame.policy, addOn);
  return (
    <section aria-labelledby="confirmed">
      <h2 id="confirmed">{addOns.confirmed}</h2>
      {accepted === null ? (
        <p>{addOns.wordsChanged}</p>
      ) : (
        <blockquote class="said" lang={accepted.language}>
          <p class="said-text">{accepted.words}</p>
        </blockquote>
      )}
      <p class="hint">{addOns.digest(addOn.accepted_words_hash.slice(0, 16))}</p>
    </section>
  );
};

const End: FC<AddOnProps> = ({ desk, addOn, state, now }) => {
  const texts = officeTextsIn(desk.frame.language);
  const { addOns } = texts;
  if (addOn.ended_at !== null) return null;
  if (desk.purpose.name !== ENDING) {
    const ending = desk.own.find(({ name }) => name === ENDING);
    if (ending === undefined) return null;
    return (
      <p>
        <a class="ds-link" href={withPurpose(desk.here[desk.frame.language], ENDING)}>
          {texts.workFor(ending.label[desk.frame.language])}
        </a>
      </p>
    );
  }
  const action = addressBelow(desk, 'officeAddOns', addOn.customer_id, addOn.add_on_id);
  const values = { on: dayOf(now, desk.frame.policy), ...state.values };
  const filled = { ...state, values };
  return (
    <section aria-labelledby="end">
      <h2 id="end">{addOns.endTitle}</h2>
      <p>{addOns.endLead}</p>
      <OfficeForm desk={desk} state={filled} action={action} submit={addOns.endNow}>
        <DateField desk={desk} state={filled} name="on" label={addOns.endOn} hint={addOns.endOnHint} required />
        <AreaField
          {...{ desk, state: filled, name: 'reason', label: addOns.reason, hint: addOns.reasonHint }}
          longest={LONGEST_REASON}
          rows={3}
          required
        />
      </OfficeForm>
    </section>
  );
};
