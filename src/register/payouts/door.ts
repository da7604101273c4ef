/** What the other rooms see of account numbers and payouts. */
export { accountNumberInWords, ibanOf, isIban, readAccountNumber } from './account-number.ts';
export { type AccountSeal, createAccountSeal, type SealedRow } from './account-seal.ts';
export {
  approvePayout,
  askForPayout,
  askToPayBack,
  forgetPaidAccounts,
  listPayouts,
  type NewPayout,
  owedBack,
  owedOnes,
  type Payout,
  type PayoutKey,
  type PayoutOutcome,
  type PayoutState,
  payoutState,
  recordPaidOut,
  refusePayout,
} from './payouts.ts';
