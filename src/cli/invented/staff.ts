/** Invented staff, one for each role of the policy, so that the back office can be seen as each of them sees it. */
import { appendAct } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import { inTransaction, type Pool, type PoolClient } from '../../postgres/index.ts';
import { dayOf, firstRoles, isTemporary, occasionalRecipients } from '../../records/index.ts';
import { idOf } from './rows.ts';

const NAMES: Readonly<Record<string, string>> = {
  sales: 'Selma Salgsdikt',
  warehouse: 'Vidar Lagerdikt',
  accounts: 'Rolf Regnskapsdikt',
  support: 'Kaja Kundedikt',
  marketing: 'Mina Markedsdikt',
  legal: 'Jonas Lovdikt',
  adviser: 'Ragna Rådsdikt',
  auditor: 'Rita Revidikt',
  'it-consultant': 'Iver Itdikt',
};

/** How long invented advisers are let in for. */
const DAYS_OF_ADVISERS = 60;

/** Their surnames say that nobody is called so. */
const nameOf = (role: string): string => NAMES[role] ?? `Ansatt Oppdiktet (${role})`;

/** @returns How many were loaded; 0 when anybody works here already. */
export function loadInventedStaff(owner: Pool, policy: Policy, now: Date): Promise<number> {
  return inTransaction(owner, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kept invented staff', 0))`);
    const { rows } = await client.query('select from kept.staff limit 1');
    if (rows.length > 0) return 0;
    const staff = inventStaff(policy);
    const until = dayOf(new Date(now.getTime() + DAYS_OF_ADVISERS * 86_400_000), policy);
    for (const { id, name, email, roles } of staff) {
      const temporary = isTemporary(policy, roles);
      await client.query(
        `insert into kept.staff (staff_id, name, email, roles, access_until, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [id, name, email, roles, temporary ? until : null, now],
      );
      if (temporary) await disclose(client, policy, { id, roles, until, today: dayOf(now, policy) });
      const body = { change: 'added', staff_id: id, roles: [...roles].sort().join(' ') };
      await appendAct(client, { kind: 'staff-permission', personId: id, body }, now);
    }
    return staff.length;
  });
}

/** What an adviser is let in to, each purpose with its reason. */
async function disclose(
  client: PoolClient,
  policy: Policy,
  { id, roles, until, today }: { id: string; roles: readonly string[]; until: string; today: string },
): Promise<void> {
  for (const purpose of Object.values(policy.purposes)) {
    if (!purpose.roles.some((role) => roles.includes(role))) continue;
    const recipient = recipientFor(policy, roles, purpose.name);
    if (recipient === null) continue;
    await client.query(
      `insert into kept.disclosure (staff_id, disclosure_id, adviser_id, form, recipient, purpose, categories, reason, given_on, until)
       values ($1, $2, $3, 'access', $4, $5, $6, 'Et oppdiktet oppdrag', $7, $8)`,
      [
        idOf('staff owner'),
        idOf(`disclosure ${id} ${purpose.name}`),
        id,
        recipient,
        purpose.name,
        purpose.uses,
        today,
        until,
      ],
    );
  }
}

/** Who on the list of recipients such an adviser comes from: by the role's name, or else whoever gets data for the purpose. */
function recipientFor(policy: Policy, roles: readonly string[], purpose: string): string | null {
  const occasional = occasionalRecipients(policy);
  const named = occasional.find((name) => roles.some((role) => name.includes(role)));
  return named ?? occasional.find((name) => policy.recipients[name]?.purposes.includes(purpose)) ?? null;
}

/** The owner, who looks after privacy too, then one for each other role. */
function inventStaff(policy: Policy) {
  const first = firstRoles(policy);
  const others = Object.keys(policy.roles).filter((role) => !first.includes(role));
  return [
    { id: idOf('staff owner'), name: 'Eira Eierdikt', email: 'eier@example.no', roles: [...first] },
    ...others.map((role) => ({
      ...{ id: idOf(`staff ${role}`), name: nameOf(role), email: `${role}@example.no`, roles: [role] },
    })),
  ];
}
