/** One of one's own invoices: how it stands, how to pay it, what is on it, and the file. */
import type { FC } from 'hono/jsx';
import { accountNumberInWords, type OpenedInvoice, shortDay, stateOf } from '../../../register/index.ts';
import { amountInWords, textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';
import { StateTag } from './list.tsx';

interface MyInvoiceProps {
  readonly frame: MyFrame;
  readonly opened: OpenedInvoice;
  readonly today: string;
}

export const MyInvoicePage: FC<MyInvoiceProps> = ({ frame, opened, today }) => {
  const { language, policy } = frame;
  const { myInvoicing } = textsIn(language);
  const { invoice, payments, reminders, credits } = opened;
  const money = (ore: number): string => amountInWords(ore, language);
  const below = (path: string): string => myAddress(frame, 'myInvoices', language, `/${invoice.invoice_id}${path}`);
  const title = myInvoicing.title(invoice.kind, Number(invoice.invoice_number));
  return (
    <MyLayout frame={frame} page="myInvoices" title={title} below={`/${invoice.invoice_id}`}>
      <p>
        <StateTag frame={frame} state={stateOf(invoice, today)} />
      </p>
      <p>{myInvoicing.issuedOn(shortDay(invoice.issued_on, language))}</p>
      {policy.controller.billing === null || opened.lines.length === 0 ? null : (
        <p class="buttons">
          <a class="ds-button" href={below('/pdf')}>
            {myInvoicing.pdf}
          </a>
          {reminders.map(({ level }) => (
            <a class="ds-button" data-variant="secondary" href={below(`/reminder/${level}`)}>
              {myInvoicing.reminder(level)}
            </a>
          ))}
        </p>
      )}
      {invoice.kind === 'invoice' && Number(invoice.outstanding_ore) > 0 ? (
        <HowToPay frame={frame} opened={opened} />
      ) : null}
      {opened.lines.length === 0 ? null : <h2>{myInvoicing.lines}</h2>}
      <ul>
        {opened.lines.map((line) => (
          <li>
            {line.quantity} × {line.description}: {money(Number(line.net_ore))}
          </li>
        ))}
      </ul>
      <p>
        <strong>
          {myInvoicing.total}: {money(Number(invoice.net_ore) + Number(invoice.vat_ore))}
        </strong>
      </p>
      {payments.length === 0 ? null : (
        <>
          <h2>{myInvoicing.payments}</h2>
          <ul>
            {payments.map((payment) => (
              <li>{myInvoicing.paid(shortDay(payment.paid_on, language), money(Number(payment.amount_ore)))}</li>
            ))}
          </ul>
        </>
      )}
      {credits.map((credit) => (
        <p>
          <a class="ds-link" href={myAddress(frame, 'myInvoices', language, `/${credit.invoice_id}`)}>
            {myInvoicing.credits(Number(credit.invoice_number))}
          </a>
        </p>
      ))}
    </MyLayout>
  );
};

const HowToPay: FC<Pick<MyInvoiceProps, 'frame' | 'opened'>> = ({ frame, opened: { invoice } }) => {
  const { language, policy } = frame;
  const { myInvoicing } = textsIn(language);
  const { billing } = policy.controller;
  const facts: readonly (readonly [string, string])[] = [
    [myInvoicing.toPay, amountInWords(Number(invoice.outstanding_ore), language)],
    [myInvoicing.due, shortDay(invoice.due_on, language)],
    ...(billing === null ? [] : [[myInvoicing.account, accountNumberInWords(billing.accountNumber)] as const]),
    [myInvoicing.reference, invoice.payment_reference],
  ];
  return (
    <section class="ds-card" aria-labelledby="pay">
      <h2 id="pay">{myInvoicing.howToPay}</h2>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
