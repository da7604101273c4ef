/** One's own order: what was ordered, how far it has come, and what one can still do about it. */

import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { dayOf } from '../../../records/index.ts';
import type { DeliveryWithLines } from '../../../register/index.ts';
import { type Fact, FactList } from '../../facts.tsx';
import { amountInWords, textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout, PrivacyContact } from '../my-layout.tsx';
import { dayInWords } from '../value-in-words.ts';
import { StatusTag } from './list.tsx';
import type { MyOrder } from './read.ts';
import { WITHDRAW } from './withdraw-page.tsx';

type Told = 'cancelled' | 'received' | 'too-late' | 'withdrawn' | 'no-withdrawal';

interface OrderProps {
  readonly frame: MyFrame;
  readonly mine: MyOrder;
  readonly now: Date;
  /** What was just done, or could not be. */
  readonly told: Told | null;
}

export const MyOrderPage: FC<OrderProps> = ({ frame, mine, now, told }) => {
  const { language } = frame;
  const { ordering } = textsIn(language);
  const { order } = mine;
  const below = `/${order.order_id}`;
  return (
    <MyLayout frame={frame} page="myOrders" title={ordering.orderTitle(order.order_number)} below={below}>
      {told === null ? null : <TellDone frame={frame} told={told} />}
      <p>
        <StatusTag frame={frame} status={order.status} />
      </p>
      <p>{ordering.placedOn(dayInWords(order.placed_at, frame))}</p>
      <Lines frame={frame} mine={mine} />
      <Facts frame={frame} mine={mine} />
      <Deliveries frame={frame} mine={mine} />
      <Withdrawal frame={frame} mine={mine} now={now} />
      {mine.mayCancel ? (
        <form method="post" action={myAddress(frame, 'myOrders', language, below)}>
          <p class="hint">{ordering.cancelHelp}</p>
          <button class="ds-button" data-variant="secondary" type="submit" name="do" value="cancel">
            {ordering.cancel}
          </button>
        </form>
      ) : null}
      <p>
        <a class="ds-link" href={myAddress(frame, 'myOrders')}>
          {ordering.back}
        </a>
      </p>
    </MyLayout>
  );
};

const TellDone: FC<{ frame: MyFrame; told: Told }> = ({ frame, told }) => {
  const { ordering, withdrawing } = textsIn(frame.language);
  const words: Readonly<Record<Told, string>> = {
    ...{ cancelled: ordering.cancelled, received: ordering.receiptConfirmed, 'too-late': ordering.tooLate },
    ...{ withdrawn: withdrawing.done, 'no-withdrawal': withdrawing.notNow },
  };
  const warns = told === 'too-late' || told === 'no-withdrawal';
  return (
    <div class="ds-alert" data-color={warns ? 'warning' : 'success'} role="status">
      <p>{words[told]}</p>
    </div>
  );
};

