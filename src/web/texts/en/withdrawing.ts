/** The words about withdrawing from a purchase on My page. */
import type { withdrawingNb } from '../nb/withdrawing.ts';

export const withdrawingEn: typeof withdrawingNb = {
  withdrawing: {
    start: 'Withdraw from the purchase',
    title: (number) => `Withdraw from order ${number}`,
    lead: 'You need not give a reason. Nothing is done before you confirm.',
    name: 'Your name',
    contract: 'You withdraw from',
    receiptTo: 'The receipt goes to',
    lastDay: 'Last day on which you can withdraw',
    whatFollows: 'The order is cancelled. If you have paid anything, you get it back within 14 days.',
    whatFollowsSent:
      'We send no more of the order. What you have received you send back within 14 days, and you get your money back within 14 days. We may wait with the money until the goods are back, or until you show that they were sent. You may have to pay for the return.',
    confirm: 'Confirm that you withdraw',
    back: 'Back without withdrawing',
    statement: 'I withdraw from the contract (right of withdrawal).',
    done: 'You have withdrawn from the purchase. The receipt was sent by e-mail.',
    notNow: 'This order cannot be withdrawn from now. If you disagree, get in touch.',
    withdrawnOn: (date) => `You withdrew from the purchase on ${date}.`,
    seeCase: 'See the case',
    caseTitle: (number) => `Withdrawal ${number}`,
    moneyBy: 'The money is back by',
  },
};
