/** Passkeys: which there are, one more, one less. Adding one takes a script; everything else does not. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import type { OwnSignIn } from '../../records/index.ts';
import { addressOf } from '../addresses.ts';
import { momentInWords, textsIn } from '../texts/index.ts';
import { UsePasskey } from './use-passkey.tsx';

interface PasskeysProps {
  readonly language: Language;
  readonly own: OwnSignIn;
  readonly address: string;
  readonly timeZone: string;
}

export const PasskeysSection: FC<PasskeysProps> = ({ language, own, address, timeZone }) => {
  const texts = textsIn(language);
  const change = own.mayChange === 'yes';
  return (
    <section aria-labelledby="passkeys-heading">
      <h2 id="passkeys-heading">{texts.passkeys}</h2>
      <p>{texts.passkeysLead}</p>
      {own.passkeys.length === 0 ? null : (
        <ul class="rows">
          {own.passkeys.map(({ passkeyId, name, createdAt }) => {
            const called = name === null || name === '' ? texts.passkeyUnnamed : name;
            return (
              <li>
                <span>
                  {called}
                  {createdAt === null ? null : (
                    <span class="hint"> · {`${texts.added} ${momentInWords(createdAt, language, timeZone)}`}</span>
                  )}
                </span>
                {change ? (
                  <form class="inline-form" method="post" action={addressOf('security', language)}>
                    <input type="hidden" name="passkey" value={passkeyId} />
                    <button
                      class="ds-button"
                      data-variant="tertiary"
                      data-size="sm"
                      type="submit"
                      name="do"
                      value="remove-passkey"
                      aria-label={`${texts.remove}: ${called}`}
                    >
                      {texts.remove}
                    </button>
                  </form>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      <PasskeyButtons language={language} own={own} address={address} />
    </section>
  );
};

/** Shown by the script where the browser can do it. */
const PasskeyButtons: FC<{ language: Language; own: OwnSignIn; address: string }> = ({ language, own, address }) => {
  const texts = textsIn(language);
  const button = { class: 'ds-button', type: 'button', hidden: true, 'data-failed': texts.passkeyFailed } as const;
  if (own.mayChange === 'yes') {
    return (
      <>
        <p class="hint" data-without-scripts>
          {texts.passkeysNeedScripts}
        </p>
        <div class="buttons">
          <button {...button} data-passkey="add" data-user={address} data-done={addressOf('security', language)}>
            {texts.addPasskey}
          </button>
          {own.passkeys.length > 0 ? (
            <UsePasskey done={addressOf('signedIn', language)} language={language} label={texts.usePasskey} />
          ) : null}
        </div>
      </>
    );
  }
  return own.mayChange === 'second-step-first' && own.passkeys.length > 0 ? (
    <UsePasskey done={addressOf('signedIn', language)} language={language} label={texts.usePasskey} />
  ) : null;
};
