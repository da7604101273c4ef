/** Changing an order before it is confirmed: where it goes, how many of each, how it is paid. */

import { HTTPException } from 'hono/http-exception';
import type { FC } from 'hono/jsx';
import { changeOrder, mayStep, type OrderKey, openSalesOrder, type SalesOrder } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { readWhole } from '../../forms/read-values.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import type { WorkingDesk } from '../working-for.tsx';
import { AgreedFields } from './agreed-fields.tsx';
import { orderAddress } from './order-links.tsx';
import { AGREED_FIELDS, readAgreed } from './read-address.ts';
import { atOrdering, noSuchOrder, stepAndTell } from './steps.tsx';

const MOST_OF_ONE = 100;
const fieldOf = (lineNumber: number): string => `quantity-${lineNumber}`;

const ChangePage: FC<{ desk: Desk; opened: SalesOrder; state: FormState }> = ({ desk, opened, state }) => {
  const { language } = desk.frame;
  const { orders } = officeTextsIn(language);
  const { order, lines, products } = opened;
  const below = language === 'nb' ? '/endre' : '/change';
  return (
    <DeskPage desk={desk} title={orders.changeTitle(order.order_number)} page="officeOrders">
      <h1>{orders.changeTitle(order.order_number)}</h1>
      <p class="lead">{orders.changeLead}</p>
      <OfficeForm
        desk={desk}
        state={state}
        action={orderAddress(desk, 'officeOrders', order, below)}
        submit={officeTextsIn(language).save}
        cancel={orderAddress(desk, 'officeOrders', order)}
      >
        {lines.map((line) => (
          <TextField
            {...{ desk, state, name: fieldOf(line.line_number), required: true, inputmode: 'numeric' }}
            label={`${orders.quantity}: ${products.get(line.product_id)?.[`name_${language}`] ?? ''}`}
            longest={3}
          />
        ))}
        <AgreedFields desk={desk} state={state} />
      </OfficeForm>
    </DeskPage>
  );
};

const withoutAbsent = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));

const valuesOf = ({ order, lines }: SalesOrder): Record<string, string> => ({
  ...Object.fromEntries(lines.map((line) => [fieldOf(line.line_number), String(line.quantity)])),
  ...{ deliverTo: order.deliver_to_name, street: order.deliver_to_street ?? '' },
  ...{ postalCode: order.deliver_to_postal_code ?? '', city: order.deliver_to_city ?? '' },
  ...{ terms: order.payment_terms, buyerReference: order.buyer_reference ?? '' },
});

export async function showChange(context: WebContext, parts: WebParts, desk: WorkingDesk, key: OrderKey) {
  const opened = await atOrdering(parts, desk, ({ register }) => openSalesOrder(register, key));
  if (opened === null) return noSuchOrder(context, desk);
  if (!mayStep(opened.order.status, 'change', 'sales')) {
    return context.redirect(orderAddress(desk, 'officeOrders', opened.order), 303);
  }
  return context.html(<ChangePage desk={desk} opened={opened} state={{ values: valuesOf(opened), faults: {} }} />);
}

export async function receiveChange(context: WebContext, parts: WebParts, desk: WorkingDesk, key: OrderKey) {
  const opened = await atOrdering(parts, desk, ({ register }) => openSalesOrder(register, key));
  if (opened === null) return noSuchOrder(context, desk);
  const { orders } = officeTextsIn(desk.frame.language);
  const names = opened.lines.map((line) => fieldOf(line.line_number));
  const { typed } = await readForm(context, [...AGREED_FIELDS, ...names]);
  const values: Readonly<Record<string, string | undefined>> = typed;
  const faults: Record<string, string> = {};
  const agreed = readAgreed(desk, typed, faults);
  const quantities = new Map<number, number>();
  for (const { line_number: line } of opened.lines) {
    const quantity = readWhole(values[fieldOf(line)]);
    if (!quantity || quantity > MOST_OF_ONE) faults[fieldOf(line)] = orders.faultQuantityLeast;
    else quantities.set(line, quantity);
  }
  const refuse = () => {
    const state = { values: { ...valuesOf(opened), ...withoutAbsent(values) }, faults };
    return context.html(<ChangePage desk={desk} opened={opened} state={state} />, 422);
  };
  if (Object.keys(faults).length > 0) return refuse();
  const outcome = await stepAndTell(parts, desk, key, 'changed', ({ register }) =>
    changeOrder(register, key, { ...agreed, quantities }),
  );
  if (outcome.kind === 'waits') {
    faults.form = orders.faultCredit;
    return refuse();
  }
  if (outcome.kind === 'unseen') throw new HTTPException(409, { message: outcome.kind });
  const number = opened.order.order_number;
  return doneThen(context, parts, desk, orderAddress(desk, 'officeOrders', opened.order), {
    says: (texts) =>
      outcome.kind === 'done'
        ? texts.orders.changed(number)
        : texts.orders.notNow(texts.orders.statuses[outcome.status]),
    tone: outcome.kind === 'done' ? 'success' : 'warning',
  });
}
