/** One claim: its facts with the law behind each date, what was written, and the steps that can be taken now. */
import type { Child, FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import type { Language } from '../../../policy/index.ts';
import {
  CLAIM_OUTCOMES,
  type ClaimLetter,
  LONGEST_CLAIM,
  LONGEST_MESSAGE,
  mayStepClaim,
} from '../../../register/index.ts';
import { Conversation, letterSaid } from '../../conversation.tsx';
import type { FormState } from '../../forms/field.tsx';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, RadioField } from '../form/fields.tsx';
import { FormFaults, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { timeInWords } from '../value.tsx';
import type { OpenedClaim } from './open-claim.ts';
import { WriteDownSpoken } from './spoken.tsx';

interface ClaimProps {
  readonly desk: ActingDesk;
  readonly opened: OpenedClaim;
  readonly state: FormState;
}

export const ClaimPage: FC<ClaimProps> = (props) => {
  const { desk, opened, state } = props;
  const { cases, messages } = officeTextsIn(desk.frame.language);
  const { claim, customer } = opened;
  const title = cases.caseTitle(claim.kind, claim.claim_number);
  return (
    <DeskPage desk={desk} title={title} page="officeClaims">
      <p class="back">
        <a class="ds-link" href={deskAddress(desk, 'officeClaims')}>
          {cases.back}
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        <span class="ds-tag" data-color={claim.status === 'closed' ? 'success' : 'info'}>
          {cases.statuses[claim.status]}
        </span>{' '}
        <a class="ds-link" href={addressBelow(desk, 'officeCustomers', customer.customer_id)}>
          {customer.legal_name}
        </a>
      </p>
      {claim.kind === 'withdrawal' ? <p>{cases.withdrawalNext(cases.withdrawalLaw)}</p> : null}
      <FormFaults desk={desk} state={state} />
      <ClaimFacts {...props} />
      <h2>{messages.conversation}</h2>
      {opened.letters.length === 0 ? <p class="hint">{cases.noLetters}</p> : null}
      <Conversation
        frame={desk.frame}
        messages={opened.letters.map(letterSaid)}
        words={{
          ...{ title: messages.conversation, channels: messages.channels, attachments: messages.attachments },
          who: ({ direction }) => (direction === 'in' ? customer.legal_name : messages.us),
        }}
      />
      <Steps {...props} />
    </DeskPage>
  );
};

const ClaimFacts: FC<ClaimProps> = ({ desk, opened }) => {
  const { policy, language } = desk.frame;
  const { cases } = officeTextsIn(language);
  const { claim, about, window, timeliness } = opened;
  const date = (day: string): string => dateInWords(day, language);
  const facts: [string, Child][] = [
    [cases.kind, cases.kinds[claim.kind]],
    [claim.kind === 'withdrawal' ? cases.statement : cases.wrong, <span class="said-text">{claim.description}</span>],
    [cases.about, whatAbout(opened, language, cases)],
    [cases.received, timeInWords(claim.received_at, policy, language)],
  ];
  if (claim.wants !== null) facts.push([cases.wants, cases.wantsWords[claim.wants]]);
  if (claim.discovered_on !== null) facts.push([cases.discovered, date(claim.discovered_on)]);
  if (about !== null) {
    facts.push([cases.takenOver, about.takenOverOn === null ? cases.notArrived : date(about.takenOverOn)]);
  }
  if (window !== null) {
    const until = claim.window_ends_on === null ? '' : `${date(claim.window_ends_on)}: `;
    const stands = timeliness === null ? '' : cases.timeliness[timeliness];
    facts.push([cases.window, `${until}${cases.windowLaw(window.years, window.law)}. ${stands}`]);
  }
  if (claim.limitation_on !== null) {
    facts.push([cases.limitation, `${date(claim.limitation_on)} (${cases.limitationLaw})`]);
  }
  facts.push([cases.answerDue, date(claim.answer_due_on)]);
  if (claim.outcome !== null) facts.push([cases.outcome, cases.outcomes[claim.outcome]]);
  if (claim.outcome_text !== null) {
    facts.push([cases.answerText, <span class="said-text">{claim.outcome_text}</span>]);
  }
  return <FactList facts={facts} />;
};

function whatAbout({ about, orderNumber }: OpenedClaim, language: Language, cases: OfficeTexts['cases']): string {
  if (about !== null) return `${about.name[language]}, ${cases.order(about.orderNumber)}`;
  return orderNumber === null ? cases.nothingBought : cases.wholeOrder(cases.order(orderNumber));
}

export const FactList: FC<{ facts: readonly (readonly [string, Child])[] }> = ({ facts }) => (
  <dl class="facts">
    {facts.map(([term, fact]) => (
      // A text that somebody wrote has the whole width.
      <div {...(typeof fact === 'string' ? {} : { class: 'long' })}>
        <dt>{term}</dt>
        <dd>{fact}</dd>
      </div>
    ))}
  </dl>
);

const waits = ({ direction, answered_at }: ClaimLetter): boolean => direction === 'in' && answered_at === null;

const Steps: FC<ClaimProps> = (props) => {
  const { desk, opened, state } = props;
  const { cases, messages } = officeTextsIn(desk.frame.language);
  const { claim } = opened;
  const action = addressBelow(desk, 'officeClaims', claim.customer_id, claim.claim_id);
  const quiet = { ...state, faults: {} };
  return (
    <section class="beside-forms" aria-label={cases.decide}>
      {mayStepClaim(claim.status, 'take') ? <Button action={action} does="take" label={cases.take} /> : null}
      {opened.letters.some(waits) ? <Button action={action} does="no-answer" label={messages.needsNone} /> : null}
      <OfficeForm desk={desk} state={quiet} action={action} submit={cases.write}>
        <HiddenFields fields={{ do: 'write' }} />
        <AreaField {...{ desk, state, name: 'text', label: cases.write, longest: LONGEST_MESSAGE }} required />
      </OfficeForm>
      <WriteDownSpoken {...{ desk, state, action }} />
      {mayStepClaim(claim.status, 'close') ? (
        <details {...(state.faults.outcome || state.faults.answer ? { open: true } : {})}>
          <summary>{cases.decide}</summary>
          <OfficeForm desk={desk} state={quiet} action={action} submit={cases.close}>
            <HiddenFields fields={{ do: 'close' }} />
            <RadioField
              {...{ desk, state, name: 'outcome', label: cases.outcome }}
              options={CLAIM_OUTCOMES.map((value) => ({ value, label: cases.outcomes[value] }))}
              required
            />
            <AreaField
              {...{ desk, state, name: 'answer', label: cases.answerText, hint: cases.answerHint }}
              longest={LONGEST_CLAIM}
              required
            />
          </OfficeForm>
        </details>
      ) : (
        <Button action={action} does="reopen" label={cases.reopen} />
      )}
    </section>
  );
};

const Button: FC<{ action: string; does: string; label: string }> = ({ action, does, label }) => (
  <form method="post" action={action}>
    <HiddenFields fields={{ do: does }} />
    <button class="ds-button" data-variant="secondary" type="submit">
      {label}
    </button>
  </form>
);
