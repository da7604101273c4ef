/** What the other rooms see of account numbers and payouts. */
export { accountNumberInWords, ibanOf, isIban, readAccountNumber } from './account-number.ts';
