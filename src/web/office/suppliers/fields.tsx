/** What is asked about an organisation, and about somebody one talks with there; and how both are read. */
import type { FC } from 'hono/jsx';
import { forbiddenNumberIn } from '../../../enforcement/index.ts';
import { isOrganisationNumber } from '../../../policy/index.ts';
import {
  isMailAddress,
  isPhoneNumber,
  phoneNumber,
  type Supplier,
  type SupplierContact,
  type SupplierContactDetails,
  type SupplierDetails,
} from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { readDay } from '../../forms/read-values.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { DateField, RadioField, TextField } from '../form/fields.tsx';

export const SUPPLIER_FIELDS = ['kind', 'name', 'organisationNumber', 'delivers', 'agreement', 'reviewBy'] as const;
export const CONTACT_FIELDS = ['fullName', 'position', 'email', 'phone'] as const;

type Typed<Field extends string> = Readonly<Partial<Record<Field, string>>>;

export const SupplierFields: FC<{ desk: Pick<Desk, 'frame'>; state: FormState }> = (field) => {
  const texts = officeTextsIn(field.desk.frame.language);
  const { name, kind, delivers, review } = texts.supplierColumns;
  return (
    <>
      <RadioField
        {...field}
        name="kind"
        label={kind}
        required
        options={(['supplier', 'partner'] as const).map((value) => ({ value, label: texts.supplierKinds[value] }))}
      />
      <TextField {...field} name="name" label={name} longest={200} required />
      <TextField {...field} name="organisationNumber" label={texts.supplierNumber} inputmode="numeric" longest={15} />
      <TextField {...field} name="delivers" label={delivers} longest={200} />
      <TextField {...field} name="agreement" label={texts.supplierAgreement} longest={100} />
      <DateField {...field} name="reviewBy" label={review} hint={texts.supplierReviewHint} />
    </>
  );
};

export const stateOfSupplier = (one: Supplier): FormState => ({
  values: {
    ...{ kind: one.kind, name: one.name, organisationNumber: one.organisationNumber ?? '' },
    ...{ delivers: one.delivers ?? '', agreement: one.agreementReference ?? '', reviewBy: one.reviewBy ?? '' },
  },
  faults: {},
});

export interface ReadOf<Details> {
  readonly details: Details;
  readonly faults: Readonly<Record<string, string>>;
}

export function readSupplierForm(
  typed: Typed<(typeof SUPPLIER_FIELDS)[number]>,
  texts: OfficeTexts,
): ReadOf<SupplierDetails> {
  const get = (name: (typeof SUPPLIER_FIELDS)[number]): string => (typed[name] ?? '').trim();
  const number = get('organisationNumber').replaceAll(/\s/g, '') || null;
  const reviewBy = readDay(typed.reviewBy);
  const faults: Record<string, string> = {};
  if (get('kind') !== 'supplier' && get('kind') !== 'partner') faults.kind = texts.supplierKindMissing;
  if (get('name') === '') faults.name = texts.supplierNameMissing;
  for (const [name, longest] of [
    ['name', 200],
    ['delivers', 200],
    ['agreement', 100],
  ] as const) {
    if (get(name).length > longest) faults[name] = texts.tooLongFor(longest);
    else if (forbiddenNumberIn(get(name)) !== null) faults[name] = texts.forbiddenHere;
  }
  if (number !== null && !isOrganisationNumber(number)) faults.organisationNumber = texts.supplierNumberWrong;
  if (reviewBy === undefined) faults.reviewBy = texts.supplierReviewWrong;
  const details: SupplierDetails = {
    ...{ kind: get('kind') === 'partner' ? 'partner' : 'supplier', name: get('name'), organisationNumber: number },
    ...{ delivers: get('delivers') || null, agreementReference: get('agreement') || null },
    reviewBy: reviewBy?.toString() ?? null,
  };
  return { details, faults };
}

export const ContactFields: FC<{ desk: Pick<Desk, 'frame'>; state: FormState }> = (field) => {
  const texts = officeTextsIn(field.desk.frame.language);
  return (
    <>
      <TextField {...field} name="fullName" label={texts.contactName} longest={200} required />
      <TextField {...field} name="position" label={texts.contactPosition} longest={100} />
      <TextField {...field} name="email" label={texts.contactEmail} type="email" longest={254} />
      <TextField {...field} name="phone" label={texts.contactPhone} type="tel" longest={30} />
    </>
  );
};

export const stateOfContact = (one: Omit<SupplierContact, 'endedOn'>): FormState => ({
  values: {
    ...{ fullName: one.fullName, position: one.position ?? '', email: one.email ?? '', phone: one.phone ?? '' },
  },
  faults: {},
});

/** The same for the contact people of suppliers and of customers. */
export function readContactForm(
  typed: Typed<(typeof CONTACT_FIELDS)[number]>,
  texts: OfficeTexts,
): ReadOf<SupplierContactDetails> {
  const get = (name: (typeof CONTACT_FIELDS)[number]): string => (typed[name] ?? '').trim();
  const email = get('email').toLowerCase() || null;
  const phone = phoneNumber(get('phone'));
  const faults: Record<string, string> = {};
  if (get('fullName') === '') faults.fullName = texts.contactNameMissing;
  for (const [name, longest] of [
    ['fullName', 200],
    ['position', 100],
  ] as const) {
    if (get(name).length > longest) faults[name] = texts.tooLongFor(longest);
    else if (forbiddenNumberIn(get(name)) !== null) faults[name] = texts.forbiddenHere;
  }
  if (email !== null && (!isMailAddress(email) || email.length > 254)) faults.email = texts.contactEmailWrong;
  if (phone !== null && !isPhoneNumber(phone)) faults.phone = texts.contactPhoneWrong;
  return { details: { fullName: get('fullName'), position: get('position') || null, email, phone }, faults };
}
