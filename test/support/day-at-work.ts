/** People at a real browser who sign in for real: customers by the link in their mail, staff with a second step too. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { mailedToken } from './browser-session.ts';
import type { ServedWeb } from './served-web.ts';
import { totpNow } from './totp.ts';

export interface Person {
  readonly page: Page;
  /** Opens a page of the site. */
  go(path: string): Promise<void>;
  /** Presses the button or follows the link with this name. */
  press(name: string | RegExp): Promise<void>;
  /** What the page says, without its menus. */
  said(): Promise<string>;
}

const personAt = (page: Page, origin: string): Person => ({
  page,
  async go(path) {
    await page.goto(`${origin}${path}`);
  },
  async press(name) {
    const main = page.locator('main');
    const button = main.getByRole('button', { name });
    const one = (await button.count()) > 0 ? button.first() : main.getByRole('link', { name }).first();
    await Promise.all([page.waitForLoadState(), one.press('Enter')]);
    await page.waitForLoadState();
  },
  said: () => page.locator('main').innerText(),
});

async function opened(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'nb-NO', javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { context, page };
}

/** Somebody who has not signed in. Scripts are off: the work of the day needs none. */
export async function visitor(browser: Browser, { origin }: ServedWeb): Promise<Person> {
  return personAt((await opened(browser)).page, origin);
}

/** Asks for a link as people do, and opens the one that comes by mail. */
export async function signIn(person: Person, { web }: ServedWeb, email: string): Promise<void> {
  await person.go('/logg-inn');
  await person.page.locator('#email').fill(email);
  await person.page.locator('#email').press('Enter');
  await person.page.getByRole('heading', { name: 'Se i innboksen din' }).waitFor();
  await person.go(`/logg-inn/lenke?token=${await mailedToken(web, email)}`);
  await person.page.locator('main button[type=submit]').press('Enter');
  await person.page.waitForURL(/^(?!.*token=)/);
}

/** A member of staff with these roles, signed in in two steps. */
export async function atWork(
  browser: Browser,
  served: ServedWeb,
  name: string,
  roles: readonly string[],
  until: string | null = null,
): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '.')}@example.com`;
  await served.web.database.pool.query(
    `insert into kept.staff (staff_id, name, email, roles, access_until) values (gen_random_uuid(), $1, $2, $3, $4)`,
    [name, email, [...roles], until],
  );
  const person = await visitor(browser, served);
  await signIn(person, served, email);
  await person.go('/innlogging');
  await person.press('Ta i bruk engangskoder');
  const key = (await person.page.locator('.key code').textContent()) ?? '';
  await person.page.locator('#code').fill(totpNow(key));
  await person.page.locator('#code').press('Enter');
  await person.page.getByRole('heading', { name: 'Reservekodene dine' }).waitFor();
  return person;
}
