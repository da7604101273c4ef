/** A claim from My page: read, checked, and written with its deadlines and a receipt by mail, all or nothing. */
import { type BoughtProduct, CLAIM_WANTS, LONGEST_CLAIM, readBought, receiveClaim } from '../../../register/index.ts';
import { sendClaimReceipt } from '../../claim-receipt.ts';
import type { FormState } from '../../forms/field.tsx';
import type { Typed } from '../../forms/read-person.ts';
import { readDay } from '../../forms/read-values.ts';
import { textsIn } from '../../texts/index.ts';
import type { WebParts } from '../../web-parts.ts';
import { readOwnCustomer } from '../messages/own-customer.ts';
import { readOwnText } from '../messages/read-own-text.ts';
import { doAsMe, type MyFrame } from '../my-frame.tsx';
import { lineKey, OTHER } from './new-page.tsx';

/** What is wrong with the form, or the id of the claim that was written; null for whoever is no customer. */
export type Received =
  | { readonly claimId: string }
  | { readonly state: FormState; readonly bought: readonly BoughtProduct[] }
  | null;

export async function receiveOwnClaim(parts: WebParts, frame: MyFrame, typed: Typed, today: string): Promise<Received> {
  const { timeZone } = frame.policy.controller;
  return await doAsMe(parts, frame, async (sessions) => {
    const customer = await readOwnCustomer(sessions, frame);
    if (customer === null) return null;
    const bought = await readBought(sessions.register, customer.customerId, timeZone);
    const read = readTyped(frame, typed, bought, today);
    if (Object.keys(read.faults).length > 0) return { state: { values: typed, faults: read.faults }, bought };
    const claimId = parts.newId();
    await sessions.transaction(async (inner) => {
      const { about, description, discoveredOn, wants } = read;
      const claim = await receiveClaim(
        inner.register,
        {
          ...{ customerId: customer.customerId, claimId, buyer: customer.kind, receivedAt: parts.now() },
          ...{ through: 'web', about, description, discoveredOn, wants },
        },
        timeZone,
      );
      const { customerId, email } = customer;
      const { language } = frame;
      await sendClaimReceipt(inner, parts, { ...claim, customerId, claimId, email, language });
    });
    return { claimId };
  });
}

function readTyped(frame: MyFrame, typed: Typed, bought: readonly BoughtProduct[], today: string) {
  const { language } = frame;
  const { myMail } = textsIn(language);
  const about = bought.find((one) => lineKey(one) === typed.which) ?? null;
  const wrong = readOwnText(typed.wrong, LONGEST_CLAIM, language, myMail.faultWrong);
  const day = readDay(typed.discovered)?.toString();
  const known = day !== undefined && day <= today;
  return {
    ...{ about, description: wrong.text, discoveredOn: day ?? today },
    wants: CLAIM_WANTS.find((one) => one === typed.wants) ?? ('other' as const),
    faults: {
      ...(about === null && typed.which !== OTHER ? { which: myMail.faultWhich } : {}),
      ...(wrong.fault === null ? {} : { wrong: wrong.fault }),
      ...(known ? {} : { discovered: myMail.faultDiscovered }),
    },
  };
}
