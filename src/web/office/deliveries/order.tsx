/** One order as warehouse sees it: pack and send a part, print its note, mark what has come. */

import type { FC } from 'hono/jsx';
import { phoneInWords } from '../../../notice/index.ts';
import {
  type DeliveryWithLines,
  mayStep,
  type PackedLine,
  type PackingOrder,
  takenAsReceivedAt,
} from '../../../register/index.ts';
import { type Fact, FactList } from '../../facts.tsx';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { DateField, RadioField, SelectField, TextField } from '../form/fields.tsx';
import { FormFaults } from '../form/form.tsx';
import { OrderStatusTag, orderAddress } from '../orders/order-links.tsx';
import { timeInWords } from '../value.tsx';

export interface PackingProps {
  readonly desk: Desk;
  readonly opened: PackingOrder;
  /** Of the form for sending. */
  readonly state: FormState;
  /** Of the form for receiving. */
  readonly receiving: FormState;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export const quantityField = (lineNumber: number): string => `quantity-${lineNumber}`;

export const PackingPage: FC<PackingProps> = (props) => {
  const { desk, opened } = props;
  const texts = officeTextsIn(desk.frame.language);
  const { order } = opened;
  return (
    <DeskPage desk={desk} title={texts.orders.title(order.order_number)} page="officeDeliveries">
      <div class="title-row">
        <h1>{texts.orders.title(order.order_number)}</h1>
        <OrderStatusTag desk={desk} status={order.status} />
      </div>
      <Addressee {...props} />
      <Sending {...props} />
      <Receiving {...props} />
      <Sent {...props} />
    </DeskPage>
  );
};

const Addressee: FC<PackingProps> = ({ desk, opened: { order, phone } }) => {
  const { deliveries, notGiven } = officeTextsIn(desk.frame.language);
  return (
    <dl class="facts">
      <div>
        <dt>{deliveries.deliverTo}</dt>
        <dd>
          <strong>{order.deliver_to_name}</strong>
          <br />
          {order.deliver_to_street}
          <br />
          {order.deliver_to_postal_code} {order.deliver_to_city}
        </dd>
      </div>
      <div>
        <dt>{deliveries.phone}</dt>
        <dd>
          {phone === null ? (
            notGiven
          ) : (
            <a class="ds-link" href={`tel:${phone}`}>
              {phoneInWords(phone)}
            </a>
          )}
        </dd>
      </div>
    </dl>
  );
};

export const nameOf = ({ product }: PackedLine, { frame }: Pick<Desk, 'frame'>): string =>
  product === null ? '' : product[`name_${frame.language}`];

const Sending: FC<PackingProps> = ({ desk, opened, state }) => {
  const { deliveries, orders } = officeTextsIn(desk.frame.language);
  const { order, lines } = opened;
  const open = lines.filter(({ remaining }) => remaining > 0);
  if (open.length === 0) return <p class="lead">{deliveries.allSent}</p>;
  if (!mayStep(order.status, 'send', 'warehouse')) return <p class="lead">{deliveries.notConfirmed}</p>;
  const rest = Object.fromEntries(open.map((line) => [quantityField(line.lineNumber), String(line.remaining)]));
  const filled = { ...state, values: { ...rest, ...state.values } };
  return (
    <section aria-labelledby="sending">
      <h2 id="sending">{deliveries.sendTitle}</h2>
      <form method="post" action={orderAddress(desk, 'officeDeliveries', order)} class="office-form" novalidate>
        <FormFaults desk={desk} state={state} />
        {open.map((line) => (
          <TextField
            {...{ desk, state: filled, name: quantityField(line.lineNumber), inputmode: 'numeric', longest: 5 }}
            label={deliveries.nowField(nameOf(line, desk))}
            hint={`${deliveries.ordered} ${line.quantity} · ${orders.sent} ${line.sent} · ${orders.remains} ${line.remaining}`}
            required
          />
        ))}
        <TextField
          {...{ desk, state, name: 'carrier', label: deliveries.carrier, hint: deliveries.carrierHint, longest: 100 }}
        />
        <TextField {...{ desk, state, name: 'tracking', label: deliveries.tracking, longest: 100 }} />
        <div class="buttons">
          <button class="ds-button" type="submit" name="do" value="send">
            {deliveries.send}
          </button>
        </div>
      </form>
    </section>
  );
};

const Sent: FC<PackingProps> = (props) => {
  const { desk, opened } = props;
  const { deliveries } = officeTextsIn(desk.frame.language);
  if (opened.deliveries.length === 0) return null;
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{deliveries.earlier}</h2>
      {opened.deliveries.map((one) => (
        <OneDelivery {...props} one={one} />
      ))}
    </section>
  );
};

