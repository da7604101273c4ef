/** A page that says one thing: thank you, not found, failed. */
import type { FC } from 'hono/jsx';
import { addressOf } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';

interface MessageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
}

export const MessagePage: FC<MessageProps> = ({ frame, title, text }) => (
  <Layout frame={frame} title={title} page={null}>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>
      <a class="ds-link" href={addressOf('home', frame.language)}>
        {textsIn(frame.language).home}
      </a>
    </p>
  </Layout>
);
