/**
 * Invitations and answers. The invitation says that somebody was asked, so that they are not asked too often; the answer
 * stands apart, with a random key and the month, written in a transaction of its own. Nothing in it leads back.
 */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RegisterSession } from '../tables.ts';
import {
  type AnswerTyped,
  ASKED_AFTER_DAYS,
  ASKED_BEFORE_DAYS,
  MONTHS_BETWEEN,
  type MonthOfAnswers,
  REASONS,
  tellMonth,
} from './model.ts';

export interface Survey {
  readonly surveyId: string;
  readonly name: string;
  readonly question: { readonly nb: string; readonly en: string };
  readonly inUse: boolean;
}

const digestOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function readSurveys(session: RegisterSession): Promise<readonly Survey[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.survey')
      .select(['survey_id', 'name', 'question_nb', 'question_en', 'in_use'])
      .orderBy('in_use', 'desc')
      .orderBy('created_at', 'desc')
      .limit(50),
  );
  return rows.map((row) => ({
    ...{ surveyId: row.survey_id, name: row.name, inUse: row.in_use },
    question: { nb: row.question_nb, en: row.question_en },
  }));
}

/** Puts a new survey into use, in place of the one before: one is asked at a time. */
export async function startSurvey(
  session: RegisterSession,
  { surveyId, name, question, at }: Omit<Survey, 'inUse'> & { readonly at: Date },
): Promise<void> {
  await session.transaction(async (inner) => {
    await inner.write(inner.query.updateTable('register.survey').set({ in_use: false }).where('in_use', '=', true));
    const row = { survey_id: surveyId, name, question_nb: question.nb, question_en: question.en };
    await inner.write(inner.query.insertInto('register.survey').values({ ...row, in_use: true, created_at: at }));
  });
}

export async function stopSurveys(session: RegisterSession): Promise<void> {
  await session.write(session.query.updateTable('register.survey').set({ in_use: false }).where('in_use', '=', true));
}

export interface Invitee {
  readonly customerId: string;
  readonly email: string;
  readonly language: 'nb' | 'en';
}

/**
 * Who got something some days ago and was not asked for half a year. Whoever has objected, or whose data is restricted,
 * is not seen by the purpose and so not found.
 */
export function findInvitees(session: RegisterSession, at: Date, limit: number): Promise<readonly Invitee[]> {
  const days = (count: number): Date => new Date(at.getTime() - count * 86_400_000);
  return session
    .read(
      session.query
        .selectFrom('register.customer as customer')
        .select(['customer.customer_id', 'customer.email', 'customer.preferred_language'])
        .where((of) =>
          of.exists(
            of
              .selectFrom('register.delivery as delivered')
              .select('delivered.customer_id')
              .whereRef('delivered.customer_id', '=', 'customer.customer_id')
              .where('delivered.completed_at', '<=', days(ASKED_AFTER_DAYS))
              .where('delivered.completed_at', '>=', days(ASKED_BEFORE_DAYS)),
          ),
        )
        .where((of) =>
          of.not(
            of.exists(
              of
                .selectFrom('register.survey_invitation as before')
                .select('before.customer_id')
                .whereRef('before.customer_id', '=', 'customer.customer_id')
                .where(sql<boolean>`before.sent_at > ${at}::timestamptz - make_interval(months => ${MONTHS_BETWEEN})`),
            ),
          ),
        )
        .orderBy('customer.customer_id')
        .limit(limit),
    )
    .then((rows) =>
      rows.map((row) => ({ customerId: row.customer_id, email: row.email, language: row.preferred_language })),
    );
}

export interface NewInvitation {
  readonly customerId: string;
  readonly invitationId: string;
  readonly surveyId: string;
  readonly token: string;
  readonly sentAt: Date;
  /** `YYYY-MM-DD`. */
  readonly expiresOn: string;
}

export async function writeInvitation(session: RegisterSession, invitation: NewInvitation): Promise<void> {
  await session.write(
    session.query.insertInto('register.survey_invitation').values({
      ...{ customer_id: invitation.customerId, invitation_id: invitation.invitationId },
      ...{ survey_id: invitation.surveyId, sent_at: invitation.sentAt, expires_on: invitation.expiresOn },
      token_digest: digestOfToken(invitation.token),
    }),
  );
}

/** The survey that a link asks; null when the link is used, over, or none. */
export async function surveyOfLink(session: RegisterSession, token: string, today: string): Promise<Survey | null> {
  const [invitation] = await session.read(
    session.query
      .selectFrom('register.survey_invitation')
      .select(['customer_id', 'survey_id'])
      .where('token_digest', '=', digestOfToken(token))
      .where('used', '=', false)
      .where('expires_on', '>=', today),
  );
  if (invitation === undefined) return null;
  return (await readSurveys(session)).find(({ surveyId }) => surveyId === invitation.survey_id) ?? null;
}

/** Uses the link up. @returns The survey it was for; null when it was used already. */
export async function spendLink(session: RegisterSession, token: string, today: string): Promise<string | null> {
  const [spent] = await session.write(
    session.query
      .updateTable('register.survey_invitation')
      .set({ used: true })
      .where('token_digest', '=', digestOfToken(token))
      .where('used', '=', false)
      .where('expires_on', '>=', today)
      .returning(['customer_id', 'survey_id']),
  );
  return spent?.survey_id ?? null;
}

/** @param month The first day of it. In another transaction than the link was spent in. */
export async function writeAnswer(
  session: RegisterSession,
  surveyId: string,
  month: string,
  { score, reasons }: AnswerTyped,
): Promise<void> {
  await session.write(
    session.query
      .insertInto('register.survey_answer')
      // A key without a time inside.
      .values({ survey_id: surveyId, answer_id: randomUUID(), month, score, reasons: [...reasons] }),
  );
}

/** By month, newest first; what too few answered is not told. */
export async function readResults(session: RegisterSession, surveyId: string): Promise<readonly MonthOfAnswers[]> {
  const ticked = (reason: string) => sql<number>`count(*) filter (where ${reason} = any(reasons))`.as(reason);
  const rows = await session.read(
    session.query
      .selectFrom('register.survey_answer')
      .select('month')
      .select(({ fn }) => [fn.countAll<number>().as('answers'), fn.sum<number>('score').as('sum')])
      .select(REASONS.map(ticked))
      .where('survey_id', '=', surveyId)
      .groupBy('month')
      .orderBy('month', 'desc')
      .limit(24),
  );
  return rows.map(({ month, answers, sum, ...ticks }) =>
    tellMonth({
      ...{ month, answers: Number(answers), sum: Number(sum) },
      reasons: {
        ...{ product: Number(ticks.product), delivery: Number(ticks.delivery), price: Number(ticks.price) },
        ...{ service: Number(ticks.service), website: Number(ticks.website) },
      },
    }),
  );
}
