/** The fields about a customer that registering and correcting share, and what was typed into them. */
import type { FC } from 'hono/jsx';
import type { EditableCustomer } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { readPerson, type Typed } from '../../forms/read-person.ts';
import { customerKinds } from '../../offered.ts';
import { textsIn } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { CheckField, RadioField, SelectField, TextField } from '../form/fields.tsx';

export const DETAIL_FIELDS = [
  ...(['kind', 'legalName', 'organisationNumber', 'email', 'phone'] as const),
  ...(['street', 'postalCode', 'city', 'language', 'protectedAddress'] as const),
] as const;

/** @param kindStays The kind is known and stands in the form unseen. */
export const DetailFields: FC<{ desk: Desk; state: FormState; kindStays?: boolean }> = ({ desk, state, kindStays }) => {
  const { policy, language } = desk.frame;
  const words = textsIn(language);
  const texts = officeTextsIn(language);
  const kinds = customerKinds(policy).map((value) => ({
    value,
    label: value === 'private' ? words.kindPrivate : words.kindCompany,
  }));
  const same = { desk, state };
  const isCompany = state.values.kind === 'company';
  return (
    <>
      {kindStays === true ? (
        <input type="hidden" name="kind" value={state.values.kind} />
      ) : (
        <RadioField {...same} name="kind" label={texts.customerKind} options={kinds} required />
      )}
      <TextField {...same} name="legalName" label={words.legalName} longest={200} required />
      {(kindStays === true ? isCompany : kinds.length > 1) ? (
        <TextField
          {...same}
          name="organisationNumber"
          label={words.organisationNumber}
          hint={words.organisationNumberHelp}
          inputmode="numeric"
          required={kindStays === true ? true : 'filter'}
        />
      ) : null}
      <TextField {...same} name="email" label={words.email} type="email" longest={254} required />
      <TextField {...same} name="phone" label={words.phone} type="tel" />
      <TextField {...same} name="street" label={words.street} longest={200} />
      <div class="side-by-side">
        <TextField {...same} name="postalCode" label={words.postalCode} inputmode="numeric" longest={4} />
        <TextField {...same} name="city" label={words.city} longest={100} />
      </div>
      <CheckField {...same} name="protectedAddress" label={texts.protectAddress} hint={texts.protectAddressHint} />
      <SelectField
        {...same}
        name="language"
        label={texts.customerLanguage}
        options={[
          { value: 'nb', label: texts.languages.nb },
          { value: 'en', label: texts.languages.en },
        ]}
        required
      />
    </>
  );
};

export interface ReadDetails {
  readonly details: EditableCustomer;
  readonly faults: Readonly<Record<string, string>>;
}

export function readDetails(typed: Readonly<Partial<Record<string, string>>>, desk: Desk): ReadDetails {
  const { policy, language } = desk.frame;
  const given: Typed = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
  const { person, faults } = readPerson(given, textsIn(language), customerKinds(policy));
  const rest = {
    language: given.language === 'en' ? 'en' : 'nb',
    protectedAddress: given.protectedAddress === 'yes',
  } as const;
  return { details: { ...person, ...rest }, faults };
}

export const valuesOf = (details: EditableCustomer): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, value === true ? 'yes' : value || ''] as const),
  );
