/** Staff: two steps, the codes that make the second, and that who leaves is out at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSession, browserSession } from '../../support/browser-session.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../../support/easy-step-web.ts';
import { addStaffMember } from '../../support/people.ts';
import { totpNow } from '../../support/totp.ts';

let web: EasyStepWeb;
let clients = 0;
beforeAll(async () => {
  web = await openEasyStepWeb(undefined, { now: () => new Date() });
});
afterAll(() => web.close());

/** Each from a network of its own, so that no limit is shared. */
const browse = (): BrowserSession => {
  clients += 1;
  return browserSession(web, ORIGIN, `198.51.100.${clients}`);
};

async function openLink(browser: BrowserSession, address: string) {
  const token = await web.accounts.makeLink(address);
  if (token === null) throw new Error('no link was made');
  return await browser.post('/logg-inn/lenke', { token });
}

/** Signs in by link and sets codes up. @returns The key and the recovery codes. */
async function setUpCodes(browser: BrowserSession, address: string): Promise<{ key: string; recovery: string[] }> {
  await openLink(browser, address);
  await browser.post('/innlogging/engangskoder', { do: 'start' });
  const page = await browser.get('/innlogging/engangskoder');
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.html)?.[1] ?? '';
  const done = await browser.post('/innlogging/engangskoder', { do: 'confirm', code: totpNow(key) });
  const recovery = [...done.html.matchAll(/<code>([A-Za-z0-9-]+)<\/code>/g)].map(([, code]) => code ?? '');
  return { key, recovery };
}

const secondStepDone = async (browser: BrowserSession): Promise<string | null> =>
  (await browser.get('/logg-inn/videre')).location;

test('staff who have signed in in one step are sent to set up the second, and then to the back office', async () => {
  const { email } = await addStaffMember(web.database.pool, ['sales']);
  const browser = browse();
  const opened = await openLink(browser, email);
  expect(opened.location).toBe('/logg-inn/videre');
  expect(await secondStepDone(browser)).toBe('/innlogging');
  expect((await browser.get('/innlogging')).html).toContain('Ansatte logger inn i to trinn.');
  const { recovery } = await setUpCodes(browse(), email);
  expect(recovery).toHaveLength(10);
});

describe('once codes are set up', () => {
  let email: string;
  let key: string;
  let recovery: string[];
  beforeAll(async () => {
    ({ email } = await addStaffMember(web.database.pool, ['support']));
    ({ key, recovery } = await setUpCodes(browse(), email));
  });

  test('a link opens no session before the code is entered', async () => {
    const browser = browse();
    const opened = await openLink(browser, email);
    expect(opened.location).toBe('/logg-inn/andre-trinn');
    expect([...browser.cookies.keys()]).toEqual(['kept.two_factor']);
    expect((await browser.get('/')).html).not.toContain('Logg ut');
    const wrong = await browser.post('/logg-inn/andre-trinn', { code: '000000' });
    expect([wrong.status, [...browser.cookies.keys()]]).toEqual([401, ['kept.two_factor']]);
    const right = await browser.post('/logg-inn/andre-trinn', { code: totpNow(key) });
    expect(right.status).toBe(303);
    expect([...browser.cookies.keys()]).toEqual(['kept.session_token']);
    expect(await secondStepDone(browser)).toBe('/kontor');
  });

  test('a recovery code opens it once', async () => {
    const [code = ''] = recovery;
    const browser = browse();
    await openLink(browser, email);
    // As somebody reads it off paper.
    await browser.post('/logg-inn/andre-trinn', { recoveryCode: ` ${code.toUpperCase().replace('-', ' ')}` });
    expect(await secondStepDone(browser)).toBe('/kontor');
    const other = browse();
    await openLink(other, email);
    expect((await other.post('/logg-inn/andre-trinn', { recoveryCode: code })).status).toBe(401);
  });

  test('after five wrong codes the first step has to be done again', async () => {
    const browser = browse();
    await openLink(browser, email);
    expect([...browser.cookies.keys()]).toEqual(['kept.two_factor']);
    for (let tries = 0; tries < 5; tries += 1) await browser.post('/logg-inn/andre-trinn', { code: '000000' });
    const late = await browser.post('/logg-inn/andre-trinn', { code: totpNow(key) });
    expect([late.status, late.html.includes('Det tok for lang tid')]).toEqual([401, true]);
    expect([...browser.cookies.keys()]).not.toContain('kept.session_token');
  });

  test('neither the secret nor the recovery codes lie open in the tables', async () => {
    const { rows } = await web.database.pool.query('select s::text as row from kept.second_step as s');
    const all = JSON.stringify(rows);
    for (const code of recovery) expect(all).not.toContain(code);
    expect(all).not.toContain(key.replaceAll(' ', ''));
  });

  test('a password alone opens nothing either', async () => {
    const browser = browse();
    await openLink(browser, email);
    await browser.post('/logg-inn/andre-trinn', { code: totpNow(key) });
    const saved = await browser.post('/innlogging', { do: 'password', password: 'en lang og god setning' });
    expect(saved.location).toBe('/innlogging?saved=password');
    const other = browse();
    const opened = await other.post('/logg-inn/passord', { email, password: 'en lang og god setning' });
    expect(opened.location).toBe('/logg-inn/andre-trinn');
    expect([...other.cookies.keys()]).toEqual(['kept.two_factor']);
  });
});

describe('who may not be here any more', () => {
  test('is out in the middle of a session when they have left', async () => {
    const { email, id } = await addStaffMember(web.database.pool, ['support']);
    const browser = browse();
    await openLink(browser, email);
    expect((await browser.get('/innlogging')).status).toBe(200);
    await web.database.pool.query('update kept.staff set left_at = now() where staff_id = $1', [id]);
    expect((await browser.get('/innlogging')).location).toBe('/logg-inn');
  });

  test('is out the day after their last, and in on it', async () => {
    const { email, id } = await addStaffMember(web.database.pool, ['support']);
    const browser = browse();
    await openLink(browser, email);
    const until = (days: number) =>
      web.database.pool.query(
        `update kept.staff set access_until = (now() at time zone 'Europe/Oslo')::date + $2::integer where staff_id = $1`,
        [id, days],
      );
    await until(0);
    expect((await browser.get('/innlogging')).status).toBe(200);
    await until(-1);
    expect((await browser.get('/innlogging')).location).toBe('/logg-inn');
    const before = await web.database.pool.query('select from kept.outbox');
    await browser.post('/logg-inn', { email });
    await web.accounts.idle();
    expect((await web.database.pool.query('select from kept.outbox')).rowCount).toBe(before.rowCount);
  });
});

test('a session that nobody has used for the time the policy says is over', async () => {
  const { email } = await addStaffMember(web.database.pool, ['support']);
  const browser = browse();
  await openLink(browser, email);
  await web.database.pool.query(`update kept.account_session set expires_at = now() - interval '1 second'`);
  expect((await browser.get('/innlogging')).location).toBe('/logg-inn');
});
