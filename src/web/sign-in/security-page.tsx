/** How one signs in, and where one is signed in: what whoever is signed in sees and changes. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import { FRESH_MINUTES, type OwnSignIn } from '../../records/index.ts';
import { addressOf } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { textsIn } from '../texts/index.ts';
import { DevicesSection } from './devices-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { type PasswordFault, PasswordSection } from './password-section.tsx';
import { PlainField } from './plain-field.tsx';

export interface SecurityState {
  readonly own: OwnSignIn;
  /** As passkeys show it. */
  readonly address: string;
  readonly timeZone: string;
  readonly passwordFault: PasswordFault | null;
  readonly passwordSaved: boolean;
  /** A form that asked for the password got a wrong one. */
  readonly codesFault: boolean;
}

export const SecurityPage: FC<{ frame: Frame; state: SecurityState }> = ({ frame, state }) => {
  const { language, viewer } = frame;
  const texts = textsIn(language);
  const { own } = state;
  const mayChange = own.mayChange === 'yes';
  return (
    <Layout frame={frame} title={texts.securityTitle} page="security" script="passkeys.js">
      <h1>{texts.securityTitle}</h1>
      <p class="lead">{texts.securityLead}</p>
      {viewer?.staff && !viewer.secondStepDone ? (
        <div class="ds-alert" data-color="warning">
          <p>{own.mayChange === 'second-step-first' ? texts.secondStepFirst : texts.securityStaff}</p>
        </div>
      ) : mayChange ? null : (
        <p>{own.mayChange === 'sign-in-again' ? texts.signInAgainFirst(FRESH_MINUTES) : texts.secondStepFirst}</p>
      )}
      <CodesSection language={language} own={own} wrongPassword={state.codesFault} />
      <PasskeysSection language={language} own={own} address={state.address} timeZone={state.timeZone} />
      <PasswordSection language={language} own={own} fault={state.passwordFault} saved={state.passwordSaved} />
      <DevicesSection language={language} own={own} timeZone={state.timeZone} />
    </Layout>
  );
};

interface CodesProps {
  readonly language: Language;
  readonly own: OwnSignIn;
  readonly wrongPassword: boolean;
}

const CodesSection: FC<CodesProps> = ({ language, own, wrongPassword }) => {
  const texts = textsIn(language);
  const { codes, hasPassword, mayChange } = own;
  const change = mayChange === 'yes';
  return (
    <section aria-labelledby="codes-heading">
      <h2 id="codes-heading">{texts.codes}</h2>
      <p>{codes === 'in-use' ? texts.codesInUse : texts.codesNone}</p>
      {change && codes === 'pending' ? (
        <p>
          <a class="ds-link" href={addressOf('codes', language)}>
            {texts.continueCodes}
          </a>
        </p>
      ) : null}
      {change ? (
        <form class="narrow" method="post" action={addressOf('codes', language)}>
          {hasPassword ? (
            <PlainField
              id="codes-password"
              name="password"
              type="password"
              label={texts.currentPassword}
              autocomplete="current-password"
              fault={wrongPassword ? texts.faultPasswordCurrent : undefined}
            />
          ) : null}
          {codes === 'in-use' ? (
            <>
              <div class="buttons">
                <button class="ds-button" data-variant="secondary" type="submit" name="do" value="recovery-codes">
                  {texts.newRecoveryCodes}
                </button>
                <button
                  class="ds-button"
                  data-variant="secondary"
                  data-color="danger"
                  type="submit"
                  name="do"
                  value="remove"
                >
                  {texts.removeCodes}
                </button>
              </div>
              <p class="hint">{texts.removeCodesHelp}</p>
            </>
          ) : (
            <button class="ds-button" type="submit" name="do" value="start">
              {texts.startCodes}
            </button>
          )}
        </form>
      ) : null}
    </section>
  );
};
