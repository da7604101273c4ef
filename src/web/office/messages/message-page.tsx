/** One message with its conversation, the answer, and what else can be said of it. */
import type { FC } from 'hono/jsx';
import { type Claim, LONGEST_EXTENSION_REASON, LONGEST_MESSAGE, MESSAGE_PURPOSES } from '../../../register/index.ts';
import { Conversation } from '../../conversation.tsx';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, SelectField, TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { type ActingDesk, addressBelow } from './at-customer.ts';
import type { OpenedMessage } from './open-message.ts';

interface MessageProps {
  readonly desk: ActingDesk;
  readonly opened: OpenedMessage;
  readonly state: FormState;
}

export const MessagePage: FC<MessageProps> = (props) => {
  const { desk, opened } = props;
  const texts = officeTextsIn(desk.frame.language);
  const { messages } = texts;
  const { message, customer } = opened;
  const title = message.subject_line || messages.noSubject;
  return (
    <DeskPage desk={desk} title={title} page="officeMessages">
      <p class="back">
        <a class="ds-link" href={deskAddress(desk, 'officeMessages')}>
          {messages.back}
        </a>
      </p>
      <h1>{title}</h1>
      <p>
        <a class="ds-link" href={addressBelow(desk, 'officeCustomers', customer.customer_id)}>
          {customer.legal_name}
        </a>
      </p>
      <Conversation
        frame={desk.frame}
        messages={opened.conversation}
        words={{
          ...{ title: messages.conversation, channels: messages.channels, attachments: messages.attachments },
          who: ({ direction }) => (direction === 'in' ? customer.legal_name : messages.us),
        }}
        below={({ message_id }) => {
          const one = opened.conversation.find((said) => said.message_id === message_id);
          const reason = one?.extension_reason ?? null;
          return reason === null ? null : <p class="hint">{messages.extends(reason)}</p>;
        }}
      />
      {opened.claims === null ? <Answer {...props} /> : <PutToClaim {...props} claims={opened.claims} />}
      {message.direction === 'in' ? <MoreAbout {...props} /> : null}
    </DeskPage>
  );
};

const here = ({ desk, opened: { message } }: MessageProps): string =>
  addressBelow(desk, 'officeMessages', message.customer_id, message.message_id);

const Answer: FC<MessageProps> = (props) => {
  const { desk, opened, state } = props;
  const { messages } = officeTextsIn(desk.frame.language);
  if (opened.answerTo === null) return <p class="lead">{messages.noAddress}</p>;
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{messages.answer}</h2>
      <OfficeForm desk={desk} state={state} action={here(props)} submit={messages.send}>
        <HiddenFields fields={{ do: 'answer' }} />
        <AreaField
          desk={desk}
          state={state}
          name="text"
          label={messages.answerText}
          hint={messages.answerTo(opened.answerTo)}
          longest={LONGEST_MESSAGE}
          rows={8}
          required
        />
      </OfficeForm>
    </section>
  );
};

/** What is about a claim is answered in the claim; here it is only put there. */
const PutToClaim: FC<MessageProps & { claims: readonly Claim[] }> = (props) => {
  const { desk, opened, state, claims } = props;
  const { messages, cases } = officeTextsIn(desk.frame.language);
  return (
    <section aria-labelledby="put">
      <h2 id="put">{messages.toClaim}</h2>
      <p class="hint">{claims.length === 0 ? messages.noClaims : messages.toClaimHint}</p>
      {claims.length === 0 ? null : (
        <OfficeForm desk={desk} state={state} action={here(props)} submit={messages.doToClaim}>
          <HiddenFields fields={{ do: 'to-claim' }} />
          <SelectField
            {...{ desk, state, name: 'claim', label: messages.toClaimField }}
            options={claims.map(({ claim_id, claim_number, status }) => ({
              value: claim_id,
              label: `${cases.claimTitle(claim_number)} (${cases.statuses[status]})`,
            }))}
            required
          />
        </OfficeForm>
      )}
      <p>
        <a class="ds-link" href={addressBelow(desk, 'officeNewClaim', opened.customer.customer_id)}>
          {cases.newClaim}
        </a>
      </p>
    </section>
  );
};

const MoreAbout: FC<MessageProps> = (props) => {
  const { desk, opened, state } = props;
  const { messages } = officeTextsIn(desk.frame.language);
  const { answered_at, extends_relationship } = opened.message;
  return (
    <section class="beside-forms" aria-label={messages.more}>
      <OneButton
        props={props}
        action={answered_at === null ? 'no-answer' : 'wait'}
        label={answered_at === null ? messages.needsNone : messages.waitAgain}
      />
      {extends_relationship ? (
        <OneButton props={props} action="unextend" label={messages.unextend} />
      ) : (
        <details {...(state.faults.reason === undefined ? {} : { open: true })}>
          <summary>{messages.extension}</summary>
          <OfficeForm desk={desk} state={{ ...state, faults: {} }} action={here(props)} submit={messages.extend}>
            <HiddenFields fields={{ do: 'extend' }} />
            <TextField
              desk={desk}
              state={state}
              name="reason"
              label={messages.extensionReason}
              hint={messages.extensionHint}
              longest={LONGEST_EXTENSION_REASON}
              required
            />
          </OfficeForm>
        </details>
      )}
      <Move {...props} />
    </section>
  );
};

const OneButton: FC<{ props: MessageProps; action: string; label: string }> = ({ props, action, label }) => (
  <form method="post" action={here(props)}>
    <HiddenFields fields={{ do: action }} />
    <button class="ds-button" data-variant="secondary" type="submit">
      {label}
    </button>
  </form>
);

const Move: FC<MessageProps> = (props) => {
  const { desk, state } = props;
  const { language, policy } = desk.frame;
  const { messages } = officeTextsIn(language);
  const others = MESSAGE_PURPOSES.filter((name) => name !== desk.purpose.name).flatMap(
    (name) => policy.purposes[name] ?? [],
  );
  if (others.length === 0) return null;
  return (
    <details>
      <summary>{messages.move}</summary>
      <OfficeForm desk={desk} state={{ ...state, faults: {} }} action={here(props)} submit={messages.doMove}>
        <HiddenFields fields={{ do: 'move' }} />
        <SelectField
          desk={desk}
          state={state}
          name="to"
          label={messages.moveTo}
          options={others.map(({ name, label }) => ({ value: name, label: label[language] }))}
          required
        />
      </OfficeForm>
    </details>
  );
};
