/** One order as sales see it, with the steps it can take now. */

import type { Child, FC } from 'hono/jsx';
import { amountsByRate, mayStep, type SalesOrder } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { type Fact, FactList } from '../../facts.tsx';
import type { FormState } from '../../forms/field.tsx';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField } from '../form/fields.tsx';
import { FormFaults } from '../form/form.tsx';
import { timeInWords } from '../value.tsx';
import { OrderStatusTag, orderAddress } from './order-links.tsx';

export interface OfficeOrderProps {
  readonly desk: Desk;
  readonly opened: SalesOrder;
  /** Of the form for cancelling. */
  readonly state: FormState;
}

export const OfficeOrderPage: FC<OfficeOrderProps> = ({ desk, opened, state }) => {
  const { frame } = desk;
  const texts = officeTextsIn(frame.language);
  const { order, customer } = opened;
  return (
    <DeskPage desk={desk} title={texts.orders.title(order.order_number)} page="officeOrders">
      <div class="title-row">
        <h1>{texts.orders.title(order.order_number)}</h1>
        <OrderStatusTag desk={desk} status={order.status} />
      </div>
      <p>
        <a
          class="ds-link"
          href={withPurpose(
            `${addressOf('officeCustomers', frame.language)}/${order.customer_id}`,
            desk.purpose?.name ?? null,
          )}
        >
          {customer.name}
        </a>
      </p>
      {opened.waiting === 'credit-decision' && order.status === 'placed' ? (
        <div class="ds-alert" data-color="warning">
          <p>{texts.orders.waitsForCredit}</p>
        </div>
      ) : null}
      <Steps desk={desk} opened={opened} />
      <Lines desk={desk} opened={opened} />
      <AddOns desk={desk} opened={opened} />
      <Facts desk={desk} opened={opened} />
      <Cancelling desk={desk} opened={opened} state={state} />
    </DeskPage>
  );
};

type Part = FC<Pick<OfficeOrderProps, 'desk' | 'opened'>>;

const Steps: Part = ({ desk, opened: { order, waiting } }) => {
  const { orders } = officeTextsIn(desk.frame.language);
  const { status } = order;
  const action = orderAddress(desk, 'officeOrders', order);
  const button = (step: string, label: string, main: boolean) => (
    <form method="post" action={action} class="inline-form">
      <button class="ds-button" type="submit" name="do" value={step} {...(main ? {} : { 'data-variant': 'secondary' })}>
        {label}
      </button>
    </form>
  );
  return (
    <div class="buttons">
      {mayStep(status, 'confirm', 'sales') && waiting === null ? button('confirm', orders.confirm, true) : null}
      {mayStep(status, 'change', 'sales') ? (
        <a
          class="ds-button"
          data-variant="secondary"
          href={orderAddress(desk, 'officeOrders', order, desk.frame.language === 'nb' ? '/endre' : '/change')}
        >
          {orders.change}
        </a>
      ) : null}
      {mayStep(status, 'take-back', 'sales') ? button('take-back', orders.takeBack, false) : null}
    </div>
  );
};

const Lines: Part = ({ desk, opened }) => {
  const { language } = desk.frame;
  const { orders } = officeTextsIn(language);
  const { lines, products, progress, order } = opened;
  const money = (ore: number): string => amountInWords(ore, language);
  const priced = lines.map((line) => ({
    ...{ quantity: line.quantity, unitPriceOre: line.unit_price_ore, vatRate: line.vat_rate },
  }));
  return (
    <table class="ds-table lines order-lines">
      <caption>{orders.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{orders.product}</th>
          <th scope="col" class="figure">
            {orders.quantity}
          </th>
          <th scope="col" class="figure">
            {orders.sent}
          </th>
          <th scope="col" class="figure">
            {orders.unitPrice}
          </th>
          <th scope="col" class="figure">
            {orders.net}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr>
            <th scope="row">{products.get(line.product_id)?.[`name_${language}`]}</th>
            <Figure label={orders.quantity}>{line.quantity}</Figure>
            <Figure label={orders.sent}>{progress[at]?.sent ?? 0}</Figure>
            <Figure label={orders.unitPrice}>{money(line.unit_price_ore)}</Figure>
            <Figure label={orders.net}>{money(line.quantity * line.unit_price_ore)}</Figure>
          </tr>
        ))}
        <SumRow label={orders.totalNet} amount={money(order.net_ore)} />
        {amountsByRate(priced).map(({ vatRate, vatOre }) => (
          <SumRow label={orders.vat(vatRate)} amount={money(vatOre)} />
        ))}
        <SumRow label={orders.toPay} amount={money(order.net_ore + order.vat_ore)} strong />
      </tbody>
    </table>
  );
};

