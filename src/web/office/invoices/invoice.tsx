/** One invoice or credit note: what it says, how it stands, and what has been done with it since. */
import type { Child, FC } from 'hono/jsx';
import {
  collectionFrom,
  documentOf,
  ehfFault,
  type InvoiceLine,
  type OpenedInvoice,
  sellerOf,
  shortDay,
  stateOf,
  totalsOf,
} from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { Actions } from './actions.tsx';
import { InvoiceStateTag, invoiceAddress, keyOfRow } from './links.tsx';

export interface InvoiceProps {
  readonly desk: Desk;
  readonly opened: OpenedInvoice;
  readonly creditable: readonly (InvoiceLine & { readonly left: number })[];
  readonly today: string;
  /** The id that a payment registered with this form gets. */
  readonly newPayment: string;
  /** Of the form that had something wrong with it. */
  readonly state: FormState;
}

export const InvoicePage: FC<InvoiceProps> = (props) => {
  const { desk, opened, today } = props;
  const { language } = desk.frame;
  const { invoice } = opened;
  const { invoices } = officeTextsIn(language);
  const title = invoices.title(invoice.kind, Number(invoice.invoice_number));
  return (
    <DeskPage desk={desk} title={title} page="officeInvoices">
      <div class="title-row">
        <h1>{title}</h1>
        <InvoiceStateTag desk={desk} state={stateOf(invoice, today)} />
      </div>
      <Downloads desk={desk} opened={opened} />
      <Facts desk={desk} opened={opened} />
      <Lines desk={desk} opened={opened} />
      {invoice.kind === 'credit-note' ? null : <Since desk={desk} opened={opened} />}
      <Actions {...props} />
    </DeskPage>
  );
};

type Part = FC<Pick<InvoiceProps, 'desk' | 'opened'>>;

const Downloads: Part = ({ desk, opened }) => {
  const { invoices } = officeTextsIn(desk.frame.language);
  const key = keyOfRow(opened.invoice);
  const seller = sellerOf(desk.frame.policy.controller);
  const hasEhf = seller !== null && opened.lines.length > 0 && ehfFault(documentOf(opened, seller)) === null;
  return (
    <div class="buttons">
      {seller === null || opened.lines.length === 0 ? null : (
        <a class="ds-button" data-variant="secondary" href={invoiceAddress(desk, key, '/pdf')}>
          {invoices.pdf}
        </a>
      )}
      {hasEhf ? (
        <a class="ds-button" data-variant="secondary" href={invoiceAddress(desk, key, '/ehf')}>
          {invoices.ehf}
        </a>
      ) : null}
    </div>
  );
};

