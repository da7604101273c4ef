/** The button that signs in with a passkey; hidden until the script finds that the browser can do it. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import { textsIn } from '../texts/index.ts';

export const UsePasskey: FC<{ language: Language; label: string; done: string }> = ({ language, label, done }) => (
  <button
    class="ds-button"
    data-variant="secondary"
    type="button"
    hidden
    data-passkey="sign-in"
    data-done={done}
    data-failed={textsIn(language).passkeyFailed}
  >
    {label}
  </button>
);
