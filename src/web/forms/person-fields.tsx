/** The fields about a person that registering and ordering share, and the notice beside every form. */
import type { FC } from 'hono/jsx';
import type { Language, Policy } from '../../policy/index.ts';
import { addressOf } from '../addresses.ts';
import { customerKinds } from '../offered.ts';
import { textsIn } from '../texts/index.ts';
import { Field, type FormState, WhyAsked } from './field.tsx';

interface FormProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly state: FormState;
}

export const WhoFields: FC<FormProps> = ({ policy, language, state }) => {
  const texts = textsIn(language);
  const same = { policy, language, state };
  const kinds = customerKinds(policy);
  return (
    <>
      <fieldset class="field">
        <legend>{texts.kind}</legend>
        {kinds.map((kind) => (
          <label class="choice">
            <input
              class="ds-input"
              type="radio"
              name="kind"
              value={kind}
              checked={(state.values.kind ?? kinds[0]) === kind}
            />
            {kind === 'private' ? texts.kindPrivate : texts.kindCompany}
          </label>
        ))}
        <WhyAsked policy={policy} language={language} column="register.customer.kind" label={texts.kind} />
      </fieldset>
      <Field
        {...same}
        name="legalName"
        label={texts.legalName}
        column="register.customer.legal_name"
        autocomplete="name"
        required
      />
      {kinds.includes('company') ? (
        <Field
          {...same}
          name="organisationNumber"
          label={texts.organisationNumber}
          column="register.customer.organisation_number"
          inputmode="numeric"
          marked={false}
          hint={texts.organisationNumberHelp}
        />
      ) : null}
      <Field
        {...same}
        name="email"
        label={texts.email}
        column="register.customer.email"
        type="email"
        autocomplete="email"
        required
      />
      <Field
        {...same}
        name="phone"
        label={texts.phone}
        column="register.customer.phone"
        type="tel"
        autocomplete="tel"
      />
    </>
  );
};

/** @param table Where the address is kept, with the names of its columns. */
export const AddressFields: FC<
  FormProps & { columns: [street: string, postalCode: string, city: string]; required: boolean }
> = (props) => {
  const { policy, language, state, required } = props;
  const [street, postalCode, city] = props.columns;
  const texts = textsIn(language);
  const same = { policy, language, state, required };
  return (
    <>
      <Field {...same} name="street" label={texts.street} column={street} autocomplete="street-address" />
      <Field
        {...same}
        name="postalCode"
        label={texts.postalCode}
        column={postalCode}
        autocomplete="postal-code"
        inputmode="numeric"
      />
      <Field {...same} name="city" label={texts.city} column={city} autocomplete="address-level2" />
    </>
  );
};

export const NoticeBeside: FC<{ language: Language }> = ({ language }) => {
  const texts = textsIn(language);
  return (
    <aside class="ds-card" data-variant="tinted" aria-label={texts.privacy}>
      <p>{texts.noticeBeside}</p>
      <p>
        <a class="ds-link" href={addressOf('privacy', language)}>
          {texts.noticeLink}
        </a>
      </p>
    </aside>
  );
};
