/** `kept outbox`: the mail that waits, whole, so that nothing is lost on a company without a mail server. */
import type { Principal } from '../../enforcement/index.ts';
import {
  countStoppedMail,
  countWaitingMail,
  readWaitingMail,
  sealedLinks,
  type WaitingMail,
} from '../../records/index.ts';
import { sessionsOf } from '../../web/index.ts';
import type { Environment } from '../environment.ts';
import { withEnforcement } from '../open-enforcement.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse, planInput } from './apply.ts';

const COMMAND: Principal = { kind: 'system', id: 'kept outbox', roles: [] };
/** Reading the mail is a look at its addressees and stands in their logs. */
const PURPOSE = 'mail-sending';

export interface OutboxOptions {
  /** Mails at most. */
  readonly limit: number;
  readonly json: boolean;
}

/** @returns The exit code: 0, or 1 when the policy has faults. */
export function outbox(options: OutboxOptions, environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const input = planInput(house);
    if (input === null) return 1;
    const {
      mails: sealed,
      waiting,
      stopped,
    } = await withEnforcement(house, input.policy, (enforcement) =>
      enforcement.asPurpose(COMMAND, PURPOSE, async (session) => {
        const { records } = sessionsOf(session);
        return {
          mails: await readWaitingMail(records, options.limit),
          waiting: await countWaitingMail(records),
          stopped: await countStoppedMail(records),
        };
      }),
    );
    const { reveal } = sealedLinks(house.keys.secret);
    const mails = sealed.map((mail) => ({ ...mail, bodyText: reveal(mail.bodyText) }));
    if (options.json) terminal.print(JSON.stringify({ waiting, stopped, mails }, null, 2));
    else {
      for (const mail of mails) terminal.print(`${headOf(mail, terminal)}\n\n${indented(mail.bodyText)}\n`);
      terminal.print(summary(waiting, mails.length, environment)[terminal.language]);
      if (stopped > 0) terminal.print(whyStopped(stopped)[terminal.language]);
    }
    return 0;
  });
}

function headOf(mail: WaitingMail, { language }: Terminal): string {
  const names = {
    nb: { to: 'Til', subject: 'Emne', tried: 'Forsøkt', times: 'ganger', next: 'neste', givenUp: 'gitt opp' },
    en: { to: 'To', subject: 'Subject', tried: 'Tried', times: 'times', next: 'next', givenUp: 'given up' },
  }[language];
  const next = mail.givenUp ? names.givenUp : mail.nextTryAt === null ? null : `${names.next} ${atOf(mail.nextTryAt)}`;
  const tried = [`${mail.attempts} ${names.times}`, mail.lastError, next].filter((part) => part !== null).join(', ');
  return [
    `${atOf(mail.createdAt)}  ${mail.template}  ${mail.mailId}`,
    `  ${names.to}: ${mail.addressee}`,
    `  ${names.subject}: ${mail.subjectLine}`,
    ...(mail.attempts === 0 ? [] : [`  ${names.tried}: ${tried}`]),
  ].join('\n');
}

const atOf = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');

const indented = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gm, '  ');

function summary(waiting: number, shown: number, { smtpUrl }: Environment): { nb: string; en: string } {
  const some = shown < waiting;
  const why = smtpUrl === null;
  return {
    nb: `${waiting} ${waiting === 1 ? 'melding venter' : 'meldinger venter'}${some ? `; de ${shown} eldste er vist` : ''}.${
      why ? ' Uten KEPT_SMTP_URL blir de liggende.' : ''
    }`,
    en: `${waiting} ${waiting === 1 ? 'message waits' : 'messages wait'}${some ? `; the ${shown} oldest are shown` : ''}.${
      why ? ' Without KEPT_SMTP_URL they stay.' : ''
    }`,
  };
}

const whyStopped = (stopped: number): { nb: string; en: string } => ({
  nb: `${stopped} ble stanset da de skulle sendes: samtykket var trukket, det var protestert, eller adressen var ikke bekreftet.`,
  en: `${stopped} were stopped as they were to be sent: the consent was withdrawn, somebody objected, or the address was not confirmed.`,
});
