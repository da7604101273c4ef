/**
 * The order as a whole before it binds anybody (ehandelsloven §§ 11 and 12): what, for how much with VAT by rate, to
 * whom, how it is paid. Nothing is written until the button that says so; what was typed travels along unseen.
 */

import type { FC } from 'hono/jsx';
import { amountsByRate, amountsOf, type PricedLine } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { type Fact, FactList } from '../../facts.tsx';
import { NoticeBeside } from '../../forms/person-fields.tsx';
import type { Typed } from '../../forms/read-person.ts';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { amountInWords, textsIn } from '../../texts/index.ts';
import { grossPrice } from './goods.tsx';
import type { OrderDraft } from './read-order.ts';

export const pricedLines = ({ lines }: Pick<OrderDraft, 'lines'>): readonly PricedLine[] =>
  lines.map(({ product, quantity }) => ({ quantity, unitPriceOre: product.price_ore, vatRate: product.vat_rate }));

/** Øre to pay, VAT included. */
export function totalOf(draft: Pick<OrderDraft, 'lines'>): number {
  const { netOre, vatOre } = amountsOf(pricedLines(draft));
  return netOre + vatOre;
}

interface SummaryProps {
  readonly frame: Frame;
  readonly draft: OrderDraft;
  readonly typed: Typed;
  /** The id that the order gets, so that a button pressed twice orders once. */
  readonly orderId: string;
  /** The prices are no longer those that were shown. */
  readonly pricesChanged: boolean;
}

export const SummaryPage: FC<SummaryProps> = ({ frame, draft, typed, orderId, pricesChanged }) => {
  const { language } = frame;
  const { ordering } = textsIn(language);
  const kept = Object.entries(typed).filter(([name]) => !['step', 'order', 'total'].includes(name));
  return (
    <Layout frame={frame} title={ordering.summary} page="order">
      <h1>{ordering.summary}</h1>
      {pricesChanged ? (
        <div class="ds-alert" data-color="warning" role="alert">
          <p>{ordering.pricesChanged}</p>
        </div>
      ) : (
        <p class="lead">{ordering.summaryLead}</p>
      )}
      {draft.dropped.map((product) => (
        <div class="ds-alert" data-color="info" role="status">
          <p>{ordering.addOnDropped(product[`name_${language}`])}</p>
        </div>
      ))}
      <div class="with-notice">
        <form method="post" action={addressOf('order', language)} class="summary">
          {kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="order" value={orderId} />
          <input type="hidden" name="total" value={String(totalOf(draft))} />
          <Lines frame={frame} draft={draft} />
          <Facts frame={frame} draft={draft} />
          {draft.kind === 'company' ? null : (
            <section aria-labelledby="withdrawal">
              <h2 id="withdrawal">{ordering.withdrawalTitle}</h2>
              <p>{ordering.withdrawal}</p>
            </section>
          )}
          <div class="actions">
            <button class="ds-button" type="submit" name="step" value="order">
              {ordering.order}
            </button>
            <button class="ds-button" data-variant="secondary" type="submit" name="step" value="change">
              {ordering.change}
            </button>
          </div>
        </form>
        <NoticeBeside language={language} />
      </div>
    </Layout>
  );
};

const Lines: FC<{ frame: Frame; draft: OrderDraft }> = ({ frame: { language }, draft }) => {
  const texts = textsIn(language);
  const { ordering } = texts;
  const money = (ore: number) => amountInWords(ore, language);
  const lines = pricedLines(draft);
  return (
    <table class="ds-table sums">
      <caption>{ordering.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{ordering.product}</th>
          <th scope="col">{texts.quantity}</th>
          <th scope="col">{ordering.unitPrice}</th>
          <th scope="col">{ordering.net}</th>
        </tr>
      </thead>
      <tbody>
        {draft.lines.map(({ product, quantity }) => (
          <tr>
            <th scope="row">{product[`name_${language}`]}</th>
            <td data-label={texts.quantity}>{quantity}</td>
            <td data-label={ordering.unitPrice}>{money(grossPrice(product))}</td>
            <td data-label={ordering.net}>{money(quantity * product.price_ore)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <Sum label={ordering.totalNet} amount={money(amountsOf(lines).netOre)} />
        {amountsByRate(lines).map(({ vatRate, netOre, vatOre }) => (
          <Sum label={ordering.vat(vatRate, money(netOre))} amount={money(vatOre)} />
        ))}
        <Sum label={ordering.toPay} amount={money(totalOf(draft))} strong />
      </tfoot>
    </table>
  );
};

const Sum: FC<{ label: string; amount: string; strong?: boolean }> = ({ label, amount, strong }) => (
  <tr {...(strong === true ? { class: 'to-pay' } : {})}>
    <th scope="row" colspan={3}>
      {label}
    </th>
    <td>{amount}</td>
  </tr>
);

const Facts: FC<{ frame: Frame; draft: OrderDraft }> = ({ frame: { language }, draft }) => {
  const texts = textsIn(language);
  const { ordering } = texts;
  const { person, deliverTo, contactName, buyerReference, paymentTerms, kind } = draft;
  const waits = paymentTerms === 'invoice' && kind === 'private';
  const facts: readonly Fact[] = [
    [ordering.buyer, [person.legalName, person.email].join(', ')],
    [ordering.contactName, contactName],
    [ordering.buyerReference, buyerReference],
    [ordering.deliverTo, [deliverTo.name, deliverTo.street, `${deliverTo.postalCode} ${deliverTo.city}`].join(', ')],
    [ordering.payment, waits ? ordering.onInvoice : ordering[paymentTerms]],
  ];
  return <FactList class="summary-facts" facts={facts} />;
};
