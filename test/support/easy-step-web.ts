/** The web application over a database with Easy Step's policy in force and the invented customers in it. */
import { resolve } from 'node:path';
import { compileFolder } from '../../src/cli/compile-policy.ts';
import { loadInventedCustomers } from '../../src/cli/invented/load.ts';
import { applyPolicy, createEnforcement, createSeal, type Enforcement } from '../../src/enforcement/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { type Accounts, type AccountsOptions, type AccountTables, createAccounts } from '../../src/records/index.ts';
import { createAccountSeal } from '../../src/register/index.ts';
import {
  createWebApplication,
  doorsOf,
  NOTHING_OUTSIDE,
  type Outside,
  type PublishedNotice,
  type SignedIn,
  signedInBy,
  type WebTables,
} from '../../src/web/index.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { fixedClock, seededIds } from './fixed.ts';

export interface EasyStepWeb {
  readonly app: ReturnType<typeof createWebApplication>;
  readonly accounts: Accounts;
  readonly policy: Policy;
  readonly database: TestDatabase;
  readonly enforcement: Enforcement<WebTables>;
  /** What was told to whoever runs the server. */
  readonly reported: readonly string[];
  /** Sends a form as a browser does from the site itself. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; html: string }>;
  get(path: string): Promise<{ status: number; html: string; headers: Headers }>;
  close(): Promise<void>;
}

export const ORIGIN = 'http://localhost';

export interface EasyStepWebOptions {
  readonly now?: () => Date;
  readonly baseUrl?: URL;
  readonly openId?: AccountsOptions['openId'];
  /** Who may be asked outside; nobody unless given. */
  readonly outside?: (policy: Policy, now: () => Date) => Outside;
}

/** @param signedIn Who sends an HTTP request; whoever has signed in unless given. */
export async function openEasyStepWeb(
  signedIn?: (headers: Headers) => Promise<SignedIn | null>,
  options: EasyStepWebOptions = {},
): Promise<EasyStepWeb> {
  const { compiled, files } = compileFolder(resolve(import.meta.dirname, '../../policies/easy-step'));
  if (compiled === null) throw new Error('the policy of Easy Step has faults');
  const { policy, notices } = compiled;
  const database = await createTestDatabase();
  const { pool, settings, rolePrefix, secret } = database;
  const { now = fixedClock('2026-11-23T12:00:00Z').now, baseUrl = new URL(ORIGIN), openId = null } = options;
  const input = { policy, files, notices: Object.values(notices), prefix: rolePrefix, secret };
  await applyPolicy(pool, { ...input, now, appliedBy: 'test' });
  await loadInventedCustomers(pool, policy, now());
  const reported: string[] = [];
  const report = (message: string): void => void reported.push(message);
  const newId = seededIds('web');
  const enforcement = createEnforcement<WebTables>({ settings, policy, rolePrefix, secret, now, newId, report });
  const published = publishedOf(policy, notices);
  const accounts = createAccounts({
    enforcement: enforcement as unknown as Enforcement<AccountTables>,
    ...{ policy, baseUrl, secret, openId, now, newId, report },
  });
  const app = createWebApplication({
    ...{ policy, notices, published, baseUrl, now, newId, report, accounts, sealFor: (use) => createSeal(secret, use) },
    accountSeal: createAccountSeal(secret),
    outside: options.outside?.(policy, now) ?? NOTHING_OUTSIDE,
    signedIn: signedIn ?? signedInBy(accounts, policy),
    ...doorsOf(enforcement),
  });
  return {
    ...{ app, accounts, policy, database, enforcement, reported },
    async post(path, fields) {
      const body = new URLSearchParams(fields).toString();
      const headers = { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
      const response = await app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers });
      return { status: response.status, html: await response.text() };
    },
    async get(path) {
      const response = await app.request(`${ORIGIN}${path}`);
      return { status: response.status, html: await response.text(), headers: response.headers };
    },
    async close() {
      await accounts.idle();
      await enforcement.close();
      await database.close();
    },
  };
}

/** Today's version, and an earlier one that said a little less. */
function publishedOf(policy: Policy, notices: Readonly<Record<'nb' | 'en', { html: string }>>): PublishedNotice[] {
  const { number, place, date, approver, effectiveFrom } = policy.controller.version;
  const signed = { place, approvedOn: date, approver, effectiveFrom };
  return (['nb', 'en'] as const).flatMap((language) => [
    { ...signed, language, versionNumber: number, html: notices[language].html },
    { ...signed, language, versionNumber: '2025-1', html: '<h2 id="before">Før</h2><p>Kortere.</p>' },
  ]);
}
