/**
 * Those who have said no: kept as digests under a key outside the database, so that the no is remembered when all else
 * about them is deleted, and nobody can read from it who they are.
 */
import type { RegisterSession } from '../tables.ts';
import { keysOf, type Reachable } from './keys.ts';

/** Digests looked up or written in one statement. */
const CHUNK = 1_000;

/** Which of these have said no. */
export async function readSuppressed(session: RegisterSession, digests: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < digests.length; at += CHUNK) {
    const rows = await session.read(
      session.query
        .selectFrom('register.suppression')
        .select('suppression_digest')
        .where('suppression_digest', 'in', digests.slice(at, at + CHUNK)),
    );
    for (const { suppression_digest } of rows) found.add(suppression_digest);
  }
  return found;
}

/** @param on ISO 8601: the day of the no, where it was not known before. */
export async function suppress(
  session: RegisterSession,
  people: readonly Reachable[],
  digest: (text: string) => string,
  on: string,
): Promise<void> {
  const keys = people.flatMap(keysOf).map(({ kind, text }) => ({
    ...{ suppression_digest: digest(`${kind}:${text}`), kind, since: on },
  }));
  const rows = [...new Map(keys.map((row) => [row.suppression_digest, row])).values()];
  for (let at = 0; at < rows.length; at += CHUNK) {
    await session.write(
      session.query
        .insertInto('register.suppression')
        .values(rows.slice(at, at + CHUNK))
        .onConflict((conflict) => conflict.column('suppression_digest').doNothing()),
    );
  }
}
