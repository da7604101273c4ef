/** Giving staff access in the office: who may, what is asked, that a change holds at once, and the review of it all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionsOf } from '../../src/web/index.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { addStaffMember } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let owner: StaffBrowser;
const UNDER = '?purpose=staff-administration';

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  owner = asStaff(web, 'owner');
});
afterAll(() => web.close());

const one = async <T>(text: string, ...values: unknown[]): Promise<T> => {
  const { rows } = await web.database.pool.query<{ value: T }>(`select (${text}) as value`, values);
  return rows[0]?.value as T;
};

const acts = (): Promise<string[]> =>
  one(
    `select coalesce(array_agg(convert_from(leaf, 'UTF8') order by entry_index), '{}') from kept.ledger_entry
      where kind = 'staff-permission'`,
  );

/** Posts with fields that may come several times. */
async function post(path: string, fields: readonly (readonly [string, string])[], roles = 'owner') {
  const headers = { staff: roles, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
  const response = await web.app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers });
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' };
}

describe('who may', () => {
  test('nobody but whoever has the purpose gets in, and the try is logged', async () => {
    for (const role of ['sales', 'privacy-officer', 'adviser']) {
      for (const path of [
        '/kontor/ansatte',
        '/kontor/ansatte/ny',
        '/en/office/staff/review',
        '/kontor/ansatte/utlevert',
      ]) {
        expect((await asStaff(web, role).get(path)).status).toBe(403);
      }
    }
    const { id } = await addStaffMember(web.database.pool, ['sales']);
    expect((await post(`/kontor/ansatte/${id}/avslutt`, [], 'sales')).status).toBe(403);
    expect(await one('select left_at is null from kept.staff where staff_id = $1', id)).toBe(true);
  });

  test('whoever has the purpose is led to the page under it', async () => {
    const response = await web.app.request(`${ORIGIN}/kontor/ansatte`, { headers: { staff: 'owner' } });
    expect(response.headers.get('location')).toBe(`/kontor/ansatte${UNDER}`);
  });
});

describe('letting somebody in', () => {
  test('a member of staff gets the roles that are marked, and the ledger names them by their key alone', async () => {
    const before = (await acts()).length;
    const { status, location } = await post(`/kontor/ansatte/ny${UNDER}`, [
      ['name', 'Sigrid Salgsperson'],
      ['email', 'Sigrid@example.no'],
      ['until', ''],
      ['roles', 'sales'],
      ['roles', 'support'],
    ]);
    expect(status).toBe(303);
    expect((await owner.get(location)).html).toContain('Sigrid Salgsperson');
    expect(await one(`select roles from kept.staff where email = 'sigrid@example.no'`)).toEqual(['sales', 'support']);
    const told = (await acts()).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('"change":"added"');
    expect(told[0]).not.toMatch(/sigrid/i);
  });

  test('every fault stands at its field, in both languages, and what was typed is kept', async () => {
    const typed: [string, string][] = [
      ['name', ''],
      ['email', 'ingen'],
      ['roles', 'auditor'],
      ['until', ''],
      ['recipient', ''],
      ['reason', 'kort'],
    ];
    const nb = await post(`/kontor/ansatte/ny${UNDER}`, typed);
    expect(nb.status).toBe(422);
    for (const words of [
      'Skriv navnet',
      'Skriv en e-postadresse',
      'skriv siste dag',
      'velg hvem de kommer fra',
      'minst fem tegn',
    ]) {
      expect(nb.html).toContain(words);
    }
    for (const field of ['name', 'email', 'until', 'recipient', 'reason'])
      expect(nb.html).toContain(`href="#${field}"`);
    expect(nb.html).toContain('value="ingen"');
    expect(nb.html).toMatch(/value="auditor" checked/);
    expect((await post(`/en/office/staff/new${UNDER}`, typed)).html).toContain('write the last day of access');
  });

  test('a field that the form does not have is refused', async () => {
    expect((await post(`/kontor/ansatte/ny${UNDER}`, [['account_id', 'x']])).status).toBe(400);
  });

  test('a temporary role ends within a year, and what it opens is on record', async () => {
    const auditor = (until: string): [string, string][] => [
      ['name', 'Rita Revisor'],
      ['email', 'rita@example.no'],
      ['roles', 'auditor'],
      ['until', until],
      ['recipient', 'auditor'],
      ['reason', 'Revisjon av årsregnskapet'],
    ];
    expect((await post(`/kontor/ansatte/ny${UNDER}`, auditor('2028-01-01'))).html).toContain('høyst ett år');
    expect((await post(`/kontor/ansatte/ny${UNDER}`, auditor('2026-11-22'))).html).toContain('alt forbi');
    expect((await post(`/kontor/ansatte/ny${UNDER}`, auditor('2026-12-24'))).status).toBe(303);
    expect(await one(`select array_agg(purpose || ' ' || until) from kept.disclosure`)).toEqual([
      'accounting 2026-12-24',
    ]);
    const id = await one<string>(`select staff_id::text from kept.staff where email = 'rita@example.no'`);
    const { html } = await owner.get(`/kontor/ansatte/${id}${UNDER}`);
    expect(html).toContain('Revisjon av årsregnskapet');
    expect(html).toContain('value="2026-12-24"');
  });
});

