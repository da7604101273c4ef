/** A claim that came by telephone, mail or over the counter, written down by staff. */
import type { FC } from 'hono/jsx';
import { dayAt } from '../../../enforcement/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import { recordNoticeShown } from '../../../records/index.ts';
import { type BoughtProduct, CLAIM_WANTS, LONGEST_CLAIM, readBought, receiveClaim } from '../../../register/index.ts';
import { sendClaimReceipt } from '../../claim-receipt.ts';
import type { FormState } from '../../forms/field.tsx';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { NoSuchCustomerPage } from '../customer/page.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { AreaField, CheckField, DateField, RadioField, SelectField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { doneWith, readText } from '../messages/read-text.ts';
import { type ClaimCustomer, readClaimCustomer } from './open-claim.ts';

interface NewClaimProps {
  readonly desk: ActingDesk;
  readonly customer: ClaimCustomer;
  readonly bought: readonly BoughtProduct[];
  readonly state: FormState;
}

const OTHER = 'other';
const THROUGH = ['phone', 'store', 'mail'] as const;
const keyOf = ({ orderId, lineNumber }: BoughtProduct): string => `${orderId}.${lineNumber}`;

const NewClaimPage: FC<NewClaimProps> = ({ desk, customer, bought, state }) => {
  const { language } = desk.frame;
  const { cases, save } = officeTextsIn(language);
  const title = cases.newClaimTitle(customer.legal_name);
  const same = { desk, state };
  const options = bought.map((one) => ({
    value: keyOf(one),
    label: cases.pieces(one.name[language], one.orderNumber, one.quantity),
  }));
  return (
    <DeskPage desk={desk} title={title} page="officeClaims">
      <h1>{title}</h1>
      <OfficeForm
        {...same}
        action={addressBelow(desk, 'officeNewClaim', customer.customer_id)}
        submit={save}
        cancel={addressBelow(desk, 'officeCustomers', customer.customer_id)}
      >
        <RadioField
          {...{ ...same, name: 'through', label: cases.through }}
          options={THROUGH.map((value) => ({ value, label: cases.throughWords[value] }))}
          required
        />
        <CheckField {...{ ...same, name: 'mentioned', label: cases.mentioned }} required />
        <SelectField
          {...{ ...same, name: 'product', label: cases.product }}
          options={[...options, { value: OTHER, label: cases.otherProduct }]}
          required
        />
        <DateField {...{ ...same, name: 'discovered', label: cases.discoveredField }} required />
        <AreaField {...{ ...same, name: 'text', label: cases.wrong, longest: LONGEST_CLAIM }} required />
        <SelectField
          {...{ ...same, name: 'wants', label: cases.wants }}
          options={CLAIM_WANTS.map((value) => ({ value, label: cases.wantsWords[value] }))}
          required
        />
      </OfficeForm>
    </DeskPage>
  );
};

async function opened(sessions: Sessions, parts: WebParts, customerId: string) {
  const customer = await readClaimCustomer(sessions, customerId);
  if (customer === null) return null;
  return { customer, bought: await readBought(sessions.register, customerId, parts.policy.controller.timeZone) };
}

export async function showNewClaim(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const found = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    opened(sessions, parts, customerId),
  );
  if (found === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
  return context.html(<NewClaimPage desk={desk} {...found} state={EMPTY_FORM} />);
}

const FIELDS = ['through', 'mentioned', 'product', 'discovered', 'text', 'wants'] as const;
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

export async function receiveNewClaim(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const { typed } = await readForm(context, FIELDS);
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const found = await opened(sessions, parts, customerId);
    if (found === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
    const read = readTyped(typed, found.bought, desk, dayAt(parts.now(), parts.policy.controller.timeZone));
    if ('faults' in read) {
      const state = { values: typed, faults: read.faults };
      return context.html(<NewClaimPage desk={desk} {...found} state={state} />, 422);
    }
    const claimId = parts.newId();
    const claim = await sessions.transaction((inner) => keep(inner, parts, found.customer, { ...read, claimId }));
    const due = dateInWords(claim.answerDueOn, desk.frame.language);
    const done = doneWith(({ cases }) => cases.claimed(claim.claimNumber, due), desk.frame.language, read.description);
    return doneThen(context, parts, desk, addressBelow(desk, 'officeClaims', customerId, claimId), done);
  });
}

/** What was typed, or what is wrong with it. */
function readTyped(typed: Typed, bought: readonly BoughtProduct[], desk: ActingDesk, today: string) {
  const { language } = desk.frame;
  const { cases } = officeTextsIn(language);
  const through = THROUGH.find((one) => one === typed.through);
  const about = bought.find((one) => keyOf(one) === typed.product) ?? null;
  const text = readText(typed.text, LONGEST_CLAIM, language, cases.faultDescription);
  const discoveredOn = readDay(typed.discovered)?.toString();
  const wants = CLAIM_WANTS.find((one) => one === typed.wants);
  const faults = {
    ...(through === undefined ? { through: cases.faultThrough } : {}),
    ...(through === 'mail' || typed.mentioned === 'yes' ? {} : { mentioned: cases.faultMentioned }),
    ...(about === null && typed.product !== OTHER ? { product: cases.faultProduct } : {}),
    ...(discoveredOn === undefined || discoveredOn > today ? { discovered: cases.faultDiscovered } : {}),
    ...(text.fault === null ? {} : { text: text.fault }),
    ...(wants === undefined ? { wants: cases.faultWants } : {}),
  };
  if (Object.keys(faults).length > 0 || through === undefined || discoveredOn === undefined || wants === undefined) {
    return { faults };
  }
  return { through, about, discoveredOn, wants, description: text.text };
}

type Read = Exclude<ReturnType<typeof readTyped>, { faults: unknown }> & { readonly claimId: string };

/** The claim, that the notice was mentioned, and a receipt by mail: all or nothing. */
async function keep(sessions: Sessions, parts: WebParts, customer: ClaimCustomer, read: Read) {
  const { register, records } = sessions;
  const { customer_id: customerId, preferred_language: language } = customer;
  const receivedAt = parts.now();
  const claim = await receiveClaim(
    register,
    { ...read, customerId, buyer: customer.kind, receivedAt },
    parts.policy.controller.timeZone,
  );
  if (read.through !== 'mail') {
    await recordNoticeShown(records, {
      ...{ personId: customerId, shownId: parts.newId(), versionNumber: parts.policy.controller.version.number },
      ...{ shownAt: receivedAt, channel: read.through === 'phone' ? 'phone' : 'counter' },
    });
  }
  const { claimId } = read;
  await sendClaimReceipt(sessions, parts, { ...claim, customerId, claimId, email: customer.email, language });
  return claim;
}
