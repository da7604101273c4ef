/** The payouts, each with what can be done with it by whoever looks. */
import type { FC } from 'hono/jsx';
import {
  accountNumberInWords,
  listPayouts,
  MOST_EXPORTED,
  type Payout,
  type PayoutState,
  payoutState,
} from '../../../register/index.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { kroner, localTime } from '../exports/cells.ts';
import { wholeList } from '../exports/office-list.ts';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { INVOICING } from '../invoices/links.tsx';
import { TakeOut } from '../list/take-out.tsx';
import { timeInWords } from '../value.tsx';

interface PayoutsProps {
  readonly desk: Desk;
  readonly payouts: readonly Payout[];
  /** The number that was asked for, whole. */
  readonly shown: { readonly payoutId: string; readonly accountNumber: string } | null;
}

const COLOURS: Readonly<Record<PayoutState, string>> = {
  'asked-for': 'warning',
  approved: 'info',
  paid: 'success',
  refused: 'neutral',
};

/** Without account numbers: whoever pays one out looks it up, which is logged. */
export const PAYOUTS_OUT = wholeList<Payout>({
  ...{ name: 'payouts', page: 'officePayouts', title: (texts) => texts.officePayouts, purposes: [INVOICING] },
  columns: [
    { label: ({ invoices }) => invoices.total, text: ({ amount_ore }) => kroner(amount_ore) },
    {
      label: ({ payouts }) => payouts.state,
      text: (payout, { frame }) => officeTextsIn(frame.language).payouts.states[payoutState(payout)],
    },
    { label: ({ payouts }) => payouts.reason, text: ({ reason }) => reason },
    {
      label: ({ payouts }) => payouts.requestedAt,
      text: ({ requested_at }, { frame }) => localTime(requested_at, frame.policy),
    },
    { label: ({ invoices }) => invoices.paidOn, text: ({ paid_on }) => paid_on },
  ],
  read: ({ sessions: { register } }) => listPayouts(register, MOST_EXPORTED + 1),
});

export const PayoutsPage: FC<PayoutsProps> = ({ desk, payouts, shown }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.officePayouts} page="officePayouts">
      <h1>{texts.officePayouts}</h1>
      <p class="lead">{texts.payouts.lead}</p>
      {payouts.length === 0 ? (
        <div class="empty">
          <h2>{texts.payouts.none}</h2>
          <p>{texts.payouts.noneNext}</p>
        </div>
      ) : null}
      <ul class="cards">
        {payouts.map((payout) => (
          <OnePayout
            desk={desk}
            payout={payout}
            accountNumber={shown?.payoutId === payout.payout_id ? shown.accountNumber : null}
          />
        ))}
      </ul>
      {payouts.length === 0 ? null : <TakeOut desk={desk} name={PAYOUTS_OUT.name} />}
    </DeskPage>
  );
};

interface OneProps {
  readonly desk: Desk;
  readonly payout: Payout;
  readonly accountNumber: string | null;
}

const OnePayout: FC<OneProps> = ({ desk, payout, accountNumber }) => {
  const { policy, language } = desk.frame;
  const { payouts, invoices } = officeTextsIn(language);
  const state = payoutState(payout);
  const ending = payout.account_last_four;
  const account = ending === null ? payouts.accountGone : payouts.accountEnding(ending);
  return (
    <li class="ds-card">
      <div class="title-row">
        <h2>{amountInWords(Number(payout.amount_ore), language)}</h2>
        <span class="ds-tag" data-color={COLOURS[state]}>
          {payouts.states[state]}
        </span>
      </div>
      <dl class="facts">
        <div>
          <dt>{payouts.account}</dt>
          <dd>{accountNumber === null ? account : <strong>{accountNumberInWords(accountNumber)}</strong>}</dd>
        </div>
        <div>
          <dt>{payouts.reason}</dt>
          <dd>{payout.reason}</dd>
        </div>
        <div>
          <dt>{payouts.requestedAt}</dt>
          <dd>{timeInWords(payout.requested_at, policy, language)}</dd>
        </div>
        {payout.paid_on === null ? null : (
          <div>
            <dt>{invoices.paidOn}</dt>
            <dd>{payout.paid_on}</dd>
          </div>
        )}
      </dl>
      <Steps desk={desk} payout={payout} accountNumber={accountNumber} />
    </li>
  );
};

const Steps: FC<OneProps> = ({ desk, payout, accountNumber }) => {
  const { payouts } = officeTextsIn(desk.frame.language);
  const state = payoutState(payout);
  if (state === 'paid' || state === 'refused') return null;
  const own = payout.requested_by === desk.staff.id;
  const button = (step: string, label: string, main: boolean) => (
    <form method="post" action={deskAddress(desk, 'officePayouts')} class="inline-form">
      <HiddenFields fields={{ do: step, payout: `${payout.customer_id}~${payout.payout_id}` }} />
      <button class="ds-button" type="submit" {...(main ? {} : { 'data-variant': 'secondary' })}>
        {label}
      </button>
    </form>
  );
  return (
    <>
      {state === 'asked-for' && own ? <p class="hint">{payouts.ownRequest}</p> : null}
      <div class="buttons">
        {state === 'asked-for' && !own ? button('approve', payouts.approve, true) : null}
        {state === 'approved' && accountNumber === null ? button('show', payouts.show, false) : null}
        {state === 'approved' ? button('paid', payouts.paidOut, true) : null}
        {button('refuse', payouts.refuse, false)}
      </div>
    </>
  );
};
