/** One dispute: what it is about, its dates, the letters, and its end. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import {
  DISPUTE_ENDS,
  type Dispute,
  type DisputeEntry,
  LONGEST_ENTRY,
  LONGEST_MATTER,
} from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { FactList } from '../claims/claim-page.tsx';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, DateField, RadioField } from '../form/fields.tsx';
import { FormFaults, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { timeInWords } from '../value.tsx';

export interface DisputeProps {
  readonly desk: ActingDesk;
  readonly dispute: Dispute;
  readonly entries: readonly DisputeEntry[];
  readonly customerName: string;
  readonly state: FormState;
}

export const DisputePage: FC<DisputeProps> = (props) => {
  const { desk, dispute, state } = props;
  const { policy, language } = desk.frame;
  const { cases } = officeTextsIn(language);
  const title = cases.disputeTitle(dispute.dispute_number);
  const facts = [
    [cases.status, cases.disputeStatuses[dispute.status]],
    [cases.matter, <span class="said-text">{dispute.matter}</span>],
    ...(dispute.our_position === null ? [] : [[cases.position, <span class="said-text">{dispute.our_position}</span>]]),
    [cases.opened, timeInWords(dispute.opened_at, policy, language)],
    [cases.limitation, dateInWords(dispute.limitation_on, language)],
    [cases.review, dateInWords(dispute.review_on, language)],
    ...(dispute.outcome_text === null ? [] : [[cases.endText, <span class="said-text">{dispute.outcome_text}</span>]]),
  ] as const;
  return (
    <DeskPage desk={desk} title={title} page="officeDisputes">
      <p class="back">
        <a class="ds-link" href={deskAddress(desk, 'officeDisputes')}>
          {cases.backToDisputes}
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        <a class="ds-link" href={addressBelow(desk, 'officeCustomers', dispute.customer_id)}>
          {props.customerName}
        </a>
      </p>
      <p class="hint">{cases.onlyLegal}</p>
      <FormFaults desk={desk} state={state} />
      <FactList facts={facts.map(([term, fact]) => [String(term), fact] as const)} />
      <Letters {...props} />
      {dispute.status === 'open' ? <Steps {...props} /> : null}
    </DeskPage>
  );
};

const Letters: FC<DisputeProps> = ({ desk, entries, customerName }) => {
  const { policy, language } = desk.frame;
  const { cases } = officeTextsIn(language);
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{cases.letters}</h2>
      {entries.length === 0 ? <p class="hint">{cases.noLetters}</p> : null}
      <ol class="conversation">
        {entries.map(({ at, direction, body }) => (
          <li class={direction === 'in' ? 'said' : 'said ours'}>
            <p class="said-by">
              <strong>{direction === 'in' ? customerName : cases.us}</strong>
              <span class="hint">{timeInWords(at, policy, language)}</span>
            </p>
            <p class="said-text">{body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Steps: FC<DisputeProps> = ({ desk, dispute, state }) => {
  const { cases } = officeTextsIn(desk.frame.language);
  const action = addressBelow(desk, 'officeDisputes', dispute.customer_id, dispute.dispute_id);
  const quiet = { ...state, faults: {} };
  const same = { desk, state };
  return (
    <section class="beside-forms" aria-label={cases.addLetter}>
      <OfficeForm desk={desk} state={quiet} action={action} submit={cases.addLetter}>
        <HiddenFields fields={{ do: 'letter' }} />
        <RadioField
          {...{ ...same, name: 'direction', label: cases.direction }}
          options={[
            { value: 'in', label: cases.fromCustomer },
            { value: 'out', label: cases.fromUs },
          ]}
          required
        />
        <AreaField {...{ ...same, name: 'text', label: cases.text, longest: LONGEST_ENTRY }} required />
      </OfficeForm>
      <OfficeForm desk={desk} state={quiet} action={action} submit={cases.postpone}>
        <HiddenFields fields={{ do: 'postpone' }} />
        <DateField {...{ ...same, name: 'review', label: cases.review }} required />
      </OfficeForm>
      <details {...(state.faults.end || state.faults.outcome ? { open: true } : {})}>
        <summary>{cases.end}</summary>
        <OfficeForm desk={desk} state={quiet} action={action} submit={cases.end}>
          <HiddenFields fields={{ do: 'end' }} />
          <RadioField
            {...{ ...same, name: 'end', label: cases.outcome }}
            options={DISPUTE_ENDS.map((value) => ({ value, label: cases.disputeStatuses[value] }))}
            required
          />
          <AreaField {...{ ...same, name: 'outcome', label: cases.endText, longest: LONGEST_MATTER }} required />
        </OfficeForm>
      </details>
    </section>
  );
};
