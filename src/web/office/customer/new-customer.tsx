/**
 * Registering somebody who called or came by. The form says through which channel, and is not taken before whoever fills
 * it in has told the customer where the privacy notice is; that is recorded with the version, and the notice is mailed.
 */
import type { FC } from 'hono/jsx';
import { recordNoticeShown, writeMail } from '../../../records/index.ts';
import { registerCustomer } from '../../../register/index.ts';
import { ADDRESSES, addressOf } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext } from '../../http-request.ts';
import { mailOf } from '../../mail.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { CheckField, RadioField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DETAIL_FIELDS, DetailFields, type ReadDetails, readDetails } from './details-fields.tsx';

export const REGISTERING = 'customer-administration';

const FIELDS = [...DETAIL_FIELDS, 'through', 'noticeMentioned'] as const;

export const EMPTY_CUSTOMER: FormState = { values: { kind: 'private', language: 'nb', through: 'phone' }, faults: {} };

export const NewCustomerPage: FC<{ desk: Desk; state: FormState }> = ({ desk, state }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <DeskPage desk={desk} title={texts.newCustomer} page="officeCustomers">
      <h1>{texts.newCustomer}</h1>
      <OfficeForm
        desk={desk}
        state={state}
        action={deskAddress(desk, 'officeNewCustomer')}
        submit={texts.registerCustomer}
        cancel={deskAddress(desk, 'officeCustomers')}
      >
        <RadioField
          desk={desk}
          state={state}
          name="through"
          label={texts.registeredHow}
          options={[
            { value: 'phone', label: texts.registeredByPhone },
            { value: 'store', label: texts.registeredAtCounter },
          ]}
          required
        />
        <DetailFields desk={desk} state={state} />
        <div class="ds-card notice-mention" data-variant="tinted">
          <CheckField
            desk={desk}
            state={state}
            name="noticeMentioned"
            label={texts.noticeMentioned}
            hint={texts.noticeMentionedHint(addressOf('privacy', language))}
          />
        </div>
      </OfficeForm>
    </DeskPage>
  );
};

export async function receiveNewCustomer(context: WebContext, parts: WebParts, desk: Desk): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, FIELDS);
  const { details, faults } = readDetails(typed, desk);
  const through = typed.through === 'phone' || typed.through === 'store' ? typed.through : null;
  const all: Record<string, string> = {
    ...(through === null ? { through: texts.faultThrough } : {}),
    ...faults,
    ...(typed.noticeMentioned === 'yes' ? {} : { noticeMentioned: texts.faultNoticeMentioned }),
  };
  const again = (found: Record<string, string>) =>
    context.html(<NewCustomerPage desk={desk} state={{ values: { ...typed }, faults: found }} />, 422);
  if (through === null || Object.keys(all).length > 0) return again(all);
  const customerId = await register(parts, desk, details, through);
  if (customerId === null) return again({ email: texts.emailTaken });
  const address = withPurpose(`${ADDRESSES.officeCustomers[desk.frame.language]}/${customerId}`, REGISTERING);
  return doneThen(context, parts, desk, address, { says: (words) => words.customerRegistered });
}

/** @returns Null where somebody has the mail address already; nothing is written then. */
async function register(
  parts: WebParts,
  desk: Desk,
  { language, ...person }: ReadDetails['details'],
  through: 'phone' | 'store',
): Promise<string | null> {
  const customerId = parts.newId();
  const at = parts.now();
  const versionNumber = parts.policy.controller.version.number;
  const signIn = new URL(addressOf('signIn', language), parts.baseUrl).href;
  return await parts.asPrincipal(desk.staff, REGISTERING, (sessions) =>
    sessions.transaction(async ({ register: customers, records }) => {
      const when = { registeredAt: at, through, noticeVersion: versionNumber, language };
      if (!(await registerCustomer(customers, { ...person, ...when, customerId }))) return null;
      const channel = through === 'phone' ? 'phone' : 'counter';
      await recordNoticeShown(records, {
        ...{ personId: customerId, shownId: parts.newId(), versionNumber, shownAt: at, channel },
      });
      await writeMail(
        records,
        mailOf(parts, language, 'registered', { signIn }, { personId: customerId, addressee: person.email }),
      );
      return customerId;
    }),
  );
}
