/** A call or a visit about a claim, written down in the case (P40, P72): how it was, and that the notice was mentioned. */
import type { FC } from 'hono/jsx';
import { recordNoticeShown } from '../../../records/index.ts';
import { LONGEST_MESSAGE, writeClaimLetter } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { AreaField, CheckField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { ActingDesk } from '../messages/at-customer.ts';
import { readText } from '../messages/read-text.ts';
import { faultsOfSpoken, SpokenFields } from '../messages/write-down.tsx';
import type { Doing } from './receive-claim.tsx';

export const SPOKEN_FIELDS = ['channel', 'mentioned', 'said', 'followUp'] as const;

export const WriteDownSpoken: FC<{ desk: ActingDesk; state: FormState; action: string }> = (props) => {
  const { desk, state, action } = props;
  const { cases, messages, save } = officeTextsIn(desk.frame.language);
  const same = { desk, state };
  const faulty = SPOKEN_FIELDS.some((field) => state.faults[field] !== undefined);
  return (
    <details {...(faulty ? { open: true } : {})}>
      <summary>{cases.writeSpoken}</summary>
      <OfficeForm desk={desk} state={{ ...state, faults: {} }} action={action} submit={save}>
        <HiddenFields fields={{ do: 'spoke' }} />
        <SpokenFields {...same} />
        <AreaField {...same} name="said" label={messages.said} longest={LONGEST_MESSAGE} rows={5} required />
        <CheckField {...same} name="followUp" label={messages.followUp} required />
      </OfficeForm>
    </details>
  );
};

/** @returns What is wrong with what was typed; null when it is written down. */
export async function writeSpoken(doing: Doing): Promise<Readonly<Record<string, string>> | null> {
  const { parts, desk, opened, sessions, typed } = doing;
  const { claim, customer } = opened;
  const said = readText(typed.said, LONGEST_MESSAGE, desk.frame.language);
  const faults = { ...faultsOfSpoken(typed, desk), ...(said.fault === null ? {} : { said: said.fault }) };
  if (Object.keys(faults).length > 0) return faults;
  const at = parts.now();
  const channel = typed.channel === 'phone' ? 'phone' : 'counter';
  await sessions.transaction(async ({ register, records }) => {
    const versionNumber = parts.policy.controller.version.number;
    const shown = {
      personId: customer.customer_id,
      shownId: parts.newId(),
      versionNumber,
      shownAt: at,
      channel,
    } as const;
    await recordNoticeShown(records, shown);
    const subjectLine = officeTextsIn(customer.preferred_language).cases.claimTitle(claim.claim_number);
    await writeClaimLetter(register, {
      ...{ customerId: claim.customer_id, claimId: claim.claim_id, entryId: parts.newId(), at, channel, subjectLine },
      ...{ direction: 'in', body: said.text, handledBy: desk.staff.id },
      answeredAt: typed.followUp === 'yes' ? null : at,
    });
  });
  return null;
}
