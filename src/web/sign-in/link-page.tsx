/**
 * What a link opens: a button. Programs that look at links in mails before their readers do press no buttons, so they use
 * no link up.
 */
import type { FC } from 'hono/jsx';
import { addressOf, elsewhere } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { NextField } from './next-field.tsx';

export const LinkPage: FC<{ frame: Frame; token: string; next: string | null }> = ({ frame, token, next }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout
      frame={frame}
      title={texts.signIn}
      page={null}
      otherAddress={`${elsewhere('signInLink', language)}?token=${encodeURIComponent(token)}`}
    >
      <h1>{texts.signIn}</h1>
      <p class="lead">{texts.linkLead}</p>
      <form class="narrow" method="post" action={addressOf('signInLink', language)}>
        <input type="hidden" name="token" value={token} />
        <NextField next={next} />
        <button class="ds-button" type="submit">
          {texts.signIn}
        </button>
      </form>
    </Layout>
  );
};

/** For a link that was used, is too old, or never was one. */
export const DeadLinkPage: FC<{ frame: Frame; title: string; text: string }> = ({ frame, title, text }) => {
  const { language } = frame;
  return (
    <Layout frame={frame} title={title} page={null} otherAddress={elsewhere('signIn', language)}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>
        <a class="ds-link" href={addressOf('signIn', language)}>
          {textsIn(language).askAgain}
        </a>
      </p>
    </Layout>
  );
};
