/** What is late is late by the company's calendar, as the lists have it: not by the one of the machine. */
import { expect, test } from 'vitest';
import type { SignedIn } from '../../src/web/index.ts';
import { countWork } from '../../src/web/office/today/count-work.ts';
import type { WorkItem } from '../../src/web/office/today/work-items.ts';
import { openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock } from '../support/fixed.ts';

test('half past midnight in Oslo is the new day also for what waits on the start page', async () => {
  const { now } = fixedClock('2026-11-23T23:30:00Z');
  const web = await openEasyStepWeb(async (): Promise<SignedIn | null> => null, { now });
  const asked: string[] = [];
  const item: WorkItem = {
    ...{ name: 'day', purpose: 'invoicing', urgency: 'late', reads: [], page: 'officeInvoices', label: () => 'day' },
    count: async (_sessions, today) => {
      asked.push(today);
      return 0;
    },
  };
  const purpose = web.policy.purposes.invoicing;
  if (purpose === undefined) throw new Error('there is no purpose of invoicing');
  const parts = {
    policy: web.policy,
    now,
    report: () => {},
    asPrincipal: async (_p: unknown, _n: string, work: Work) => work({}),
  };
  await countWork(parts as never, { staff: {}, own: [purpose] } as never, [item]);
  await web.close();
  expect(asked).toEqual(['2026-11-24']);
});

type Work = (sessions: unknown) => Promise<unknown>;
