/** My messages: what I wrote and what was answered, and a form to write. */
import type { FC } from 'hono/jsx';
import { LONGEST_MESSAGE, type Message } from '../../../register/index.ts';
import { Conversation, type Said } from '../../conversation.tsx';
import { Area } from '../../forms/area.tsx';
import { FaultSummary, Field, type FormState } from '../../forms/field.tsx';
import { NoticeBeside } from '../../forms/person-fields.tsx';
import { textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout, PrivacyContact } from '../my-layout.tsx';

interface MyMessagesProps {
  readonly frame: MyFrame;
  /** Null for somebody who is no customer of their own. */
  readonly messages: readonly Message[] | null;
  readonly state: FormState;
  /** A message was just sent. */
  readonly sent: boolean;
}

export const MyMessagesPage: FC<MyMessagesProps> = (props) => {
  const { frame, messages, sent } = props;
  const texts = textsIn(frame.language);
  const { myMail } = texts;
  return (
    <MyLayout frame={frame} page="myMessages" title={texts.myMessages} lead={myMail.lead}>
      {sent ? (
        <div class="ds-alert" data-color="success" role="status">
          <p>{myMail.sent}</p>
        </div>
      ) : null}
      {messages === null ? (
        <p>
          {myMail.notCustomer} <PrivacyContact policy={frame.policy} />
        </p>
      ) : (
        <>
          {messages.length === 0 ? <p>{myMail.none}</p> : <MyConversation frame={frame} messages={messages} />}
          <Write {...props} />
        </>
      )}
    </MyLayout>
  );
};

export const MyConversation: FC<{ frame: MyFrame; messages: readonly Said[] }> = ({ frame, messages }) => {
  const { myMail } = textsIn(frame.language);
  const { title, channels, attachments, you } = myMail;
  const us = frame.policy.controller.name;
  return (
    <Conversation
      frame={frame}
      messages={messages}
      words={{ title, channels, attachments, who: ({ direction }) => (direction === 'in' ? you : us) }}
    />
  );
};

const Write: FC<MyMessagesProps> = ({ frame, state }) => {
  const { language, policy } = frame;
  const { myMail } = textsIn(language);
  const same = { policy, language, state };
  return (
    <section aria-labelledby="write">
      <h2 id="write">{myMail.write}</h2>
      <NoticeBeside language={language} />
      <form method="post" action={myAddress(frame, 'myMessages')} novalidate>
        <FaultSummary state={state} language={language} />
        <Field {...same} name="subject" label={myMail.subject} column="register.message.subject_line" required />
        <Area
          {...{ ...same, name: 'text', label: myMail.text, hint: myMail.textHint, longest: LONGEST_MESSAGE }}
          column="register.message.body"
        />
        <button class="ds-button" type="submit">
          {myMail.send}
        </button>
      </form>
    </section>
  );
};
