/** Puts the invented customers into an empty register, all or nothing, before anybody is served. */
import { appendAct, consentTextHash, refreshRows } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import { inTransaction, type Pool, type PoolClient } from '../../postgres/index.ts';
import { idOf, inventRows, type Row } from './rows.ts';

const MARKETING = 'marketing';

/** @returns How many customers were loaded; 0 when the register has a customer or a product already. */
export function loadInventedCustomers(owner: Pool, policy: Policy, now: Date): Promise<number> {
  return inTransaction(owner, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kept invented customers', 0))`);
    const { rows } = await client.query('select from register.customer union all select from register.product limit 1');
    if (rows.length > 0) return 0;
    const invented = inventRows(now, policy.controller.version.number);
    for (const [table, each] of invented.tables) await insertRows(client, table, each);
    await insertConsents(client, policy, invented.consents);
    await refreshRows(client, policy);
    return invented.tables.get('register.customer')?.length ?? 0;
  });
}

/** @param table One of `inventRows`, never from outside: it becomes part of the statement. */
export async function insertRows(client: PoolClient, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

async function insertConsents(
  client: PoolClient,
  policy: Policy,
  consents: ReturnType<typeof inventRows>['consents'],
): Promise<void> {
  const words = policy.purposes[MARKETING]?.consentText;
  if (!words) return;
  const rows = consents.map(({ personId, givenAt, language }) => ({
    ...{ person_id: personId, consent_id: idOf(`consent ${personId}`), purpose: MARKETING, language },
    ...{ text_hash: consentTextHash(words, language), notice_version: policy.controller.version.number },
    ...{ method: 'web-form', given_at: givenAt.toISOString() },
  }));
  await insertRows(client, 'kept.consent_record', rows);
  for (const { person_id: personId, consent_id, given_at } of rows) {
    const body = { purpose: MARKETING, consent_id };
    await appendAct(client, { kind: 'consent-given', personId, body }, new Date(given_at));
  }
}
