/**
 * What came from others and has reached its end, once a day: reports of credit bureaus that nobody has decided on, leads
 * that have not become customers. Those who have said no meanwhile are remembered before their own data goes.
 */
import type { PlanInput } from '../enforcement/index.ts';
import { dayOf } from '../records/index.ts';
import { keysOf } from '../register/index.ts';
import type { House } from './house.ts';
import { digestUnder, NO_DIGESTS } from './open-outside.ts';

const now = (): Date => new Date();

export async function endOutsideData(
  { owner, keys }: Pick<House, 'owner' | 'keys'>,
  { policy }: Pick<PlanInput, 'policy'>,
  at = now(),
): Promise<void> {
  const today = dayOf(at, policy);
  await owner.query(
    `update register.credit_check set report_sealed = null, report_delete_on = null where report_delete_on <= $1`,
    [today],
  );
  await owner.query(`delete from register.lead where delete_on <= $1`, [today]);
  const selling = Object.values(policy.purposes).filter(({ directMarketing }) => directMarketing);
  const { rows } = await owner.query<Parameters<typeof keysOf>[0]>(
    `select legal_name as name, email, phone, street_address as street, postal_code as "postalCode"
       from register.customer
      where customer_id in (
        select person_id from kept.objection where purpose = any ($1) and withdrawn_at is null
        union select person_id from kept.consent_record where purpose = any ($1) and withdrawn_at is not null)`,
    [selling.map(({ name }) => name)],
  );
  const digest = digestUnder(keys.secret, NO_DIGESTS);
  const noes = rows.flatMap(keysOf).map(({ kind, text }) => ({ kind, digest: digest(`${kind}:${text}`) }));
  await owner.query(
    `insert into register.suppression (suppression_digest, kind, since)
     select digest, kind, $3 from unnest($1::text[], $2::text[]) as said (digest, kind) on conflict do nothing`,
    [noes.map((one) => one.digest), noes.map(({ kind }) => kind), today],
  );
}
