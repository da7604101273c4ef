/** A dispute opened from a claim or an invoice: without either there is nothing that we and a customer could disagree about. */
import type { FC } from 'hono/jsx';
import { Temporal } from 'temporal-polyfill';
import { dayAt } from '../../../enforcement/index.ts';
import { LONGEST_MATTER, limitationOn, openDispute, REVIEW_DAYS, readClaimsOf } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { NoSuchCustomerPage } from '../customer/page.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { AreaField, DateField, SelectField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { type NamedCustomer, nameOfCustomer } from '../messages/customer-name.ts';
import { doneWith, readText } from '../messages/read-text.ts';

/** What a dispute can be about, with the date by which it is time-barred. */
interface Ground {
  readonly kind: 'claim' | 'invoice';
  readonly id: string;
  readonly number: number;
  readonly limitationOn: string;
}

const keyOf = ({ kind, id }: Ground): string => `${kind}.${id}`;

async function readGrounds({ register }: Sessions, customerId: string, timeZone: string): Promise<readonly Ground[]> {
  const claims = await readClaimsOf(register, customerId);
  const invoices = await register.read(
    register.query
      .selectFrom('register.invoice')
      .select(['customer_id', 'invoice_id', 'invoice_number', 'due_on'])
      .where('customer_id', '=', customerId)
      .orderBy('issued_on', 'desc')
      .limit(200),
  );
  return [
    ...claims.map((claim): Ground => {
      const discoveredOn = claim.discovered_on ?? dayAt(claim.received_at, timeZone);
      const limit = claim.limitation_on ?? limitationOn({ takenOverOn: null, discoveredOn });
      return { kind: 'claim', id: claim.claim_id, number: claim.claim_number, limitationOn: limit };
    }),
    // A claim for payment is time-barred three years after it fell due (foreldelsesloven §§ 2 and 3).
    ...invoices.map(
      ({ invoice_id, invoice_number, due_on }): Ground => ({
        ...{ kind: 'invoice', id: invoice_id, number: invoice_number },
        limitationOn: limitationOn({ takenOverOn: due_on, discoveredOn: due_on }),
      }),
    ),
  ];
}

interface NewDisputeProps {
  readonly desk: ActingDesk;
  readonly customer: NamedCustomer;
  readonly grounds: readonly Ground[];
  readonly state: FormState;
}

const NewDisputePage: FC<NewDisputeProps> = ({ desk, customer, grounds, state }) => {
  const { cases } = officeTextsIn(desk.frame.language);
  const title = cases.newDisputeTitle(customer.legal_name);
  const same = { desk, state };
  const options = grounds.map((one) => ({
    value: keyOf(one),
    label: one.kind === 'claim' ? cases.aboutClaim(one.number) : cases.aboutInvoice(one.number),
  }));
  return (
    <DeskPage desk={desk} title={title} page="officeDisputes">
      <h1>{title}</h1>
      <p class="hint">{cases.onlyLegal}</p>
      {grounds.length === 0 ? (
        <p class="lead">{cases.nothingToDispute}</p>
      ) : (
        <OfficeForm
          {...same}
          action={addressBelow(desk, 'officeNewDispute', customer.customer_id)}
          submit={cases.newDispute}
          cancel={addressBelow(desk, 'officeCustomers', customer.customer_id)}
        >
          <SelectField {...{ ...same, name: 'about', label: cases.aboutField, options }} required />
          <AreaField {...{ ...same, name: 'matter', label: cases.matter, longest: LONGEST_MATTER }} required />
          <AreaField {...{ ...same, name: 'position', label: cases.position, longest: LONGEST_MATTER }} />
          <DateField {...{ ...same, name: 'review', label: cases.review }} required />
        </OfficeForm>
      )}
    </DeskPage>
  );
};

async function opening(sessions: Sessions, parts: WebParts, customerId: string) {
  const customer = await nameOfCustomer(sessions, customerId);
  if (customer === null) return null;
  return { customer, grounds: await readGrounds(sessions, customerId, parts.policy.controller.timeZone) };
}

export async function showNewDispute(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const found = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    opening(sessions, parts, customerId),
  );
  if (found === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
  const today = dayAt(parts.now(), parts.policy.controller.timeZone);
  const review = Temporal.PlainDate.from(today).add({ days: REVIEW_DAYS }).toString();
  return context.html(<NewDisputePage desk={desk} {...found} state={{ values: { review }, faults: {} }} />);
}

export async function receiveNewDispute(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const { typed } = await readForm(context, ['about', 'matter', 'position', 'review'] as const);
  const { language } = desk.frame;
  const { cases } = officeTextsIn(language);
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const found = await opening(sessions, parts, customerId);
    if (found === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
    const ground = found.grounds.find((one) => keyOf(one) === typed.about);
    const matter = readText(typed.matter, LONGEST_MATTER, language, cases.faultMatter);
    const position = readText(typed.position, LONGEST_MATTER, language, null);
    const reviewOn = readDay(typed.review)?.toString();
    const faults = {
      ...(ground === undefined ? { about: cases.faultAbout } : {}),
      ...(matter.fault === null ? {} : { matter: matter.fault }),
      ...(position.fault === null ? {} : { position: position.fault }),
      ...(reviewOn === undefined ? { review: cases.faultDate } : {}),
    };
    if (ground === undefined || reviewOn === undefined || Object.keys(faults).length > 0) {
      return context.html(<NewDisputePage desk={desk} {...found} state={{ values: typed, faults }} />, 422);
    }
    const disputeId = parts.newId();
    const number = await openDispute(sessions.register, {
      ...{ customerId, disputeId, openedAt: parts.now(), openedBy: desk.staff.id, matter: matter.text },
      ...{ ourPosition: position.text || null, limitationOn: ground.limitationOn, reviewOn },
      claimId: ground.kind === 'claim' ? ground.id : null,
      invoiceId: ground.kind === 'invoice' ? ground.id : null,
    });
    const done = doneWith((texts) => texts.cases.disputeOpened(number), language, matter.text, position.text);
    return doneThen(context, parts, desk, addressBelow(desk, 'officeDisputes', customerId, disputeId), done);
  });
}
