/** Opening a customer for one purpose: what it sees of them, and who has looked where it answers for the log. */
import type { Purpose } from '../../../policy/index.ts';
import { type Look, looksAt } from '../../../records/index.ts';
import { type Dossier, openDossier } from '../../../register/index.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';

/** Rows of each kind that a page shows first, and after asking for more. */
const FEW_ROWS = 20;
export const MANY_ROWS = 200;
/** Looks that are shown to whoever answers for the log. */
export const LOOKS = 20;

export interface OpenedCustomer {
  readonly customerId: string;
  readonly dossier: Dossier;
  /** Null where the purpose does not see who has looked. */
  readonly looks: readonly Look[] | null;
  readonly limit: number;
}

/** @param many Whether more rows than usual are asked for. @returns Null when the purpose sees no such customer. */
export async function openCustomer(
  parts: WebParts,
  desk: Desk,
  purpose: Purpose,
  customerId: string,
  many: boolean,
): Promise<OpenedCustomer | null> {
  const limit = many ? MANY_ROWS : FEW_ROWS;
  return await parts.asPrincipal(desk.staff, purpose.name, async ({ register, records }) => {
    const dossier = await openDossier(register, parts.policy, customerId, limit);
    if (dossier === null) return null;
    // The log is a table of its own kind, about many people in a row: those purposes see it that name it.
    const sees = purpose.uses.includes('access-log') && purpose.tables.includes('kept.access_log');
    return { customerId, dossier, looks: sees ? await looksAt(records, customerId, LOOKS) : null, limit };
  });
}
