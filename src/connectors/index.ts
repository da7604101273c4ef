/**
 * Personal data that lives in other databases and services: what the policy describes there is reached, disclosed and
 * erased through this room. It knows enforcement's sessions and no table of the register.
 *
 * A mailbox is the first: `imapMailbox` empties one, `parseMail` reads what came, from there or from anywhere else.
 */
export { type ImapSettings, imapMailbox, type Mailbox, type Taken } from './mailbox/imap.ts';
export { parseMail } from './mailbox/parse-mail.ts';
export {
  LARGEST_MAIL,
  LONGEST_BODY,
  type ReceivedMail,
  type Unreadable,
  UnreadableMail,
} from './mailbox/received-mail.ts';