const OneDelivery: FC<PackingProps & { one: DeliveryWithLines }> = (props) => {
  const { desk, opened, one } = props;
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { deliveries } = texts;
  const { delivery, lines } = one;
  const contents = lines.map(({ lineNumber, quantity }) => {
    const line = opened.lines.find((other) => other.lineNumber === lineNumber);
    return `${quantity} × ${line === undefined ? '' : nameOf(line, desk)}`;
  });
  const time = (at: Date): string => timeInWords(at, policy, language);
  const how = delivery.completed_through === null ? '' : ` (${deliveries.through[delivery.completed_through]})`;
  const facts: readonly Fact[] = [
    [deliveries.sentAt, time(delivery.dispatched_at)],
    [deliveries.contents, contents.join(', ') || null],
    [deliveries.carrier, delivery.carrier],
    [deliveries.tracking, delivery.tracking_reference],
    [deliveries.receivedAt, delivery.completed_at === null ? null : `${time(delivery.completed_at)}${how}`],
  ];
  return (
    <article class="ds-card record">
      <h3>{deliveries.delivery(delivery.delivery_number)}</h3>
      <FactList class="facts" facts={facts} />
      <p>
        <a class="ds-link" href={orderAddress(desk, 'officeDeliveries', opened.order, `/${delivery.delivery_id}.pdf`)}>
          {deliveries.noteLink}
        </a>
      </p>
    </article>
  );
};

/** One form for all that is under way, which says which of them has come. */
const Receiving: FC<PackingProps> = ({ desk, opened, receiving, today }) => {
  const { policy, language } = desk.frame;
  const { deliveries } = officeTextsIn(language);
  const open = opened.deliveries.filter(({ delivery }) => delivery.completed_at === null);
  const [first] = open;
  if (first === undefined) return null;
  const values = { delivery: first.delivery.delivery_id, receivedOn: today, saidBy: 'receipt', ...receiving.values };
  const state = { ...receiving, values };
  return (
    <section aria-labelledby="receiving">
      <h2 id="receiving">{deliveries.markReceived}</h2>
      <p class="hint">
        {deliveries.takenAsReceived(timeInWords(takenAsReceivedAt(first.delivery.dispatched_at), policy, language))}
      </p>
      <form method="post" action={orderAddress(desk, 'officeDeliveries', opened.order)} class="office-form" novalidate>
        <FormFaults desk={desk} state={receiving} />
        <SelectField
          {...{ desk, state, name: 'delivery', label: deliveries.which, required: true }}
          options={open.map(({ delivery }) => ({
            ...{ value: delivery.delivery_id, label: deliveries.delivery(delivery.delivery_number) },
          }))}
        />
        <DateField {...{ desk, state, name: 'receivedOn', label: deliveries.receivedOn, max: today }} required />
        <RadioField
          {...{ desk, state, name: 'saidBy', label: deliveries.saidBy }}
          options={(['receipt', 'carrier'] as const).map((value) => ({
            ...{ value, label: deliveries.saidByOptions[value] },
          }))}
          required
        />
        <div class="buttons">
          <button class="ds-button" data-variant="secondary" type="submit" name="do" value="receive">
            {deliveries.markReceived}
          </button>
        </div>
      </form>
    </section>
  );
};
