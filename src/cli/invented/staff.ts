/** Invented staff, one for each role of the policy, so that the back office can be seen as each of them sees it. */
import { appendAct } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import { inTransaction, type Pool } from '../../postgres/index.ts';
import { firstRoles } from '../../records/index.ts';
import { idOf } from './rows.ts';

const NAMES: Readonly<Record<string, string>> = {
  sales: 'Selma Salgsdikt',
  warehouse: 'Vidar Lagerdikt',
  accounts: 'Rolf Regnskapsdikt',
  support: 'Kaja Kundedikt',
  marketing: 'Mina Markedsdikt',
  legal: 'Jonas Lovdikt',
};

/** Their surnames say that nobody is called so. */
const nameOf = (role: string): string => NAMES[role] ?? `Ansatt Oppdiktet (${role})`;

/** @returns How many were loaded; 0 when anybody works here already. */
export function loadInventedStaff(owner: Pool, policy: Policy, now: Date): Promise<number> {
  return inTransaction(owner, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kept invented staff', 0))`);
    const { rows } = await client.query('select from kept.staff limit 1');
    if (rows.length > 0) return 0;
    const staff = inventStaff(policy);
    for (const { id, name, email, roles } of staff) {
      await client.query(
        'insert into kept.staff (staff_id, name, email, roles, created_at) values ($1, $2, $3, $4, $5)',
        [id, name, email, roles, now],
      );
      const body = { change: 'added', staff_id: id, roles: [...roles].sort().join(' ') };
      await appendAct(client, { kind: 'staff-permission', personId: id, body }, now);
    }
    return staff.length;
  });
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
