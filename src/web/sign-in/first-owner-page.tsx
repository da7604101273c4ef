/** The very first time: whoever has the link from the terminal says who they are and is let in. */
import type { FC } from 'hono/jsx';
import { addressOf, elsewhere } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { PlainField } from './plain-field.tsx';

export interface FirstOwnerTyped {
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

interface FirstOwnerProps {
  readonly frame: Frame;
  readonly typed: FirstOwnerTyped;
  readonly faults: ReadonlySet<'name' | 'email'>;
}

export const FirstOwnerPage: FC<FirstOwnerProps> = ({ frame, typed, faults }) => {
  const { language } = frame;
  const texts = textsIn(language);
  return (
    <Layout
      frame={frame}
      title={texts.firstOwner}
      page={null}
      otherAddress={`${elsewhere('firstOwner', language)}?token=${encodeURIComponent(typed.token)}`}
    >
      <h1>{texts.becomeOwner}</h1>
      <p class="lead">{texts.firstOwnerLead}</p>
      <form class="narrow" method="post" action={addressOf('firstOwner', language)}>
        <input type="hidden" name="token" value={typed.token} />
        <PlainField
          id="name"
          name="name"
          label={texts.yourName}
          autocomplete="name"
          value={typed.name}
          fault={faults.has('name') ? texts.faultYourName : undefined}
        />
        <PlainField
          id="email"
          name="email"
          type="email"
          label={texts.signInEmail}
          autocomplete="email"
          value={typed.email}
          fault={faults.has('email') ? texts.faultSignInEmail : undefined}
        />
        <button class="ds-button" type="submit">
          {texts.becomeOwner}
        </button>
      </form>
    </Layout>
  );
};
