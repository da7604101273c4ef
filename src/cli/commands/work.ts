/**
 * `kept work`: what is done once a day, and the signing of the ledger, in a process of its own. It holds connections as
 * the database's owner, which the process that serves pages does not; `kept start` runs one beside itself.
 */
import {
  CONTROLS,
  countDaysOfLooks,
  deleteExpiredEnquiries,
  type PlanInput,
  readResults,
  refreshRows,
  sealYesterday,
} from '../../enforcement/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { type DailyStep, dayOf, startDailyWork } from '../../records/index.ts';
import { forgetPaidAccounts } from '../../register/index.ts';
import { sessionsOf } from '../../web/index.ts';
import { runAllControls } from '../all-controls.ts';
import { stepsOfPurposes } from '../daily-steps.ts';
import { endOutsideData } from '../end-outside-data.ts';
import type { Environment } from '../environment.ts';
import type { House } from '../house.ts';
import { newIds } from '../new-id.ts';
import { withEnforcement } from '../open-enforcement.ts';
import { signLedger, signOften } from '../sign-often.ts';
import { inviteToSurvey, shuffleAnswers } from '../surveys.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse, planInput } from './apply.ts';

const now = (): Date => new Date();
const DAY_MS = 86_400_000;
/** The purpose that pays out. */
const PAYING = 'invoicing';
/** Months of the access log that are there before they begin. */
const MONTHS_AHEAD = 2;

/** Works until `ended` settles. @returns The exit code: 0, or 1 when there is nothing to work on. */
export function work(environment: Environment, terminal: Terminal, ended: Promise<unknown>): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    if (house.server?.startedHere) {
      terminal.tell({
        nb: 'På den innebygde databasen gjør «kept start» dette selv. «kept work» alene er for DATABASE_URL.',
        en: 'On the embedded database "kept start" does this by itself. "kept work" alone is for DATABASE_URL.',
      });
      return 1;
    }
    const input = planInput(house);
    if (input === null) return 1;
    let ending = false;
    const stop = await startDailyWork({
      ...{ owner: house.owner, timeZone: input.policy.controller.timeZone, dueNow: await isDue(house) },
      steps: dailySteps(house, input, () => ending),
      report: (message) => terminal.tell(message),
    });
    const stopSigning = signOften(house, (message) => terminal.tell(message));
    await ended;
    ending = true;
    await Promise.all([stop(), stopSigning()]);
    return 0;
  });
}

/** The controls come last in a run, so their results tell when one was through. */
async function isDue({ owner }: House): Promise<boolean> {
  const results = await readResults(owner, CONTROLS);
  const newest = Math.max(0, ...results.map(({ checkedAt }) => checkedAt?.getTime() ?? 0));
  return now().getTime() - newest > DAY_MS;
}

function dailySteps(house: House, input: PlanInput, ending: () => boolean): readonly DailyStep[] {
  const { owner } = house;
  const goOn = (): void => {
    if (ending()) throw new Error('the program ends');
  };
  return [
    {
      name: 'access-log-months',
      run: async () => void (await owner.query('select kept.access_log_partitions($1)', [MONTHS_AHEAD])),
    },
    { name: 'dates-and-permits', run: () => inTransaction(owner, (client) => refreshRows(client, input.policy)) },
    { name: 'access-log-sealed', run: async () => void (await sealYesterday(owner, now())) },
    {
      name: 'looks-of-days',
      run: async () => void (await countDaysOfLooks(owner, { policy: input.policy, now: now(), newId: newIds(now) })),
    },
    { name: 'payout-accounts', run: () => forgetAccounts(house, input) },
    { name: 'survey-invitations', run: () => inviteToSurvey(house, input.policy) },
    { name: 'survey-answers', run: () => shuffleAnswers(owner) },
    { name: 'enquiries', run: async () => void (await deleteExpiredEnquiries(owner, input.policy)) },
    { name: 'ended-access', run: async () => void (await endExpiredSessions(house, input)) },
    { name: 'outside-data-ends', run: () => endOutsideData(house, input) },
    ...stepsOfPurposes(house, input.policy, now),
    {
      name: 'checkpoint',
      run: () => signLedger(house),
    },
    { name: 'controls', run: async () => void (await runAllControls(house, input, { onProgress: goOn })) },
  ];
}

/** Whose last day is over opens nothing already; their sessions go too, unless the account is also a customer's. */
async function endExpiredSessions({ owner }: House, { policy }: PlanInput): Promise<void> {
  await owner.query(
    `delete from kept.account_session as opened using kept.staff
      where staff.staff_id = opened.account_id and staff.access_until < $1::date
        and not exists (select from register.customer where customer.account_id = staff.staff_id::text)`,
    [dayOf(now(), policy)],
  );
}

/** Account numbers of payouts whose time is over; a company that pays nothing out has none. */
async function forgetAccounts(house: House, { policy }: PlanInput): Promise<void> {
  const paying = policy.purposes[PAYING];
  if (paying?.openTo.includes('system') !== true || policy.tables['register.payout']?.unused !== false) return;
  const daily = { kind: 'system', id: 'daily', roles: [] } as const;
  await withEnforcement(house, policy, (enforcement) =>
    enforcement.asPurpose(daily, PAYING, async (session) => {
      await forgetPaidAccounts(sessionsOf(session).register, policy, dayOf(now(), policy));
    }),
  );
}
