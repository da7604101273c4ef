/** What is asked about an organisation that delivers or works with us, and how it is read. */
import type { FC } from 'hono/jsx';
import { forbiddenNumberIn } from '../../../enforcement/index.ts';
import { isOrganisationNumber } from '../../../policy/index.ts';
import type { Supplier, SupplierDetails } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { readDay } from '../../forms/read-values.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { ReadOf } from '../contacts/fields.tsx';
import type { Desk } from '../desk.tsx';
import { DateField, RadioField, TextField } from '../form/fields.tsx';

export const SUPPLIER_FIELDS = ['kind', 'name', 'organisationNumber', 'delivers', 'agreement', 'reviewBy'] as const;

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