const Lines: FC<{ frame: MyFrame; mine: MyOrder }> = ({ frame: { language }, mine }) => {
  const texts = textsIn(language);
  const { ordering } = texts;
  const { order, lines, progress, deliveries } = mine;
  return (
    <table class="ds-table sums">
      <caption>{ordering.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{ordering.product}</th>
          <th scope="col">{texts.quantity}</th>
          <th scope="col">{ordering.net}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr>
            <th scope="row">{line.product?.[`name_${language}`]}</th>
            <td data-label={texts.quantity}>
              {line.quantity}
              {deliveries.length === 0 ? null : (
                <span class="hint block">{ordering.ofQuantity(progress[at]?.sent ?? 0, line.quantity)}</span>
              )}
            </td>
            <td data-label={ordering.net}>{amountInWords(line.quantity * line.unit_price_ore, language)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr class="to-pay">
          <th scope="row" colspan={2}>
            {ordering.toPay}
          </th>
          <td>{amountInWords(order.net_ore + order.vat_ore, language)}</td>
        </tr>
      </tfoot>
    </table>
  );
};

const Facts: FC<{ frame: MyFrame; mine: MyOrder }> = ({ frame: { language }, mine: { order } }) => {
  const { ordering } = textsIn(language);
  const {
    deliver_to_name: name,
    deliver_to_street: street,
    deliver_to_postal_code: code,
    deliver_to_city: city,
  } = order;
  const address = [name, street, [code, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const facts: readonly Fact[] = [
    [ordering.deliverTo, address],
    [ordering.payment, ordering[order.payment_terms]],
    [ordering.buyerReference, order.buyer_reference],
    [ordering.cancelReason, order.cancel_reason],
  ];
  return <FactList class="summary-facts" facts={facts} />;
};

const Deliveries: FC<{ frame: MyFrame; mine: MyOrder }> = ({ frame, mine }) => {
  const { ordering } = textsIn(frame.language);
  const { deliveries, order } = mine;
  if (deliveries.length === 0) return null;
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{ordering.deliveries}</h2>
      <ul class="my-deliveries">
        {deliveries.map(({ delivery, lines }) => (
          <li>
            <Delivery frame={frame} mine={mine} one={{ delivery, lines }} />
            {delivery.completed_at !== null || order.status !== 'part-delivered' ? null : (
              <form method="post" action={myAddress(frame, 'myOrders', frame.language, `/${order.order_id}`)}>
                <input type="hidden" name="delivery" value={delivery.delivery_id} />
                <button class="ds-button" data-variant="secondary" type="submit" name="do" value="receive">
                  {ordering.confirmReceipt}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Delivery: FC<{ frame: MyFrame; mine: MyOrder; one: DeliveryWithLines }> = ({ frame, mine, one }) => {
  const { language } = frame;
  const { ordering } = textsIn(language);
  const { delivery, lines } = one;
  const contents = lines.map(({ lineNumber, quantity }) => {
    const line = mine.lines.find(({ line_number: number }) => number === lineNumber);
    return `${quantity} × ${line?.product?.[`name_${language}`] ?? ''}`;
  });
  return (
    <p>
      {ordering.deliverySent(dayInWords(delivery.dispatched_at, frame), delivery.carrier ?? '')}{' '}
      {contents.length === 0 ? '' : `${contents.join(', ')}.`}
      {delivery.tracking_reference === null ? null : ` ${ordering.tracking}: ${delivery.tracking_reference}.`}
      {delivery.completed_at === null
        ? null
        : ` ${ordering.deliveryReceived(dayInWords(delivery.completed_at, frame))}`}
    </p>
  );
};

const Withdrawal: FC<{ frame: MyFrame; mine: MyOrder; now: Date }> = ({ frame, mine, now }) => {
  const { ordering, withdrawing } = textsIn(frame.language);
  const { withdrawal, order } = mine;
  if (order.withdrawn_at !== null) return <Withdrawn frame={frame} at={order.withdrawn_at} />;
  if (withdrawal === null || order.status === 'cancelled') return null;
  const date = withdrawal === 'not-begun' ? '' : dateInWords(withdrawal, frame.language);
  const over = withdrawal !== 'not-begun' && withdrawal < dayOf(now, frame.policy);
  return (
    <section aria-labelledby="withdrawal">
      <h2 id="withdrawal">{ordering.withdrawalTitle}</h2>
      <p>
        {withdrawal === 'not-begun'
          ? ordering.withdrawalNotBegun
          : over
            ? ordering.withdrawalOver(date)
            : ordering.withdrawalUntil(date)}{' '}
        {over || mine.mayWithdraw ? null : <PrivacyContact policy={frame.policy} />}
      </p>
      {mine.mayWithdraw ? (
        <p>
          <a
            class="ds-button"
            data-variant="secondary"
            href={myAddress(frame, 'myOrders', frame.language, `/${order.order_id}${WITHDRAW[frame.language]}`)}
          >
            {withdrawing.start}
          </a>
        </p>
      ) : null}
    </section>
  );
};

const Withdrawn: FC<{ frame: MyFrame; at: Date }> = ({ frame, at }) => {
  const { ordering, withdrawing } = textsIn(frame.language);
  return (
    <section aria-labelledby="withdrawal">
      <h2 id="withdrawal">{ordering.withdrawalTitle}</h2>
      <p>
        {withdrawing.withdrawnOn(dayInWords(at, frame))}{' '}
        <a class="ds-link" href={myAddress(frame, 'myClaims')}>
          {textsIn(frame.language).myClaims}
        </a>
      </p>
    </section>
  );
};
