/** Claims: what a customer says is wrong with what they bought, with its deadlines, and what came of it. */
export { type BoughtProduct, readBought } from './bought.ts';
export { datesOf, type NewClaim, type ReceivedClaim, receiveClaim } from './claiming.ts';
export { type ClaimKey, closeClaim, type Decision, reopenClaim, takeClaim } from './deciding.ts';
export {
  answerClaimLetters,
  type ClaimLetter,
  claimLettersWaiting,
  type NewClaimLetter,
  readClaimLetters,
  writeClaimLetter,
} from './letters.ts';
export { moveToClaim, takeInForClaim } from './letters-in.ts';
export {
  CLAIM_KINDS,
  CLAIM_OUTCOMES,
  CLAIM_STATUSES,
  CLAIM_WANTS,
  type ClaimKind,
  type ClaimOutcome,
  type ClaimStatus,
  type ClaimWants,
  LONGEST_CLAIM,
  mayStepClaim,
  PRESSING_DAYS,
} from './model.ts';
export {
  CLAIM_ORDERS,
  type Claim,
  type ClaimRow,
  claimsDue,
  readClaim,
  readClaims,
  readClaimsOf,
} from './reading.ts';
export {
  ANSWER_DAYS,
  answerDueOn,
  type Claimed,
  type ClaimWindow,
  claimWindow,
  limitationOn,
  type Timeliness,
  timelinessOf,
} from './windows.ts';
