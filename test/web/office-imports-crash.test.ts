/** An import whose process is killed on the way has written whole units and is gone on with: no row lost, none twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import type { ChildTask } from '../support/import-child.ts';
import { asStaff } from '../support/office.ts';
import { signedInByHeader, staffWith } from '../support/staff.ts';
import { asSender } from '../support/upload.ts';

const ROWS = 4_500;
const PURPOSE = 'purpose=customer-administration';

interface Counts {
  readonly state: string;
  readonly done: number;
  readonly written: number;
  readonly customers: number;
  readonly told: number;
  readonly waiting: number;
}

async function counts({ database }: EasyStepWeb, importId: string): Promise<Counts> {
  const { rows } = await database.pool.query<Counts>(
    `select state, parts_done as done, written_count as written,
            (select count(*)::int from register.customer where registered_through = 'import') as customers,
            (select count(*)::int from kept.notice_shown join register.customer on person_id = customer_id
              where registered_through = 'import') as told,
            (select count(*)::int from register.import_part as part where part.import_id = run.import_id) as waiting
       from register.import_run as run where import_id = $1`,
    [importId],
  );
  const [found] = rows;
  if (found === undefined) throw new Error('the import is gone');
  return found;
}

/** Polls until `is`, for ten seconds at most. */
async function until(web: EasyStepWeb, importId: string, is: (now: Counts) => boolean): Promise<Counts> {
  for (let tries = 0; ; tries += 1) {
    const now = await counts(web, importId);
    if (is(now) || tries === 1_000) return now;
    await setTimeout(10);
  }
}

async function killedOnTheWay(web: EasyStepWeb, importId: string, at: Date): Promise<void> {
  const { settings, rolePrefix, secret } = web.database;
  const { staff } = staffWith('sales');
  const task: ChildTask = {
    ...{ settings, rolePrefix, secret: secret.toString('hex'), importId, at: at.toISOString(), pause: 150 },
    ...{ sealedFor: 'kept rows that wait to be read in', staff: { id: staff?.id ?? '', roles: ['sales'] } },
  };
  const child = spawn(
    process.execPath,
    [resolve(import.meta.dirname, '../support/import-child.ts'), JSON.stringify(task)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await until(web, importId, ({ done }) => done >= 2);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('an import whose process is killed is told as stopped, and gone on with to the last row', async () => {
  let at = new Date('2026-11-23T12:00:00Z');
  const web = await openEasyStepWeb(signedInByHeader, { now: () => at });
  try {
    const sales = asSender(web, 'sales');
    const lines = Array.from({ length: ROWS }, (_, row) => `Oppdiktet ${row};person${row}@example.no`);
    const { location } = await sales.upload(`/kontor/innlesing?${PURPOSE}`, ['Navn;E-post', ...lines].join('\n'), {
      ...{ kind: 'customers', told: 'mail' },
    });
    const importId = location?.split('/').at(-1) ?? '';
    await sales.post(`${location}/columns?${PURPOSE}`, { legalName: '0', email: '1' });
    await killedOnTheWay(web, importId, at);
    const killed = await counts(web, importId);
    expect(killed.done).toBeLessThan(5);
    expect(killed).toMatchObject({ state: 'running', written: killed.done * 1_000, customers: killed.done * 1_000 });
    expect([killed.told, killed.waiting > 0]).toEqual([killed.customers, true]);

    const page = async (): Promise<string> => (await asStaff(web, 'sales').get(`${location}?${PURPOSE}`)).html;
    expect(await page()).toContain('Leses inn');
    at = new Date('2026-11-23T12:01:00Z');
    expect(await page()).toContain('Innlesingen stanset før den var ferdig');
    await sales.post(`${location}/run?${PURPOSE}`);
    const ended = await until(web, importId, ({ state }) => state === 'done');
    expect(ended).toMatchObject({ state: 'done', written: ROWS, customers: ROWS, told: ROWS, waiting: 0 });
  } finally {
    await web.close();
  }
});
