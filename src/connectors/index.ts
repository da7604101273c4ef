/**
 * Personal data that lives in other databases and services: what the policy describes there is reached, disclosed and
 * erased through this room. It knows enforcement's sessions and no table of the register.
 *
 * A mailbox: `imapMailbox` empties one, `parseMail` reads what came, from there or from anywhere else. Registers of
 * companies and credit bureaus: all HTTP goes through one gate, which calls nobody whom the policy does not name
 * (`createEgress`).
 */
export { createEnhetsregisteret, ENHETSREGISTERET } from './company-register/enhetsregisteret.ts';
export {
  type CompanyAnswer,
  type CompanyRegister,
  type FoundCompany,
  isSoleTrader,
  type RegisteredAddress,
  type RegisteredCompany,
} from './company-register/model.ts';
export { createHttpCreditBureau } from './credit-bureau/http-bureau.ts';
export type { CreditAnswer, CreditBureau, CreditQuestion, CreditWord } from './credit-bureau/model.ts';
export { createEgress, type Egress, EgressError, type EgressFault, registeredHosts } from './egress.ts';
export { type ImapSettings, imapMailbox, type Mailbox, type MailTries, type Taken } from './mailbox/imap.ts';
export { parseMail } from './mailbox/parse-mail.ts';
export {
  LARGEST_MAIL,
  LONGEST_BODY,
  type ReceivedMail,
  type Unreadable,
  UnreadableMail,
} from './mailbox/received-mail.ts';
