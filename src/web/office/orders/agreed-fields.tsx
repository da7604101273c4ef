/** The fields about where an order goes and how it is paid, of the forms that take and change one. */
import type { FC } from 'hono/jsx';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { RadioField, TextField } from '../form/fields.tsx';

export const AgreedFields: FC<{ desk: Desk; state: FormState }> = ({ desk, state }) => {
  const { orders } = officeTextsIn(desk.frame.language);
  const same = { desk, state };
  return (
    <>
      <TextField {...same} name="deliverTo" label={orders.deliverTo} longest={200} required />
      <TextField {...same} name="street" label={orders.street} longest={200} required />
      <TextField {...same} name="postalCode" label={orders.postalCode} longest={4} inputmode="numeric" required />
      <TextField {...same} name="city" label={orders.city} longest={100} required />
      <RadioField
        {...same}
        name="terms"
        label={orders.payment}
        options={(['prepaid', 'invoice'] as const).map((value) => ({ value, label: orders.terms[value] }))}
        required
      />
      <TextField {...same} name="buyerReference" label={orders.buyerReference} longest={100} />
    </>
  );
};
