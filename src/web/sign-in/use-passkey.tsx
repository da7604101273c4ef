/** The button that signs in with a passkey; hidden until the script finds that the browser can do it. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import { addressOf } from '../addresses.ts';
import { textsIn } from '../texts/index.ts';

export const UsePasskey: FC<{ language: Language; label: string }> = ({ language, label }) => (
  <button
    class="ds-button"
    data-variant="secondary"
    type="button"
    hidden
    data-passkey="sign-in"
    data-done={addressOf('signedIn', language)}
    data-failed={textsIn(language).passkeyFailed}
  >
    {label}
  </button>
);
