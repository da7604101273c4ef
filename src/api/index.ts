/**
 * HTTP for programs: what is asked for under `/api/`, apart from the pages that people see. It knows no database; what it
 * does with what comes is handed in.
 */
export { INCOMING_MAIL_PATH, type IncomingMailOptions, incomingMail } from './incoming-mail.ts';
