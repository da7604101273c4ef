/** What the register says about a company, field by field, as it would be kept. */
import type { RegisteredCompany } from '../../../connectors/index.ts';
import { BESIDE_FIELDS, OWN_FIELDS, type SupplementField } from '../../../register/index.ts';

const yesOrNo = (holds: boolean): string => (holds ? 'yes' : 'no');

/** Fields that the register says nothing of are left out. */
export function valuesOf(company: RegisteredCompany): ReadonlyMap<SupplementField, string> {
  const { businessAddress, name, form, vatRegistered, bankrupt, windingUp, deletedOn, writtenForm } = company;
  const all: Readonly<Record<SupplementField, string | null>> = {
    ...{ legal_name: name, street_address: businessAddress?.street ?? null },
    ...{ postal_code: businessAddress?.postalCode ?? null, city: businessAddress?.city ?? null },
    ...{ form, vat_registered: yesOrNo(vatRegistered), bankrupt: yesOrNo(bankrupt), winding_up: yesOrNo(windingUp) },
    ...{ deleted_on: deletedOn, written_form: writtenForm },
  };
  const said = [...OWN_FIELDS, ...BESIDE_FIELDS].flatMap((field) => {
    const value = all[field];
    return value === null ? [] : [[field, value] as const];
  });
  return new Map(said);
}
