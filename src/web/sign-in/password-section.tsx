/** The password: set, or changed with the one there is. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import { type OwnSignIn, SHORTEST_PASSWORD } from '../../records/index.ts';
import { addressOf } from '../addresses.ts';
import { textsIn } from '../texts/index.ts';
import { PlainField } from './plain-field.tsx';

export type PasswordFault = 'short' | 'long' | 'common' | 'wrong-current';

interface PasswordProps {
  readonly language: Language;
  readonly own: OwnSignIn;
  readonly fault: PasswordFault | null;
  readonly saved: boolean;
}

export const PasswordSection: FC<PasswordProps> = ({ language, own, fault, saved }) => {
  const texts = textsIn(language);
  const { hasPassword, mayChange } = own;
  return (
    <section aria-labelledby="password-heading">
      <h2 id="password-heading">{texts.password}</h2>
      {saved ? (
        <div class="ds-alert" data-color="success" role="status">
          <p>{texts.passwordSaved}</p>
        </div>
      ) : null}
      <p>{hasPassword ? texts.hasPassword : texts.hasNoPassword}</p>
      {mayChange === 'second-step-first' || (mayChange === 'sign-in-again' && !hasPassword) ? null : (
        <details class="reveal" {...(fault === null ? {} : { open: true })}>
          <summary>{hasPassword ? texts.changePassword : texts.setPassword}</summary>
          <form class="narrow" method="post" action={addressOf('security', language)}>
            {hasPassword ? (
              <PlainField
                id="current-password"
                name="current"
                type="password"
                label={texts.currentPassword}
                autocomplete="current-password"
                required={mayChange !== 'yes'}
                {...(mayChange === 'yes' ? { hint: texts.currentPasswordHelp } : {})}
                fault={fault === 'wrong-current' ? texts.faultPasswordCurrent : undefined}
              />
            ) : null}
            <PlainField
              id="new-password"
              name="password"
              type="password"
              label={texts.newPassword}
              autocomplete="new-password"
              hint={texts.newPasswordHelp(SHORTEST_PASSWORD)}
              fault={newPasswordFault(fault, language)}
            />
            <button class="ds-button" type="submit" name="do" value="password">
              {texts.savePassword}
            </button>
          </form>
        </details>
      )}
    </section>
  );
};

function newPasswordFault(fault: PasswordFault | null, language: Language): string | undefined {
  const texts = textsIn(language);
  switch (fault) {
    case 'short':
      return texts.faultPasswordShort(SHORTEST_PASSWORD);
    case 'long':
      return texts.faultPasswordLong;
    case 'common':
      return texts.faultPasswordCommon;
    case 'wrong-current':
    case null:
      return undefined;
    default:
      return fault satisfies never;
  }
}
