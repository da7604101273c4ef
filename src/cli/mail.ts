/** Sends what waits in the outbox while the web site runs; without a mail server it says so once and sends nothing. */
import type { Enforcement, Principal } from '../enforcement/index.ts';
import type { Policy } from '../policy/index.ts';
import { openMailServer, revealing, sealedLinks, sendWaitingMail } from '../records/index.ts';
import { sessionsOf, type WebTables } from '../web/index.ts';
import type { House } from './house.ts';

/** Milliseconds between two looks. */
const PAUSE = 5_000;
const SENDER: Principal = { kind: 'system', id: 'mail-sending', roles: [] };

/** @returns What ends it; it resolves when the mail under way has been tried. */
export function startMail(
  { environment, terminal, keys }: House,
  policy: Policy,
  enforcement: Enforcement<WebTables>,
  report: (message: string) => void,
): () => Promise<void> {
  const { smtpUrl, mailFrom, baseUrl } = environment;
  if (smtpUrl === null) {
    terminal.tell({
      nb: 'Uten KEPT_SMTP_URL blir meldinger liggende i utboksen; «kept outbox» viser dem.',
      en: 'Without KEPT_SMTP_URL messages stay in the outbox; "kept outbox" shows them.',
    });
    return async () => {};
  }
  const server = revealing(openMailServer(smtpUrl), sealedLinks(keys.secret));
  const from = mailFrom ?? policy.controller.email;
  const sending = { server, from, host: baseUrl.hostname, now: () => new Date() };
  let running: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = enforcement
      .asPurpose(SENDER, 'mail-sending', (session) => sendWaitingMail(sessionsOf(session).records, sending))
      .then(
        () => {},
        (error: unknown) => report(`mail: ${error instanceof Error ? error.name : 'failed'}`),
      )
      .finally(() => {
        busy = false;
      });
  }, PAUSE);
  return async () => {
    clearInterval(timer);
    await running;
    server.close();
  };
}
