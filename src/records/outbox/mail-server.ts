/** The mail server, spoken to over SMTP. */
import { createTransport } from 'nodemailer';

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try of one mail, so that a server can see that it has it already (RFC 5322, 3.6.4). */
  readonly messageId: string;
  /** The Message-ID that it answers (RFC 5322, 3.6.4). */
  readonly inReplyTo?: string;
}

export interface MailServer {
  /** @throws whatever the server or the network answered; it can quote addresses. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Milliseconds that a silent server is waited for. */
const PATIENCE = 15_000;

/** @param url `smtp://user:password@host:587` or `smtps://…`; plain SMTP is upgraded where the server offers it. */
export function openMailServer(url: string): MailServer {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: 2 },
    ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    // A mail is text that was written already: nothing in it may make the sender open a file or an address.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    async send({ to, inReplyTo, ...mail }) {
      const thread = inReplyTo === undefined ? {} : { inReplyTo, references: [inReplyTo] };
      await transport.sendMail({ ...mail, ...thread, to: { name: '', address: to } });
    },
    close: () => transport.close(),
  };
}
