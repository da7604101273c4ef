/** The web application of a house: for serving, and for controls that visit it without a socket. */
import { createEnforcement, createSeal, type Enforcement, type PlanInput, type Seal } from '../enforcement/index.ts';
import type { CompiledNotice } from '../notice/index.ts';
import type { Accounts } from '../records/index.ts';
import { createAccountSeal } from '../register/index.ts';
import { createWebApplication, doorsOf, type PublishedNotice, signedInBy, type WebTables } from '../web/index.ts';
import type { House } from './house.ts';
import { newIds } from './new-id.ts';
import { openAccounts } from './open-accounts.ts';
import { openOutside } from './open-outside.ts';
import { type Watch, watchSessions } from './watch/watch.ts';

const now = (): Date => new Date();

export interface OpenWeb {
  readonly app: ReturnType<typeof createWebApplication>;
  /** To be closed by whoever opened the web. */
  readonly enforcement: Enforcement<WebTables>;
  readonly accounts: Accounts;
}

/**
 * @param published All versions of the notice, newest first.
 * @param watch Is told of requests, sessions and failures; nothing that it is told holds a personal value.
 */
export function openWeb(house: House, input: PlanInput, published: readonly PublishedNotice[], watch: Watch): OpenWeb {
  const { environment, settings, keys, installation } = house;
  const { policy } = input;
  const newId = newIds(now);
  const { report } = watch;
  const enforcement = watchSessions(
    createEnforcement<WebTables>({
      ...{ settings, policy, rolePrefix: installation.rolePrefix, secret: keys.secret, now, newId, report },
      watch: watch.enforcement,
    }),
    watch,
  );
  const [nb, en] = (['nb', 'en'] as const).map((language) => noticeIn(input, language));
  if (nb === undefined || en === undefined) throw new Error('the notice has not been compiled in both languages');
  const { baseUrl } = environment;
  const sealFor = (use: string): Seal => createSeal(keys.secret, use);
  const parts = { policy, notices: { nb, en }, published, baseUrl, now, newId, report, sealFor };
  const accounts = openAccounts(house, policy, enforcement, report);
  const signedIn = signedInBy(accounts, policy);
  const accountSeal = createAccountSeal(keys.secret);
  const outside = openOutside(environment, policy, keys.secret, now);
  const app = createWebApplication(
    { ...parts, outside, signedIn, accounts, accountSeal, ...doorsOf(enforcement) },
    watch,
  );
  return { app, enforcement, accounts };
}

/** The notice as it was compiled; `planInput` hands over whole ones. */
const noticeIn = ({ notices }: PlanInput, language: 'nb' | 'en'): CompiledNotice | undefined =>
  notices
    .filter((notice): notice is CompiledNotice => 'contents' in notice)
    .find((notice) => notice.language === language);

/** All versions of the notice that were published, newest first; read by the owner. */
export async function readPublished({ owner }: House): Promise<PublishedNotice[]> {
  const { rows } = await owner.query<PublishedNotice>(
    `select version_number as "versionNumber", language, html, place, approved_on as "approvedOn", approver,
            effective_from as "effectiveFrom"
       from kept.notice_version order by published_at desc, version_number desc`,
  );
  return rows;
}
