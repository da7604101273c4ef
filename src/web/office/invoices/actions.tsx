/** What can be done with an invoice now: register a payment, remind, credit, ask for a payout. Each folded away. */
import type { Child, FC } from 'hono/jsx';
import { nextReminder, PAYMENT_METHODS } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { AmountField, CheckField, DateField, RadioField, TextField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import type { InvoiceProps } from './invoice.tsx';
import { invoiceAddress, keyOfRow } from './links.tsx';

export const Actions: FC<InvoiceProps> = (props) => {
  const { desk, opened, today, creditable } = props;
  const { invoice } = opened;
  if (invoice.kind === 'credit-note') return null;
  const texts = officeTextsIn(desk.frame.language);
  const outstanding = Number(invoice.outstanding_ore);
  const level = nextReminder(opened, today);
  return (
    <div class="actions">
      {outstanding > 0 ? <Payment {...props} /> : null}
      {level === null ? null : <Reminder {...props} level={level} />}
      {creditable.some(({ left }) => left > 0) ? <Credit {...props} /> : null}
      {outstanding < 0 ? <PayBack {...props} /> : null}
      {outstanding < 0 ? <p class="hint">{texts.payouts.lead}</p> : null}
    </div>
  );
};

const doing = ({ values }: FormState): string => values.do ?? '';
const stateFor = ({ state }: InvoiceProps, what: string): FormState => (doing(state) === what ? state : EMPTY_FORM);

interface FoldedProps {
  readonly title: string;
  readonly open: boolean;
  readonly children?: Child;
}

const Folded: FC<FoldedProps> = ({ title, open, children }) => (
  <details class="ds-details" open={open}>
    <summary>{title}</summary>
    <div>{children}</div>
  </details>
);

const Payment: FC<InvoiceProps> = (props) => {
  const { desk, opened, today, newPayment } = props;
  const { invoices } = officeTextsIn(desk.frame.language);
  const given = stateFor(props, 'pay');
  const outstanding = Number(opened.invoice.outstanding_ore);
  const amount = (outstanding / 100).toFixed(2).replace('.', desk.frame.language === 'nb' ? ',' : '.');
  const values = { amount, paidOn: today, method: 'bank', ...given.values };
  const field = { desk, state: { ...given, values } };
  return (
    <Folded title={invoices.registerPayment} open={given !== EMPTY_FORM}>
      <p class="hint">{invoices.registerPaymentHint}</p>
      <OfficeForm
        desk={desk}
        state={given}
        action={invoiceAddress(desk, keyOfRow(opened.invoice))}
        submit={invoices.registerPayment}
      >
        <input type="hidden" name="do" value="pay" />
        <input type="hidden" name="payment" value={given.values.payment ?? newPayment} />
        <AmountField {...field} name="amount" label={invoices.amount} required />
        <DateField {...field} name="paidOn" label={invoices.paidOn} max={today} required />
        <RadioField
          {...field}
          name="method"
          label={invoices.method}
          required
          options={PAYMENT_METHODS.map((value) => ({ value, label: invoices.methods[value] }))}
        />
        <TextField {...field} name="reference" label={invoices.bankReference} longest={60} />
      </OfficeForm>
    </Folded>
  );
};

const Reminder: FC<InvoiceProps & { level: number }> = (props) => {
  const { desk, opened, level } = props;
  const { invoices } = officeTextsIn(desk.frame.language);
  const given = stateFor(props, 'remind');
  return (
    <Folded title={invoices.remind(level)} open={given !== EMPTY_FORM}>
      <p class="hint">{invoices.remindHint}</p>
      <OfficeForm
        desk={desk}
        state={given}
        action={invoiceAddress(desk, keyOfRow(opened.invoice))}
        submit={invoices.remind(level)}
      >
        <input type="hidden" name="do" value="remind" />
        <AmountField desk={desk} state={given} name="fee" label={invoices.fee} hint={invoices.feeHint} />
      </OfficeForm>
    </Folded>
  );
};

const Credit: FC<InvoiceProps> = (props) => {
  const { desk, opened, creditable } = props;
  const { invoices } = officeTextsIn(desk.frame.language);
  const given = stateFor(props, 'credit');
  const left = Object.fromEntries(creditable.map((line) => [`line.${line.line_number}`, String(line.left)]));
  const state = { ...given, values: { ...left, ...given.values } };
  return (
    <Folded title={invoices.credit} open={given !== EMPTY_FORM}>
      <p class="hint">{invoices.creditHint}</p>
      <OfficeForm
        desk={desk}
        state={given}
        action={invoiceAddress(desk, keyOfRow(opened.invoice))}
        submit={invoices.creditSubmit}
      >
        <input type="hidden" name="do" value="credit" />
        {creditable
          .filter((line) => line.left > 0)
          .map((line) => (
            <TextField
              desk={desk}
              state={state}
              name={`line.${line.line_number}`}
              label={line.description}
              hint={invoices.left(line.left)}
              inputmode="numeric"
              required
            />
          ))}
        <CheckField desk={desk} state={state} name="again" label={invoices.billAgain} hint={invoices.billAgainHint} />
      </OfficeForm>
    </Folded>
  );
};

const PayBack: FC<InvoiceProps> = (props) => {
  const { desk, opened } = props;
  const { invoices, payouts } = officeTextsIn(desk.frame.language);
  const given = stateFor(props, 'pay-back');
  return (
    <Folded title={invoices.payBack} open={given !== EMPTY_FORM}>
      <OfficeForm
        desk={desk}
        state={given}
        action={invoiceAddress(desk, keyOfRow(opened.invoice))}
        submit={payouts.ask}
      >
        <input type="hidden" name="do" value="pay-back" />
        <TextField
          {...{ desk, state: given, name: 'account', label: payouts.account, hint: payouts.accountHint }}
          inputmode="numeric"
          longest={40}
          required
        />
        <TextField desk={desk} state={given} name="reason" label={payouts.reason} longest={300} required />
      </OfficeForm>
    </Folded>
  );
};
