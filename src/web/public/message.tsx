/** A page that says one thing: thank you, not found, failed. */
import type { FC } from 'hono/jsx';
import type { Language, Policy } from '../../policy/index.ts';
import { addressOf } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';

interface MessageProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
}

export const MessagePage: FC<MessageProps> = ({ policy, language, title, text }) => (
  <Layout policy={policy} language={language} title={title} page={null}>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>
      <a class="ds-link" href={addressOf('home', language)}>
        {textsIn(language).home}
      </a>
    </p>
  </Layout>
);
