/** What is asked about somebody one talks with at an organisation, and how it is read. */
import type { FC } from 'hono/jsx';
import { forbiddenNumberIn } from '../../../enforcement/index.ts';
import {
  isMailAddress,
  isPhoneNumber,
  phoneNumber,
  type SupplierContact,
  type SupplierContactDetails,
} from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import type { OfficeTexts } from '../../texts/office.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { TextField } from '../form/fields.tsx';

export const CONTACT_FIELDS = ['fullName', 'position', 'email', 'phone'] as const;

type Typed = Readonly<Partial<Record<(typeof CONTACT_FIELDS)[number], string>>>;

/** What was typed, and what is wrong with it by field; nothing is wrong where `faults` is empty. */
export interface ReadOf<Details> {
  readonly details: Details;
  readonly faults: Readonly<Record<string, string>>;
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
export function readContactForm(typed: Typed, texts: OfficeTexts): ReadOf<SupplierContactDetails> {
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