describe('taking it away', () => {
  test('whoever leaves has no session from the same commit on, and it cannot be half done', async () => {
    const { id, email } = await addStaffMember(web.database.pool, ['support']);
    await web.database.pool.query(
      `with account as (insert into kept.account values ($1, true, now(), now(), now()) returning account_id)
       insert into kept.account_session (account_id, session_id, token_digest, opened_by, opened_at, used_at, expires_at)
         select account_id, gen_random_uuid(), account_id::text, 'code', now(), now(), now() + interval '1 day' from account`,
      [id],
    );
    expect(await one('select last_used_at is not null from kept.staff where staff_id = $1', id)).toBe(true);
    const { status, location } = await post(`/kontor/ansatte/${id}/avslutt${UNDER}`, []);
    expect(status).toBe(303);
    expect((await owner.get(location)).html).toContain('Øktene er slettet');
    expect(await one('select count(*)::int from kept.account_session where account_id = $1', id)).toBe(0);
    expect(await web.accounts.makeLink(email)).toBeNull();
  });

  test('the last who can give others access stays', async () => {
    const { id } = await addStaffMember(web.database.pool, ['owner']);
    const refused = await post(`/kontor/ansatte/${id}/avslutt${UNDER}`, []);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Da ville ingen være igjen');
    const fewer: [string, string][] = [
      ['name', 'Eira Eier'],
      ['until', ''],
      ['roles', 'sales'],
    ];
    expect((await post(`/kontor/ansatte/${id}${UNDER}`, fewer)).status).toBe(422);
    expect(await one('select roles from kept.staff where staff_id = $1', id)).toEqual(['owner']);
  });

  test('two owners who end each other at the same moment do not both succeed', async () => {
    const { pool } = web.database;
    await pool.query(`update kept.staff set left_at = now() where 'owner' = any(roles)`);
    const first = await addStaffMember(pool, ['owner']);
    const second = await addStaffMember(pool, ['owner']);
    const answers = await Promise.all(
      [first, second].map(({ id }) => post(`/kontor/ansatte/${id}/avslutt${UNDER}`, [])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });
});

describe('the review', () => {
  const listingIn = (html: string): string => /name="listing" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';

  test('what is signed is what was seen: a list that changed since is shown again', async () => {
    const { html } = await owner.get(`/kontor/ansatte/gjennomgang${UNDER}`);
    await addStaffMember(web.database.pool, ['warehouse']);
    const late = await post(`/kontor/ansatte/gjennomgang${UNDER}`, [
      ['listing', listingIn(html)],
      ['note', ''],
    ]);
    expect(late.status).toBe(422);
    expect(late.html).toContain('Listen er endret');
    expect(await one('select count(*)::int from kept.access_review')).toBe(0);
    const signed = await post(`/kontor/ansatte/gjennomgang${UNDER}`, [
      ['listing', listingIn(late.html)],
      ['note', 'Tok bort salg fra to'],
    ]);
    expect(signed.status).toBe(303);
    expect(await one('select staff_count from kept.access_review')).toBe(
      await one('select count(*)::int from kept.access_review_line'),
    );
    expect((await acts()).at(-1)).toContain('"change":"reviewed"');
    const after = await owner.get(`/kontor/ansatte/gjennomgang${UNDER}`);
    expect(after.html).toContain('Tok bort salg fra to');
    expect(after.html).toContain('Neste gjennomgang skal være signert innen 23. februar 2027');
  });

  test('a signed review is not changed by anybody', async () => {
    const system = { kind: 'system', id: 'test', roles: [] } as const;
    const rewrite = web.enforcement.asPurpose(system, 'staff-administration', (session) => {
      const { records } = sessionsOf(session);
      return records.write(records.query.updateTable('kept.access_review').set({ staff_count: 0 }));
    });
    await expect(rewrite).rejects.toThrow();
    expect(await one('select staff_count > 0 from kept.access_review')).toBe(true);
  });
});

describe('copies', () => {
  const under = `/kontor/ansatte/utlevert${UNDER}`;

  test('a copy is recorded with what the policy lets the recipient have, and ended when it is back', async () => {
    const copy = (category: string): [string, string][] => [
      ['recipient', 'lawyer'],
      ['purposeGiven', 'disputes'],
      ['categories', category],
      ['reason', 'Sak for forliksrådet'],
      ['until', '2027-02-01'],
    ];
    expect((await post(under, copy('payment-means'))).html).toContain('som reglene lar mottakeren få');
    expect((await post(under, copy('disputes'))).status).toBe(303);
    const id = await one<string>(`select disclosure_id::text from kept.disclosure where form = 'copy'`);
    expect((await owner.get(under)).html).toContain('Sak for forliksrådet');
    expect((await post(under, [['ended', id]])).status).toBe(303);
    expect(await one('select ended_on::text from kept.disclosure where disclosure_id = $1', id)).toBe('2026-11-23');
  });
});
