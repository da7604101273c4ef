/**
 * Roles whose password is not the one that follows from the installation's secret: because the secret was changed (it
 * was lost, or somebody saw it), or because somebody who signed in as a purpose set another. Postgres lets every role
 * change its own.
 */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import type { Pool, PoolClient } from '../../postgres/index.ts';
import type { WantedFact } from '../compile/fact.ts';
import { ident, literal } from '../compile/sql.ts';
import { passwordOfRole } from '../roles.ts';
import type { Step } from './difference.ts';

const REASON = {
  nb: 'Passordet følger ikke av hemmeligheten til installasjonen.',
  en: 'The password does not follow from the secret of the installation.',
};

/**
 * The steps that give such roles their password again. Only a superuser can compare passwords; for others none are found.
 * @param wanted Facts of all kinds; those of roles are looked at.
 */
export async function passwordSteps(
  db: Pick<Pool | PoolClient, 'query'>,
  wanted: readonly WantedFact[],
  secret: Buffer,
): Promise<Step[]> {
  const { rows: allowed } = await db.query<{ may: boolean }>(
    `select has_table_privilege('pg_catalog.pg_authid', 'select') as may`,
  );
  if (allowed[0]?.may !== true) return [];
  const roles = new Map(wanted.filter(({ kind }) => kind === 'role').map((fact) => [fact.key, fact]));
  const { rows } = await db.query<{ name: string; verifier: string | null }>(
    'select rolname::text as name, rolpassword as verifier from pg_authid where rolname = any($1) order by 1',
    [[...roles.keys()]],
  );
  return rows.flatMap(({ name, verifier }): Step[] => {
    const fact = roles.get(name);
    const password = passwordOfRole(secret, name);
    if (fact === undefined || opens(password, verifier)) return [];
    const set = (shown: string): string[] => [`alter role ${ident(name)} password ${literal(shown)}`];
    return [{ sign: '~', fact, sql: set(password), printed: set('…'), reason: REASON }];
  });
}

/** Whether a password fits what Postgres keeps of it: SCRAM-SHA-256 as RFC 5803 writes it down. */
function opens(password: string, verifier: string | null): boolean {
  const parts = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(verifier ?? '');
  if (parts === null) return false;
  const [, iterations = '', salt = '', storedKey = ''] = parts;
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(iterations), 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  return createHash('sha256').update(clientKey).digest('base64') === storedKey;
}
