/** One's own invoices on My page, the newest first. */
import type { FC } from 'hono/jsx';
import { type Invoice, type InvoiceState, shortDay, stateOf } from '../../../register/index.ts';
import { STATE_COLOURS } from '../../office/invoices/links.tsx';
import { amountInWords, textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';

export const StateTag: FC<{ frame: MyFrame; state: InvoiceState }> = ({ frame, state }) => (
  <span class="ds-tag" data-color={STATE_COLOURS[state]}>
    {textsIn(frame.language).myInvoicing.states[state]}
  </span>
);

interface MyInvoicesProps {
  readonly frame: MyFrame;
  readonly invoices: readonly Invoice[];
  readonly today: string;
}

export const MyInvoicesPage: FC<MyInvoicesProps> = ({ frame, invoices, today }) => {
  const { language } = frame;
  const { myInvoicing } = textsIn(language);
  return (
    <MyLayout frame={frame} page="myInvoices" title={myInvoicing.question} lead={myInvoicing.lead}>
      {invoices.length === 0 ? <p>{myInvoicing.none}</p> : null}
      <ul class="my-orders">
        {invoices.map((invoice) => (
          <li class="ds-card">
            <h2>
              <a class="ds-link" href={myAddress(frame, 'myInvoices', language, `/${invoice.invoice_id}`)}>
                {myInvoicing.title(invoice.kind, Number(invoice.invoice_number))}
              </a>
            </h2>
            <p>
              <StateTag frame={frame} state={stateOf(invoice, today)} />
            </p>
            <p>
              {myInvoicing.issuedOn(shortDay(invoice.issued_on, language))}
              {invoice.kind === 'invoice' ? `, ${myInvoicing.dueOn(shortDay(invoice.due_on, language))}` : ''} ·{' '}
              {amountInWords(Number(invoice.net_ore) + Number(invoice.vat_ore), language)}
            </p>
          </li>
        ))}
      </ul>
    </MyLayout>
  );
};
