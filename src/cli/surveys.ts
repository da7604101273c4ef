/**
 * What is done at night about customer surveys: invitations go to those who got something lately and may be asked, and
 * the answers are put into another order, so that their place in the table does not tell when each was given.
 */
import { randomBytes } from 'node:crypto';
import type { Principal } from '../enforcement/index.ts';
import type { Policy } from '../policy/index.ts';
import { inTransaction, type Pool } from '../postgres/index.ts';
import { composeMail, dayOf, type Signature, sealedLinks, writeMail } from '../records/index.ts';
import { findInvitees, type Invitee, LINK_DAYS, readSurveys, type Survey, writeInvitation } from '../register/index.ts';
import { type Sessions, sessionsOf, surveyLinks } from '../web/index.ts';
import type { House } from './house.ts';
import { newIds } from './new-id.ts';
import { withEnforcement } from './open-enforcement.ts';

const PURPOSE = 'satisfaction-surveys';
const SYSTEM: Principal = { kind: 'system', id: 'survey invitations', roles: [] };
/** Invitations a night at most. */
const MOST = 500;

export interface Inviting {
  readonly policy: Policy;
  readonly baseUrl: URL;
  readonly now: Date;
  readonly newId: () => string;
  /** How a token lies in the outbox. */
  readonly seal: (token: string) => string;
}

export async function inviteToSurvey(house: House, policy: Policy): Promise<void> {
  if (policy.purposes[PURPOSE] === undefined) return;
  const now = new Date();
  const { baseUrl } = house.environment;
  const { seal } = sealedLinks(house.keys.secret);
  await withEnforcement(house, policy, (enforcement) =>
    enforcement.asPurpose(SYSTEM, PURPOSE, (session) =>
      inviteAll(sessionsOf(session), { policy, baseUrl, now, seal, newId: newIds(() => now) }),
    ),
  );
}

/** Each invitation with its mail in one transaction: nobody is asked twice because something failed between. @returns How many. */
export async function inviteAll(sessions: Sessions, inviting: Inviting): Promise<number> {
  const survey = (await readSurveys(sessions.register)).find(({ inUse }) => inUse);
  if (survey === undefined) return 0;
  const invitees = await findInvitees(sessions.register, inviting.now, MOST);
  for (const invitee of invitees) await sessions.transaction((inner) => invite(inner, survey, invitee, inviting));
  return invitees.length;
}

async function invite(
  { register, records }: Sessions,
  survey: Survey,
  { customerId, email, language }: Invitee,
  { policy, baseUrl, now, newId, seal }: Inviting,
): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  const expiresOn = dayOf(new Date(now.getTime() + LINK_DAYS * 86_400_000), policy);
  const invitation = { customerId, invitationId: newId(), surveyId: survey.surveyId, token, sentAt: now, expiresOn };
  await writeInvitation(register, invitation);
  const links = surveyLinks(baseUrl, language, seal(token));
  const signature: Signature = { sender: policy.controller.name, noticeUrl: links.notice };
  const data = { link: links.answer, days: LINK_DAYS, stop: links.stop };
  const words = composeMail('survey-invitation', language, data, signature);
  await writeMail(records, {
    ...{ ...words, template: 'survey-invitation', language, personId: customerId, addressee: email },
    ...{ mailId: newId(), createdAt: now },
  });
}

/** One transaction writes them all anew: neither place nor transaction tells of a single answer any more. */
export async function shuffleAnswers(owner: Pool): Promise<void> {
  await inTransaction(owner, async (client) => {
    await client.query('lock table register.survey_answer in share row exclusive mode');
    await client.query(
      `create temporary table shuffled on commit drop as
         select survey_id, gen_random_uuid() as answer_id, month, score, reasons from register.survey_answer`,
    );
    await client.query('delete from register.survey_answer');
    await client.query('insert into register.survey_answer select * from shuffled order by random()');
  });
}
