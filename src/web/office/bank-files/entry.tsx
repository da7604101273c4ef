/** An amount that fitted no invoice by itself: finding the invoice it is for, and booking it, or setting it aside. */
import type { FC } from 'hono/jsx';
import type { InvoiceToPay, WaitingEntry } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { bankFileAddress, dayText } from './addresses.ts';

interface EntryPageProps {
  readonly desk: Desk;
  readonly entry: WaitingEntry;
  readonly state: FormState;
  /** The invoice that was looked for, or what it may be for. */
  readonly invoices: readonly InvoiceToPay[];
}

export const BankEntryPage: FC<EntryPageProps> = (props) => {
  const { desk, entry, state } = props;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.bankFileColumns;
  const title = texts.entryTitle(amountInWords(entry.amountOre, language));
  return (
    <DeskPage desk={desk} title={title} page="officeBankFiles">
      <h1>{title}</h1>
      <p class="lead">
        {texts.entryStates[entry.state]} {entry.why === null ? '' : `${texts.whyUnmatched[entry.why]}.`}
      </p>
      <dl class="facts">
        <div>
          <dt>{columns.day}</dt>
          <dd>{dayText(entry.paidOn, language)}</dd>
        </div>
        <div>
          <dt>{columns.reference}</dt>
          <dd>{entry.reference ?? texts.withoutReference}</dd>
        </div>
        <div>
          <dt>{columns.bank}</dt>
          <dd>{entry.bankReference}</dd>
        </div>
      </dl>
      {entry.state !== 'unmatched' ? null : (
        <>
          {entry.amountOre <= 0 ? <p>{texts.entryTakenBack}</p> : <Assign {...props} />}
          <section aria-labelledby="aside">
            <h2 id="aside">{texts.entrySetAside}</h2>
            <p>{texts.entrySetAsideHint}</p>
            <form method="post" action={bankFileAddress(desk, entry.payment_file_id, entry.entry_number, 'aside')}>
              <button class="ds-button" data-variant="secondary" type="submit">
                {texts.entrySetAside}
              </button>
            </form>
          </section>
        </>
      )}
      {Object.keys(state.faults).length > 0 && entry.state !== 'unmatched' ? <p>{texts.entryNotWaiting}</p> : null}
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeBankFiles')}>
          {texts.officeBankFiles}
        </a>
      </p>
    </DeskPage>
  );
};

const Assign: FC<EntryPageProps> = ({ desk, entry, state, invoices }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <section aria-labelledby="assign">
      <h2 id="assign">{texts.entryAssign}</h2>
      {invoices.length === 0 ? null : (
        <>
          <h3>{texts.entrySuggested}</h3>
          <ul class="cards">
            {invoices.map((invoice) => (
              <InvoiceCard desk={desk} entry={entry} invoice={invoice} />
            ))}
          </ul>
        </>
      )}
      <OfficeForm
        desk={desk}
        state={state}
        action={bankFileAddress(desk, entry.payment_file_id, entry.entry_number, 'find')}
        submit={texts.entryFindInvoice}
      >
        <TextField
          desk={desk}
          state={state}
          name="invoice"
          label={texts.entryInvoiceNumber}
          inputmode="numeric"
          longest={15}
          required
        />
      </OfficeForm>
    </section>
  );
};

const InvoiceCard: FC<{ desk: Desk; entry: WaitingEntry; invoice: InvoiceToPay }> = ({ desk, entry, invoice }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const rest = invoice.outstandingOre - entry.amountOre;
  return (
    <li class="ds-card" data-variant="tinted">
      <h4>{texts.entryInvoice(invoice.invoiceNumber)}</h4>
      <dl class="facts">
        <div>
          <dt>{texts.entryBuyer}</dt>
          <dd>{invoice.buyerName}</dd>
        </div>
        <div>
          <dt>{texts.entryTotal}</dt>
          <dd>{amountInWords(invoice.totalOre, language)}</dd>
        </div>
        <div>
          <dt>{texts.entryOutstanding}</dt>
          <dd>{amountInWords(invoice.outstandingOre, language)}</dd>
        </div>
        <div>
          <dt>{texts.entryDue}</dt>
          <dd>{dayText(invoice.dueOn, language)}</dd>
        </div>
      </dl>
      <p>{texts.entryAfter(rest, amountInWords(Math.abs(rest), language))}</p>
      <form method="post" action={bankFileAddress(desk, entry.payment_file_id, entry.entry_number, 'assign')}>
        <HiddenFields fields={{ invoice: String(invoice.invoiceNumber) }} />
        <button class="ds-button" type="submit">
          {texts.entryAssignTo(invoice.invoiceNumber)}
        </button>
      </form>
    </li>
  );
};
