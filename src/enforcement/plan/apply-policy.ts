/** Makes the database what the policy says: all of it in one transaction, or nothing. */
import { inTransaction, type Pool, type PoolClient } from '../../postgres/index.ts';
import { dayAt } from '../calendar/day-at.ts';
import { fieldsOfPeople } from '../fields/unused.ts';
import { appendAct } from '../ledger/store.ts';
import { type NoticeToPublish, type Plan, PlanError, type PlanInput, planPolicy } from './plan-policy.ts';
import { writePurposeRow } from './purpose-rows.ts';
import { refreshRows } from './refresh-rows.ts';

export interface ApplyInput extends PlanInput {
  readonly now: () => Date;
  /** Who applies it: a staff_id, or the name of the program. */
  readonly appliedBy: string;
}

export interface Applied {
  /** False when everything was as it should be. */
  readonly changed: boolean;
  readonly plan: Plan;
}

/**
 * Plans and applies under a lock, so that of two at once one waits and then finds nothing left to do.
 * @throws PlanError `tables-missing`, `notice-changed`; nothing is changed then.
 */
export async function applyPolicy(owner: Pool, input: ApplyInput): Promise<Applied> {
  return inTransaction(owner, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kept apply', 0))`);
    const plan = await planPolicy(client, input);
    await refuseChangedNotice(client, input, plan);
    await countFields(client, input);
    if (plan.empty) return { changed: false, plan };
    for (const row of plan.purposes) await writePurposeRow(client, row);
    for (const { sql } of plan.steps) for (const statement of sql) await client.query(statement);
    await refreshIfTouched(client, input, plan);
    await storeVersion(client, input, plan);
    await publishNotices(client, input);
    return { changed: true, plan };
  });
}

/** From here on it is counted which of these are read. */
async function countFields(client: PoolClient, { policy, now }: ApplyInput): Promise<void> {
  const fields = fieldsOfPeople(policy);
  await client.query(
    `insert into kept.field (table_name, column_name, known_since)
     select table_name, column_name, $3 from unnest($1::text[], $2::text[]) as described (table_name, column_name)
     on conflict do nothing`,
    [
      ...[fields.map(({ table }) => table), fields.map(({ column }) => column)],
      dayAt(now(), policy.controller.timeZone),
    ],
  );
}

/** Rows carry their bits, so new gates, new tables and new dates are written onto all of them. */
async function refreshIfTouched(client: PoolClient, { policy }: ApplyInput, plan: Plan): Promise<void> {
  const touched = plan.steps.some(({ fact }) => fact.kind === 'function' || fact.kind === 'trigger');
  if (plan.purposes.length > 0 || touched) await refreshRows(client, policy);
}

async function storeVersion(client: PoolClient, input: ApplyInput, plan: Plan): Promise<void> {
  if (plan.inForce === plan.contentHash && plan.steps.length === 0) return;
  const at = input.now();
  const { number } = input.policy.controller.version;
  await client.query(
    `insert into kept.policy_version (content_hash, notice_version, files, applied_at, applied_by)
     values ($1, $2, $3, $4, $5)`,
    [plan.contentHash, number, JSON.stringify(input.files), at, input.appliedBy],
  );
  const body = { contentHash: plan.contentHash, noticeVersion: number, steps: plan.steps.length };
  await appendAct(client, { kind: 'policy-applied', personId: null, body }, at);
}

async function publishNotices(client: PoolClient, input: ApplyInput): Promise<void> {
  const { place, date, approver, effectiveFrom } = input.policy.controller.version;
  const at = input.now();
  let published = 0;
  for (const notice of input.notices) {
    const { rowCount } = await client.query(
      `insert into kept.notice_version (version_number, language, content_hash, html, promises, place, approved_on,
         approver, effective_from, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        ...[notice.versionNumber, notice.language, notice.contentHash, notice.html, JSON.stringify(notice.promises)],
        ...[place, date, approver, effectiveFrom, at],
      ],
    );
    published += rowCount ?? 0;
  }
  if (published === 0) return;
  const body = { version: input.policy.controller.version.number, languages: published };
  await appendAct(client, { kind: 'notice-published', personId: null, body }, at);
}

/** What people were shown stays as it was: changed words come as a new version. */
async function refuseChangedNotice(client: PoolClient, input: ApplyInput, plan: Plan): Promise<void> {
  if (plan.inForce === plan.contentHash) return;
  for (const notice of input.notices) {
    if (!(await differs(client, notice))) continue;
    const { versionNumber } = notice;
    throw new PlanError('notice-changed', {
      nb: `ordene i erklæringen er endret, men utgave ${versionNumber} er alt publisert: gi controller.yaml et nytt version.number, med dato, godkjenner og hva som er endret`,
      en: `the words of the notice have changed, but version ${versionNumber} is published already: give controller.yaml a new version.number, with its date, approver and changes`,
    });
  }
}

async function differs(client: PoolClient, notice: NoticeToPublish): Promise<boolean> {
  const { rows } = await client.query<{ content_hash: string }>(
    'select content_hash from kept.notice_version where version_number = $1 and language = $2',
    [notice.versionNumber, notice.language],
  );
  return rows[0] !== undefined && rows[0].content_hash !== notice.contentHash;
}
