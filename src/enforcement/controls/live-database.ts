/** Controls that the live database is the compiled policy: roles, grants, row policies, bits. */
import { accessOfPurpose, type Policy } from '../../policy/index.ts';
import { wantedPermits } from '../compile/compile-functions.ts';
import { isGated } from '../compile/row-owner.ts';
import { tableIdent } from '../compile/sql.ts';
import { type Drift, findDrift } from '../plan/find-drift.ts';
import { gateOf, readPurposeRows } from '../plan/purpose-rows.ts';
import { roleOfPurpose } from '../roles.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults } from './outcome.ts';

export async function rolePrefix({ owner }: SystemUnderControl): Promise<string> {
  const { rows } = await owner.query<{ prefix: string }>('select role_prefix as prefix from kept.installation');
  return rows[0]?.prefix ?? '';
}

/** A control over some kinds of drift. */
function driftControl(
  name: string,
  label: Control['label'],
  kinds: readonly Drift['kind'][],
  good: Control['label'],
  bad: Control['label'],
): Control {
  return {
    name,
    label,
    async look(system): Promise<ControlOutcome> {
      const faults = new Faults();
      const drifts = await findDrift(system.owner, system.policy, await rolePrefix(system));
      for (const { kind, place } of drifts) if (kinds.includes(kind)) faults.add(place);
      return faults.outcome(good, bad);
    },
  };
}

export const grantsMatchPolicy = driftControl(
  'grants-match-policy',
  { nb: 'Rettigheter i databasen er de policyen sier', en: 'Grants in the database are those of the policy' },
  ['differs-from-policy'],
  { nb: 'Roller, rettigheter og radregler er som kompilert.', en: 'Roles, grants and row policies are as compiled.' },
  { nb: 'Databasen avviker fra policyen.', en: 'The database differs from the policy.' },
);

export const noUnknownColumns = driftControl(
  'no-unknown-columns',
  { nb: 'Hver tabell og kolonne er beskrevet', en: 'Every table and column is described' },
  ['unknown-table', 'unknown-column', 'missing-column', 'unused-table-has-rows'],
  { nb: 'Policyen beskriver alt databasen har.', en: 'The policy describes all that the database has.' },
  { nb: 'Databasen har det policyen ikke beskriver.', en: 'The database has what the policy does not describe.' },
);

export const purposeRequired = driftControl(
  'purpose-required',
  { nb: 'Ingen når personopplysninger uten et formål', en: 'Nobody reaches personal data without a purpose' },
  ['role-reaches-too-far'],
  { nb: 'Bare formålenes roller når tabeller om personer.', en: 'Only roles of purposes reach tables of people.' },
  { nb: 'Noen når personopplysninger utenom formålene.', en: 'Somebody reaches personal data beside the purposes.' },
);

export const permitsCurrent: Control = {
  name: 'permits-current',
  label: { nb: 'Hver rad bærer det personen tillater nå', en: 'Every row carries what its person permits now' },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const gated = Object.values(system.policy.tables).filter(isGated);
    for (const table of gated) {
      const wanted = wantedPermits(system.policy, table, 't');
      const { rows } = await system.owner.query<{ stale: number }>(
        `select count(*) as stale from ${tableIdent(table.name)} as t where t.permits is distinct from ${wanted}`,
      );
      const stale = rows[0]?.stale ?? 0;
      if (stale > 0) faults.add(`${table.name}: ${stale}`);
    }
    return faults.outcome(
      {
        nb: `${gated.length} tabeller er regnet om; alle rader stemmer.`,
        en: `${gated.length} tables recomputed; every row agrees.`,
      },
      {
        nb: 'Rader bærer noe annet enn personen tillater.',
        en: 'Rows carry something else than their person permits.',
      },
      { tables: gated.length },
    );
  },
};

export const oneBasisPerPurpose: Control = {
  name: 'one-basis-per-purpose',
  label: {
    nb: 'Hvert formål har ett grunnlag, og databasen følger det',
    en: 'Each purpose has one basis, and the database follows it',
  },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const live = new Map((await readPurposeRows(system.owner)).map((row) => [row.name, row]));
    for (const purpose of Object.values(system.policy.purposes)) {
      const row = live.get(purpose.name);
      if (row?.inForce !== true || row.gate !== gateOf(purpose)) faults.add(purpose.name);
    }
    return faults.outcome(
      {
        nb: `${live.size} formål har porten grunnlaget krever.`,
        en: `${live.size} purposes have the gate their basis asks for.`,
      },
      {
        nb: 'Et formål har en annen port enn grunnlaget krever.',
        en: 'A purpose has another gate than its basis asks for.',
      },
    );
  },
};

export const staffRolesInPolicy: Control = {
  name: 'staff-roles-in-policy',
  label: { nb: 'Ansatte har bare roller policyen kjenner', en: 'Staff have only roles that the policy knows' },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const { rows } = await system.owner.query<{ id: string }>(
      'select staff_id as id from kept.staff where left_at is null and not (roles <@ $1::text[])',
      [Object.keys(system.policy.roles)],
    );
    for (const { id } of rows) faults.add(`kept.staff ${id}`);
    return faults.outcome(
      { nb: 'Alle roller finnes i policyen.', en: 'Every role is in the policy.' },
      {
        nb: 'En ansatt har en rolle policyen ikke kjenner.',
        en: 'A member of staff has a role the policy does not know.',
      },
    );
  },
};

/** Purposes of marketing read nothing of a table, neither by policy nor by what Postgres grants. */
function closedToMarketing(name: string, label: Control['label'], table: string): Control {
  return {
    name,
    label,
    async look(system): Promise<ControlOutcome> {
      const faults = new Faults();
      const prefix = await rolePrefix(system);
      for (const purpose of marketingPurposes(system.policy)) {
        const { rows } = await system.owner.query<{ reads: boolean }>(
          `select coalesce(has_any_column_privilege(role.oid, to_regclass($2), 'select'), false) as reads
             from pg_roles as role where rolname = $1`,
          [roleOfPurpose(prefix, purpose), table],
        );
        const asked = accessOfPurpose(system.policy, purpose).some((one) => one.table === table && one.read.length > 0);
        if (asked || rows[0]?.reads === true) faults.add(`${purpose}: ${table}`);
      }
      return faults.outcome(
        { nb: 'Markedsføring leser ingenting av tabellen.', en: 'Marketing reads nothing of the table.' },
        { nb: 'Markedsføring kan lese tabellen.', en: 'Marketing can read the table.' },
      );
    },
  };
}

const marketingPurposes = (policy: Policy): string[] =>
  Object.values(policy.purposes)
    .filter(({ directMarketing, profiling }) => directMarketing || profiling !== null)
    .map(({ name }) => name);

export const paymentHistoryClosed = closedToMarketing(
  'payment-history-closed-to-marketing',
  { nb: 'Betalingshistorikk brukes ikke til markedsføring', en: 'Payment history is not used for marketing' },
  'register.payment',
);

export const accountingCopiesClosed = closedToMarketing(
  'accounting-copies-closed-to-marketing',
  { nb: 'Regnskapsmateriale brukes ikke til markedsføring', en: 'Accounting documents are not used for marketing' },
  'register.invoice',
);
