/** Messages with customers: taken in, read, answered, sorted. */
export { type IncomingMail, type Intake, takeIn } from './intake.ts';
export {
  type Channel,
  externalIdOf,
  isMessagePurpose,
  LONGEST_EXTENSION_REASON,
  LONGEST_MESSAGE,
  LONGEST_SUBJECT_LINE,
  MESSAGE_PURPOSES,
  type MessagePurpose,
  subjectOfAnswer,
  TALKING_PURPOSES,
} from './model.ts';
export {
  INBOX_ORDER,
  type InboxRow,
  type Message,
  readConversation,
  readInbox,
  readMessage,
  waitingFor,
} from './reading.ts';
export {
  assignUnsorted,
  deleteUnsorted,
  readUnsorted,
  readUnsortedPage,
  UNSORTED_ORDER,
  type Unsorted,
  unsortedOnes,
} from './sorting.ts';
export {
  forgetStuckMail,
  type MailPlace,
  MOST_MAIL_TRIES,
  mailSetAside,
  readStuckMail,
  recordStuckMail,
  type StuckMail,
} from './stuck.ts';
export {
  decideExtension,
  type Extension,
  type MessageKey,
  markAnswered,
  moveMessage,
  type NewMessage,
  writeMessage,
} from './writing.ts';
