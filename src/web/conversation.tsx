/** A conversation as it is read, oldest first: whose words, when and how they came, and what was attached. */
import type { Child, FC } from 'hono/jsx';
import type { Frame } from './frame.ts';
import { momentInWords } from './texts/index.ts';

export interface Said {
  readonly message_id: string;
  readonly direction: 'in' | 'out';
  readonly channel: 'mail' | 'phone' | 'counter' | 'web';
  readonly at: Date;
  readonly subject_line: string;
  readonly body: string;
  readonly attachments: string | null;
}

/** A letter of a claim, as a conversation has it. */
export const letterSaid = <Letter extends Omit<Said, 'message_id'> & { readonly entry_id: string }>(
  letter: Letter,
): Said => ({ ...letter, message_id: letter.entry_id });

interface ConversationProps {
  readonly frame: Frame;
  readonly messages: readonly Said[];
  readonly words: {
    readonly title: string;
    readonly who: (message: Said) => string;
    readonly channels: Readonly<Record<Said['channel'], string>>;
    readonly attachments: string;
  };
  /** What stands under a message. */
  readonly below?: (message: Said) => Child;
}

export const Conversation: FC<ConversationProps> = ({ frame, messages, words, below }) => (
  <ol class="conversation" aria-label={words.title}>
    {messages.map((message, at) => (
      <li class={message.direction === 'in' ? 'said' : 'said ours'} id={`message-${message.message_id}`}>
        <p class="said-by">
          <strong>{words.who(message)}</strong>
          <span class="hint">
            {momentInWords(message.at, frame.language, frame.policy.controller.timeZone)} ·{' '}
            {words.channels[message.channel]}
          </span>
        </p>
        {message.subject_line !== '' && message.subject_line !== messages[at - 1]?.subject_line ? (
          <p class="said-subject">{message.subject_line}</p>
        ) : null}
        <p class="said-text">{message.body}</p>
        {message.attachments === null ? null : (
          <>
            <p class="hint">{words.attachments}</p>
            <ul class="hint">
              {message.attachments.split('\n').map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </>
        )}
        {below?.(message)}
      </li>
    ))}
  </ol>
);
