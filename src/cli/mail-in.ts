/**
 * Mail coming in while the web site runs, from a mailbox or from a provider that hands it over. It is read and stored by
 * the process that serves pages, not by the one that works as the database's owner: what strangers write is taken apart
 * where no right goes beyond those of the purposes.
 */
import { incomingMail } from '../api/index.ts';
import {
  imapMailbox,
  LARGEST_MAIL,
  type MailTries,
  parseMail,
  type ReceivedMail,
  type Unreadable,
  UnreadableMail,
} from '../connectors/index.ts';
import { type Enforcement, EnforcementError, type Principal, withoutForbiddenNumbers } from '../enforcement/index.ts';
import {
  forgetStuckMail,
  type IncomingMail,
  LONGEST_MESSAGE,
  LONGEST_SUBJECT_LINE,
  type RegisterSession,
  readStuckMail,
  recordStuckMail,
  takeIn,
  takeInForClaim,
} from '../register/index.ts';
import { sessionsOf, type WebTables } from '../web/index.ts';
import type { Environment } from './environment.ts';

const INTAKE: Principal = { kind: 'system', id: 'mail-intake', roles: [] };
const PURPOSE = 'customer-communication';
/** What answers a letter of a claim is stored with the claim, which the other purpose does not reach. */
const CLAIMS = 'claims';
/** Milliseconds between two looks into the mailbox. */
const PAUSE = 30_000;

/** A date that the sender gives is believed when it lies no further back. */
const BELIEVED_MS = 30 * 86_400_000;

const REST = '\n\n[Resten av meldingen ligger i postkassen. / The rest of the message lies in the mailbox.]';

export interface MailInParts {
  readonly enforcement: Enforcement<WebTables>;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Is told of failures, without values. */
  readonly report: (message: string) => void;
}

type Take = (raw: Uint8Array) => Promise<'stored' | Unreadable>;

/** Reads a mail and stores it, once however often it is handed over. */
export function mailTaker({ enforcement, now, newId }: Omit<MailInParts, 'report'>): Take {
  return async (raw) => {
    try {
      const mail = asStored(await parseMail(raw), now());
      const withClaim =
        handlesClaims(enforcement) &&
        (await enforcement.asPurpose(INTAKE, CLAIMS, (session) =>
          takeInForClaim(sessionsOf(session).register, mail, newId),
        ));
      if (withClaim) return 'stored';
      await enforcement.asPurpose(INTAKE, PURPOSE, (session) => takeIn(sessionsOf(session).register, mail, newId));
      return 'stored';
    } catch (error) {
      if (error instanceof UnreadableMail) return error.code;
      throw error;
    }
  };
}

/** A company may do without claims, and may let people alone work on them. */
function handlesClaims({ policy }: Pick<MailInParts['enforcement'], 'policy'>): boolean {
  const purpose = policy.purposes[CLAIMS];
  return purpose?.openTo.includes('system') === true && purpose.tables.includes('register.claim_entry');
}

/** What is kept of a mail: its words without numbers that must not lie here, cut to the place there is. */
export function asStored(mail: ReceivedMail, now: Date): IncomingMail {
  const { externalId, from, answers, automatic, sentAt } = mail;
  const clean = (text: string): string => withoutForbiddenNumbers(text).text;
  const body = clean(mail.body);
  const cut = mail.cut || body.length > LONGEST_MESSAGE;
  return {
    ...{ externalId, from, answers, automatic },
    fromName: clean(mail.fromName),
    subjectLine: clean(mail.subjectLine).slice(0, LONGEST_SUBJECT_LINE),
    body: cut ? `${body.slice(0, LONGEST_MESSAGE - REST.length)}${REST}` : body,
    attachments: mail.attachments.map(clean),
    // What is kept is counted from it: a wrong clock, or somebody who wants it unread, would have it over at once.
    at: sentAt !== null && sentAt < now && sentAt.getTime() > now.getTime() - BELIEVED_MS ? sentAt : now,
  };
}

/** @returns What ends it; it resolves when the mail under way is stored or left. */
export function startMailIn(environment: Pick<Environment, 'imap'>, parts: MailInParts): () => Promise<void> {
  if (environment.imap === null) return async () => {};
  const mailbox = imapMailbox(environment.imap);
  const take = mailTaker(parts);
  const tries = mailTries(parts);
  let running: Promise<void> | null = null;
  const look = (): void => {
    running ??= mailbox
      .takeWaiting(take, tries)
      .then(
        ({ setAside, failed }) => {
          if (setAside > 0) parts.report(`mailbox: ${setAside} mails cannot be taken in and are flagged`);
          if (failed > 0) parts.report(`mailbox: ${failed} mails could not be taken in and are tried again`);
        },
        (error: unknown) => parts.report(`mailbox: ${faultOf(error)}`),
      )
      .finally(() => {
        running = null;
      });
  };
  look();
  const timer = setInterval(look, PAUSE);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** Remembers in the register, by their place in the mailbox alone, the mails that could not be taken in. */
export function mailTries({ enforcement, now }: Pick<MailInParts, 'enforcement' | 'now'>): MailTries {
  const inRegister = <T>(work: (session: RegisterSession) => Promise<T>): Promise<T> =>
    enforcement.asPurpose(INTAKE, PURPOSE, (session) => work(sessionsOf(session).register));
  return {
    known: () =>
      inRegister(async (session) =>
        (await readStuckMail(session)).map(({ validity, uid, nextTryAt }) => ({
          ...{ validity, uid },
          rests: nextTryAt !== null && nextTryAt > now(),
        })),
      ),
    failed: (place, why) =>
      inRegister((session) =>
        recordStuckMail(
          session,
          place,
          typeof why === 'string'
            ? { fault: why, faultCode: null, again: false }
            : { fault: 'not-stored', faultCode: faultOf(why.thrown), again: true },
          now(),
        ),
      ),
    forget: (places) => inRegister((session) => forgetStuckMail(session, places)),
  };
}

/** Class and code: what a server says in words may quote an address. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error instanceof EnforcementError) {
    const { sqlState = null, constraint = null } = error.fault ?? {};
    return [error.name, error.code, sqlState, constraint].filter((part) => part !== null).join(' ');
  }
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

type Site = { fetch(request: Request, env?: unknown): Response | Promise<Response> };

/** @returns The web site with the address for mail providers beside it, where there is a secret for it. */
export function withIncomingMail(
  site: Site,
  { mailHookSecret }: Pick<Environment, 'mailHookSecret'>,
  parts: MailInParts,
): Site {
  if (mailHookSecret === null) return site;
  const { now, report } = parts;
  const store = mailTaker(parts);
  const take = async (raw: Uint8Array) => ((await store(raw)) === 'stored' ? 'stored' : 'unreadable');
  const app = incomingMail({ secret: mailHookSecret, largest: LARGEST_MAIL, now, report, take });
  app.all('*', (context) => site.fetch(context.req.raw, context.env));
  return app;
}
