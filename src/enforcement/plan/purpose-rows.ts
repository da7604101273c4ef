/** The rows of `kept.purpose`: which bit is whose, and what a person's own choices do to it. */
import type { Policy, Purpose } from '../../policy/index.ts';
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { consentTextHashes } from './content-hash.ts';

export interface PurposeRow {
  readonly name: string;
  readonly bit: number;
  readonly gate: 'always' | 'consent' | 'objection';
  readonly despiteRestriction: boolean;
  readonly inForce: boolean;
  /** Mail for it asks for a consent, whatever the gate. */
  readonly directMarketing: boolean;
  /** The words that a consent in force may have been given to, as `consentTextHash` has them; sorted. */
  readonly consentHashes: readonly string[];
}

const BITS = 63;

/** Consent gates by consent; what rests on interest, and all direct marketing, by objection (Art. 21(1) and (2)). */
export function gateOf({ basis, directMarketing }: Purpose): PurposeRow['gate'] {
  if (basis === 'consent') return 'consent';
  return basis === 'legitimate-interest' || basis === 'public-task' || directMarketing ? 'objection' : 'always';
}

const consentHashesOf = ({ consentText, earlierConsentTexts }: Purpose): readonly string[] =>
  (consentText === null ? [] : [consentText, ...earlierConsentTexts]).flatMap(consentTextHashes).sort();

export async function readPurposeRows(db: Pick<Pool | PoolClient, 'query'>): Promise<readonly PurposeRow[]> {
  const { rows } = await db.query<PurposeRow>(
    `select name, bit, gate, despite_restriction as "despiteRestriction", in_force as "inForce",
            direct_marketing as "directMarketing", consent_hashes as "consentHashes" from kept.purpose
      order by bit`,
  );
  return rows;
}

/**
 * The rows as the policy wants them: known purposes keep their bit, new ones get one that was never given, and those
 * that are gone stay, out of force, so that their bit is not given again.
 * @throws Error when all 63 bits have been given.
 */
export function wantedPurposeRows(policy: Policy, present: readonly PurposeRow[]): readonly PurposeRow[] {
  const bits = new Map(present.map(({ name, bit }) => [name, bit]));
  const free = Array.from({ length: BITS }, (_, bit) => bit).filter((bit) => !present.some((row) => row.bit === bit));
  const wanted = Object.values(policy.purposes).map((purpose) => {
    const bit = bits.get(purpose.name) ?? free.shift();
    if (bit === undefined) {
      throw new Error(
        `all ${BITS} purposes that a database has room for were given out; none is left for ${purpose.name}`,
      );
    }
    const { name, despiteRestriction, directMarketing } = purpose;
    const consentHashes = consentHashesOf(purpose);
    return { name, bit, gate: gateOf(purpose), despiteRestriction, directMarketing, inForce: true, consentHashes };
  });
  const gone = present.filter(({ name }) => policy.purposes[name] === undefined);
  return [...wanted, ...gone.map((row) => ({ ...row, inForce: false }))];
}

/** Those that are new or differ. */
export function changedPurposeRows(
  wanted: readonly PurposeRow[],
  present: readonly PurposeRow[],
): readonly PurposeRow[] {
  const before = new Map(present.map((row) => [row.name, row]));
  return wanted.filter((row) => {
    const old = before.get(row.name);
    return (
      old === undefined ||
      old.gate !== row.gate ||
      old.despiteRestriction !== row.despiteRestriction ||
      old.inForce !== row.inForce ||
      old.directMarketing !== row.directMarketing ||
      old.consentHashes.join() !== row.consentHashes.join()
    );
  });
}

export async function writePurposeRow(client: PoolClient, row: PurposeRow): Promise<void> {
  await client.query(
    `insert into kept.purpose (name, bit, gate, despite_restriction, in_force, consent_hashes, direct_marketing)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (name) do update
       set gate = excluded.gate, despite_restriction = excluded.despite_restriction, in_force = excluded.in_force,
           consent_hashes = excluded.consent_hashes, direct_marketing = excluded.direct_marketing`,
    [row.name, row.bit, row.gate, row.despiteRestriction, row.inForce, row.consentHashes, row.directMarketing],
  );
}