const Facts: Part = ({ desk, opened }) => {
  const { language } = desk.frame;
  const { invoices } = officeTextsIn(language);
  const { invoice, credited, credits, orderNumber } = opened;
  const to = (one: OpenedInvoice['invoice']) => (
    <a class="ds-link" href={invoiceAddress(desk, keyOfRow(one))}>
      {one.invoice_number}
    </a>
  );
  const customers = `${addressOf('officeCustomers', language)}/${invoice.customer_id}`;
  const facts: readonly (readonly [string, Child | null])[] = [
    [
      invoices.buyer,
      <a class="ds-link" href={withPurpose(customers, desk.purpose?.name ?? null)}>
        {invoice.buyer_name}
      </a>,
    ],
    [invoices.order, orderNumber],
    [invoices.issuedOn, shortDay(invoice.issued_on, language)],
    [invoices.dueOn, invoice.kind === 'invoice' ? shortDay(invoice.due_on, language) : null],
    [invoices.reference, invoice.kind === 'invoice' ? invoice.payment_reference : null],
    [invoices.deliveredOn, invoice.delivered_on === null ? null : shortDay(invoice.delivered_on, language)],
    [invoices.deliveryPlace, invoice.delivery_place?.replaceAll('\n', ', ') ?? null],
    [
      invoices.outstanding,
      invoice.kind === 'invoice' ? amountInWords(Number(invoice.outstanding_ore), language) : null,
    ],
    [invoices.credits, credited === null ? null : to(credited)],
    [invoices.creditedBy, credits.length === 0 ? null : credits.map((one) => <>{to(one)} </>)],
    [invoices.billAgainSaid, invoice.bill_again ? '✓' : null],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
};

const Lines: Part = ({ desk, opened: { invoice, lines } }) => {
  const { language } = desk.frame;
  const { invoices } = officeTextsIn(language);
  const money = (ore: number): string => amountInWords(ore, language);
  const totals = totalsOf(
    lines.map((line) => ({
      ...{ lineNumber: line.line_number, description: line.description, quantity: line.quantity },
      ...{ unitPriceOre: Number(line.unit_price_ore), vatRate: line.vat_rate },
    })),
  );
  const [net, vat] = [Number(invoice.net_ore), Number(invoice.vat_ore)];
  const sums = [
    [invoices.totalNet, net] as const,
    ...totals.byRate.map(({ vatRate, vatOre }) => [invoices.vat(vatRate), vatOre] as const),
    [invoices.total, net + vat] as const,
  ];
  return (
    <table class="ds-table lines">
      <caption>{invoices.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{invoices.description}</th>
          {[invoices.quantity, invoices.unitPrice, invoices.net].map((label) => (
            <th scope="col" class="figure">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <th scope="row">{line.description}</th>
            <Figure label={invoices.quantity}>{line.quantity}</Figure>
            <Figure label={invoices.unitPrice}>{money(Number(line.unit_price_ore))}</Figure>
            <Figure label={invoices.net}>{money(Number(line.net_ore))}</Figure>
          </tr>
        ))}
        {sums.map(([label, ore]) => (
          <tr>
            <th scope="row" colspan={3}>
              {label}
            </th>
            <Figure label={label}>{money(ore)}</Figure>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Figure: FC<{ label: string; children?: Child }> = ({ label, children }) => (
  <td class="figure" data-label={label}>
    {children}
  </td>
);

/** Payments and reminders. */
const Since: Part = ({ desk, opened }) => {
  const { language } = desk.frame;
  const { invoices } = officeTextsIn(language);
  const { payments, reminders, invoice } = opened;
  const collection = collectionFrom(opened);
  return (
    <>
      <section aria-labelledby="payments">
        <h2 id="payments">{invoices.payments}</h2>
        {payments.length === 0 ? <p>{invoices.noPayments}</p> : null}
        <ul class="rows">
          {payments.map((payment) => (
            <li>
              <span>{amountInWords(Number(payment.amount_ore), language)}</span>
              <span class="hint">
                {shortDay(payment.paid_on, language)} · {invoices.methods[payment.method]}
                {payment.bank_reference === null ? '' : ` · ${payment.bank_reference}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {reminders.length === 0 ? null : (
        <section aria-labelledby="reminders">
          <h2 id="reminders">{invoices.reminders}</h2>
          <ul class="rows">
            {reminders.map((reminder) => (
              <li>
                <span>
                  <a class="ds-link" href={invoiceAddress(desk, keyOfRow(invoice), `/reminder/${reminder.level}`)}>
                    {invoices.level(reminder.level)}
                  </a>
                </span>
                <span class="hint">
                  {invoices.sentOn} {shortDay(reminder.sent_on, language)} · {invoices.newDue}{' '}
                  {shortDay(reminder.due_on, language)} · {invoices.fee}{' '}
                  {amountInWords(Number(reminder.fee_ore), language)}
                </span>
              </li>
            ))}
          </ul>
          {collection === null || Number(invoice.outstanding_ore) <= 0 ? null : (
            <p>{invoices.collectionFrom(shortDay(collection, language))}</p>
          )}
        </section>
      )}
    </>
  );
};
