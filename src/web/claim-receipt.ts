/** The receipt of a claim: the mail that tells of its number and date, and the same as the first letter of the claim. */
import { dateInWords } from '../notice/index.ts';
import type { Language } from '../policy/index.ts';
import { writeMail } from '../records/index.ts';
import { externalIdOf, type ReceivedClaim, writeClaimLetter } from '../register/index.ts';
import { addressOf } from './addresses.ts';
import { mailOf } from './mail.ts';
import type { Sessions, WebParts } from './web-parts.ts';

interface ReceiptOf extends ReceivedClaim {
  readonly customerId: string;
  readonly claimId: string;
  readonly email: string;
  readonly language: Language;
}

/** In a transaction with the claim. It lies with the claim, so that an answer to it comes to the claim, too. */
export async function sendClaimReceipt(
  { register, records }: Sessions,
  parts: WebParts,
  { customerId, claimId, email, language, claimNumber, answerDueOn }: ReceiptOf,
): Promise<void> {
  const data = {
    ...{ claimNumber, answerDueOn: dateInWords(answerDueOn, language) },
    myPage: new URL(addressOf('myClaims', language), parts.baseUrl).href,
  };
  const mail = mailOf(parts, language, 'claim-received', data, { personId: customerId, addressee: email });
  await writeMail(records, mail);
  await writeClaimLetter(register, {
    ...{ customerId, claimId, entryId: parts.newId(), at: mail.createdAt, direction: 'out', channel: 'mail' },
    ...{ subjectLine: mail.subjectLine, body: mail.bodyText },
    externalId: externalIdOf(mail.mailId, parts.baseUrl.hostname),
  });
}
