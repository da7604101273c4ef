/** A consent given or taken back on My page: one button, one step, the same both ways (Art. 7(3)). */
import { kindsOfPerson } from '../../enforcement/index.ts';
import { consentInForce, giveConsent, readChoices, withdrawConsent } from '../../records/index.ts';
import type { Typed } from '../forms/read-person.ts';
import type { WebParts } from '../web-parts.ts';
import { consentPurposes } from './consents.tsx';
import { doAsMe, type MyFrame } from './my-frame.tsx';

/**
 * Does what the button says. Pressed twice it does nothing the second time.
 * @returns False when the form is about something that nobody asks this person's consent for.
 */
export async function receiveChoice(
  parts: WebParts,
  frame: MyFrame,
  { purpose = '', choice }: Typed,
): Promise<boolean> {
  const { policy, language, me } = frame;
  if (choice !== 'give' && choice !== 'withdraw') return false;
  return await doAsMe(parts, frame, (sessions) =>
    sessions.transaction(async ({ held, records }) => {
      const asked = consentPurposes(policy, await kindsOfPerson(held, policy));
      if (!asked.some(({ name }) => name === purpose)) return false;
      const at = parts.now();
      if (choice === 'withdraw') {
        await withdrawConsent(records, { personId: me.id, purpose, withdrawnAt: at, method: 'my-page' });
        return true;
      }
      if (consentInForce(await readChoices(records, me.id), purpose) === null) {
        const version = policy.controller.version.number;
        const consent = {
          personId: me.id,
          consentId: parts.newId(),
          purpose,
          language,
          noticeVersion: version,
        } as const;
        await giveConsent(records, policy, { ...consent, method: 'my-page', givenAt: at });
      }
      return true;
    }),
  );
}
