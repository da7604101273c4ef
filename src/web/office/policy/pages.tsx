/** The policy in force as staff read it: purposes, categories, retention, roles, recipients, and which version it is. */
import type { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Language } from '../../../policy/index.ts';
import { type PolicyInForce, readPolicyInForce } from '../../../records/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebEnvironment } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { atDesk, type Desk } from '../desk.tsx';
import { purposeWithTable } from '../purposes-in-words.tsx';
import { CategoriesPage } from './categories.tsx';
import { PolicyPage } from './overview.tsx';
import { PurposesPage } from './purposes.tsx';
import { RecipientsPage } from './recipients.tsx';
import { RetentionPage } from './retention.tsx';
import { RolesPage } from './roles.tsx';

const LISTS: readonly (readonly [keyof typeof ADDRESSES, FC<{ desk: Desk }>])[] = [
  ['officePurposes', PurposesPage],
  ['officeCategories', CategoriesPage],
  ['officeRetention', RetentionPage],
  ['officeRoles', RolesPage],
  ['officeRecipients', RecipientsPage],
];

export function addPolicyPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.officePolicy[language], (context) =>
    atDesk(context, parts, ADDRESSES.officePolicy, async (desk) =>
      context.html(<PolicyPage desk={desk} inForce={await inForce(parts, desk)} />),
    ),
  );
  for (const [page, List] of LISTS) {
    app.get(ADDRESSES[page][language], (context) =>
      atDesk(context, parts, ADDRESSES[page], async (desk) => context.html(<List desk={desk} />)),
    );
  }
}

/** Undefined for staff without a purpose that reads it; null where no version was ever applied. */
async function inForce(parts: WebParts, desk: Desk): Promise<PolicyInForce | null | undefined> {
  const purpose = purposeWithTable(desk, 'kept.policy_version');
  if (purpose === null) return undefined;
  return await parts.asPrincipal(desk.staff, purpose.name, ({ records }) => readPolicyInForce(records));
}
