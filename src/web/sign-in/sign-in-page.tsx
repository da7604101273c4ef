/** The page one signs in on: a link by mail first, then what else there is. */
import type { FC } from 'hono/jsx';
import { addressOf } from '../addresses.ts';
import { NoticeBeside } from '../forms/person-fields.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { NextField } from './next-field.tsx';
import { onTheWay } from './onwards.ts';
import { PlainField } from './plain-field.tsx';
import { UsePasskey } from './use-passkey.tsx';

export interface SignInState {
  readonly email: string;
  readonly fault: 'email' | 'password' | 'provider' | null;
  /** Where they were going; null for their own place. */
  readonly next: string | null;
}

interface SignInProps {
  readonly frame: Frame;
  readonly state: SignInState;
  readonly openIdName: string | null;
}

export const SignInPage: FC<SignInProps> = ({ frame, state, openIdName }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout frame={frame} title={texts.signIn} page="signIn" script="passkeys.js">
      <h1>{texts.signIn}</h1>
      <div class="ways-in">
        {state.fault === 'provider' ? (
          <div class="ds-alert" data-color="danger" role="alert">
            <p>{texts.faultProvider}</p>
          </div>
        ) : null}
        <form class="narrow" method="post" action={addressOf('signIn', language)}>
          <NextField next={state.next} />
          <p class="lead">{texts.signInLead}</p>
          <PlainField
            id="email"
            name="email"
            type="email"
            label={texts.signInEmail}
            autocomplete="email"
            value={state.email}
            fault={state.fault === 'email' ? texts.faultSignInEmail : undefined}
          />
          <button class="ds-button" type="submit">
            {texts.sendLink}
          </button>
        </form>
        <div class="ways-in narrow">
          <UsePasskey done={onTheWay('signedIn', language, state.next)} language={language} label={texts.withPasskey} />
          {openIdName === null ? null : (
            <a class="ds-button" data-variant="secondary" href={onTheWay('signInOpenId', language, state.next)}>
              {texts.withProvider(openIdName)}
            </a>
          )}
          <PasswordWay frame={frame} state={state} />
        </div>
        <NoticeBeside language={language} />
      </div>
    </Layout>
  );
};

const PasswordWay: FC<{ frame: Frame; state: SignInState }> = ({ frame: { language }, state }) => {
  const texts = textsIn(language);
  const faulty = state.fault === 'password';
  return (
    <details class="reveal" {...(faulty ? { open: true } : {})}>
      <summary>{texts.withPassword}</summary>
      <form class="narrow" method="post" action={addressOf('signInPassword', language)}>
        <NextField next={state.next} />
        {faulty ? (
          <div class="ds-alert" data-color="danger" role="alert">
            <p>{texts.faultSignIn}</p>
          </div>
        ) : null}
        <PlainField
          id="password-email"
          name="email"
          type="email"
          label={texts.signInEmail}
          autocomplete="username"
          value={state.email}
        />
        <PlainField
          id="password"
          name="password"
          type="password"
          label={texts.password}
          autocomplete="current-password"
        />
        <button class="ds-button" type="submit">
          {texts.signIn}
        </button>
      </form>
    </details>
  );
};
