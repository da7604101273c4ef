/** Becoming a customer: the form, and what is done with it. */
import type { FC } from 'hono/jsx';
import type { Language, Policy } from '../../policy/index.ts';
import { giveConsent, type NewMail, recordNoticeShown, writeMail } from '../../records/index.ts';
import { registerCustomer } from '../../register/index.ts';
import { addressOf } from '../addresses.ts';
import { FaultSummary, type FormState } from '../forms/field.tsx';
import { AddressFields, NoticeBeside, WhoFields } from '../forms/person-fields.tsx';
import { type PersonTyped, readPerson, type Typed } from '../forms/read-person.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { mailOf } from '../mail.ts';
import { customerKinds } from '../offered.ts';
import { textsIn } from '../texts/index.ts';
import type { WebParts } from '../web-parts.ts';
import { LOOK_UP, offersLookUp } from './look-up.ts';
import { MessagePage } from './message.tsx';

const PURPOSE = 'ordering';

/** The purposes that a person can say yes to when they become a customer. */
const consentPurposes = (policy: Policy) =>
  Object.values(policy.purposes).flatMap(({ name, label, consentText }) =>
    consentText === null ? [] : [{ name, label, consentText }],
  );

interface RegisterProps {
  readonly frame: Frame;
  readonly state: FormState;
  /** Whether companies can be looked up. */
  readonly lookUp: boolean;
  /** What was just fetched from a register. */
  readonly fetched?: string | null;
}

export const RegisterPage: FC<RegisterProps> = ({ frame, state, lookUp, fetched = null }) => {
  const { policy, language } = frame;
  const texts = textsIn(language);
  return (
    <Layout frame={frame} title={texts.register} page="register">
      <h1>{texts.register}</h1>
      <div class="with-notice">
        <form method="post" action={addressOf('register', language)} novalidate>
          <FaultSummary state={state} language={language} />
          {fetched === null ? null : (
            <div class="ds-alert" data-color="info" role="status">
              <p>{fetched}</p>
            </div>
          )}
          <WhoFields policy={policy} language={language} state={state} />
          <AddressFields
            policy={policy}
            language={language}
            state={state}
            required={false}
            columns={['register.customer.street_address', 'register.customer.postal_code', 'register.customer.city']}
          />
          <fieldset>
            <legend>{texts.yourChoices}</legend>
            <p class="hint">{texts.yourChoicesHelp}</p>
            {consentPurposes(policy).map(({ name, consentText }) => (
              <label class="choice">
                <input
                  class="ds-input"
                  type="checkbox"
                  name={`consent.${name}`}
                  value="yes"
                  checked={state.values[`consent.${name}`] === 'yes'}
                />
                {consentText[language]}
              </label>
            ))}
          </fieldset>
          <button class="ds-button" type="submit">
            {texts.sendRegistration}
          </button>
          {lookUp ? (
            <p>
              <button class="ds-button" data-variant="tertiary" type="submit" name={LOOK_UP} value="yes">
                {texts.lookUp}
              </button>
            </p>
          ) : null}
        </form>
        <NoticeBeside language={language} />
      </div>
    </Layout>
  );
};

/**
 * Registers whoever sent the form. Whether the address was known already is told by mail only, so that nobody can find
 * out here who is a customer.
 */
export async function receiveRegistration(parts: WebParts, frame: Frame, typed: Typed) {
  const { policy, language } = frame;
  const texts = textsIn(language);
  const { person, faults } = readPerson(typed, texts, customerKinds(policy));
  if (Object.keys(faults).length > 0) {
    const page = <RegisterPage frame={frame} state={{ values: typed, faults }} lookUp={offersLookUp(parts)} />;
    return { status: 422 as const, page };
  }
  // Told before anything is looked up, so that it is the same whether somebody has the address or not.
  const wait = parts.limiter.take('registrationsByAddress', person.email.toLowerCase());
  if (wait > 0) {
    const tooOften = { email: texts.faultAddressTooOften(Math.ceil(wait / 60)) };
    const state = { values: typed, faults: tooOften };
    return {
      status: 429 as const,
      headers: { 'Retry-After': String(wait) },
      page: <RegisterPage frame={frame} state={state} lookUp={offersLookUp(parts)} />,
    };
  }
  const consents = consentPurposes(policy).filter(({ name }) => typed[`consent.${name}`] === 'yes');
  await writeRegistration(
    parts,
    language,
    person,
    consents.map(({ name }) => name),
  );
  return {
    status: 200 as const,
    page: <MessagePage frame={frame} title={texts.registered} text={texts.registeredNext} />,
  };
}

async function writeRegistration(
  parts: WebParts,
  language: Language,
  person: PersonTyped,
  consents: readonly string[],
): Promise<void> {
  const { policy, now, newId } = parts;
  const customerId = newId();
  const at = now();
  const versionNumber = policy.controller.version.number;
  await parts.asVisitor(PURPOSE, async ({ register, records }) => {
    const when = { registeredAt: at, through: 'web', noticeVersion: versionNumber, language } as const;
    const isNew = await registerCustomer(register, { ...person, ...when, customerId });
    if (isNew) {
      const shown = {
        personId: customerId,
        shownId: newId(),
        versionNumber,
        shownAt: at,
        channel: 'web-form',
      } as const;
      await recordNoticeShown(records, shown);
      for (const purpose of consents) {
        const consent = { purpose, language, noticeVersion: versionNumber, method: 'web-form', givenAt: at } as const;
        await giveConsent(records, policy, { ...consent, personId: customerId, consentId: newId() });
      }
    }
    await writeMail(records, registrationMail(parts, language, person.email, isNew ? customerId : null));
  });
}

function registrationMail(parts: WebParts, language: Language, addressee: string, personId: string | null): NewMail {
  const to = { personId, addressee };
  if (personId === null) return mailOf(parts, language, 'already-registered', null, to);
  const signIn = new URL(addressOf('signIn', language), parts.baseUrl).href;
  return mailOf(parts, language, 'registered', { signIn }, to);
}