const Figure: FC<{ label: string; children?: Child }> = ({ label, children }) => (
  <td class="figure" data-label={label}>
    {children}
  </td>
);

const SumRow: FC<{ label: string; amount: string; strong?: boolean }> = ({ label, amount, strong }) => (
  <tr class={strong === true ? 'sum to-pay' : 'sum'}>
    <th scope="row" colspan={4}>
      {label}
    </th>
    <td class="figure">{amount}</td>
  </tr>
);

const AddOns: Part = ({ desk, opened: { addOns, products } }) => {
  const { language } = desk.frame;
  const { orders } = officeTextsIn(language);
  if (addOns.length === 0) return null;
  return (
    <section aria-labelledby="add-ons">
      <h2 id="add-ons">{orders.addOns}</h2>
      <ul>
        {addOns.map(({ productId, supplier, sharedFields }) => (
          <li>
            {products.get(productId)?.[`name_${language}`]}.{' '}
            {orders.addOnShared(supplier ?? '', sharedFieldsInWords(desk, sharedFields))}
          </li>
        ))}
      </ul>
    </section>
  );
};

function sharedFieldsInWords({ frame }: Pick<Desk, 'frame'>, fields: string): string {
  const words: Readonly<Record<string, string>> = officeTextsIn(frame.language).orders.sharedFields;
  return fields
    .split(', ')
    .map((field) => words[field] ?? field)
    .join(', ');
}

const Facts: Part = ({ desk, opened }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { orders } = texts;
  const { order, orderedBy } = opened;
  const { deliver_to_name: name, deliver_to_street: street, deliver_to_postal_code: code } = order;
  const time = (at: Date | null): string | null => (at === null ? null : timeInWords(at, policy, language));
  const address = [name, street, [code, order.deliver_to_city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const facts: readonly Fact[] = [
    [orders.placed, time(order.placed_at)],
    [orders.through, texts.valueWords[order.placed_through] ?? order.placed_through],
    [orders.deliverTo, address],
    [orders.payment, orders.terms[order.payment_terms]],
    [orders.orderedBy, orderedBy],
    [orders.buyerReference, order.buyer_reference],
    [orders.importedReference, order.imported_reference],
    [orders.confirmedAt, time(order.confirmed_at)],
    [orders.cancelledAt, time(order.cancelled_at)],
    [orders.cancelReason, order.cancel_reason],
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{orders.facts}</h2>
      <FactList class="facts" facts={facts} />
    </section>
  );
};

const Cancelling: FC<OfficeOrderProps> = ({ desk, opened: { order }, state }) => {
  const { orders } = officeTextsIn(desk.frame.language);
  if (!mayStep(order.status, 'cancel', 'sales')) return null;
  return (
    <section aria-labelledby="cancelling">
      <h2 id="cancelling">{orders.cancelTitle}</h2>
      <form method="post" action={orderAddress(desk, 'officeOrders', order)} class="office-form" novalidate>
        <FormFaults desk={desk} state={state} />
        <AreaField
          {...{ desk, state, name: 'reason', label: orders.reason, hint: orders.cancelHelp, required: true }}
          longest={500}
          rows={2}
        />
        <div class="buttons">
          <button class="ds-button" data-variant="secondary" data-color="danger" type="submit" name="do" value="cancel">
            {orders.cancelIt}
          </button>
        </div>
      </form>
    </section>
  );
};
