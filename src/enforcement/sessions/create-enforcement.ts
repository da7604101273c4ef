/** Purpose sessions: one pool a purpose, signed in as the purpose's role; who may not act for it is refused and logged. */
import type { Policy, Purpose } from '../../policy/index.ts';
import { type ConnectionSettings, openPool, type Pool, queryBuilder, settingsForRole } from '../../postgres/index.ts';
import type { AccessLog } from '../access-log/entry.ts';
import { openAccessLog } from '../access-log/log-writer.ts';
import { NOT_WATCHED, watchFields } from '../fields/read-fields.ts';
import { passwordOfRole, roleOfPurpose } from '../roles.ts';
import type { Enforcement, EnforcementWatch, PoolUse, Principal } from '../types.ts';
import { isPersonId, mayActFor, purposesOf } from './admission.ts';
import { EnforcementError } from './enforcement-error.ts';
import { type PlanCache, planCache } from './plan-cache.ts';
import {
  control,
  inPurposeTransaction,
  lanesRunner,
  type PurposeConnections,
  personRunner,
  purposeConnections,
  type Runner,
  transactionRunner,
} from './purpose-database.ts';
import { openSession, type Transact } from './purpose-session.ts';

export interface EnforcementOptions {
  /** How the owner connects; only host, port, database and TLS are used, the roles sign in as themselves. */
  readonly settings: ConnectionSettings;
  readonly policy: Policy;
  /** `kept.installation.role_prefix`. */
  readonly rolePrefix: string;
  /** What the roles' passwords are derived from. */
  readonly secret: Buffer;
  readonly now: () => Date;
  /** Makes UUIDs; sessions make none yet, what is built on them does. */
  readonly newId?: () => string;
  /** Connections at most, by purpose; `POOL_SIZE` for those not named. */
  readonly poolSizes?: Readonly<Record<string, number>>;
  /** Is told of what is wrong and stops nothing. Texts hold no personal value. */
  readonly report?: (message: string) => void;
  readonly watch?: EnforcementWatch;
}

const POOL_SIZE = 6;

interface PurposeParts {
  readonly purpose: Purpose;
  readonly connections: PurposeConnections;
  readonly plans: PlanCache;
  /** What every session of a purpose that is not limited to one's own rows uses; null where it is. */
  readonly everybody: Ways | null;
}

/** How the statements of a session run, alone and in transactions. */
interface Ways {
  readonly runner: Runner;
  readonly transact: Transact;
}

/** Opens nothing by itself: a pool is made at the first session of its purpose. */
export function createEnforcement<DB>(options: EnforcementOptions): Enforcement<DB> {
  const { policy, now } = options;
  const query = queryBuilder<DB>();
  const log = openAccessLog(options);
  const { timeZone } = policy.controller;
  const fields = watchFields({ pool: log.pool, now, timeZone, report: options.report ?? (() => {}) });
  const parts = new Map<string, PurposeParts>();

  function partsOf(name: string): PurposeParts {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const purpose = Object.hasOwn(policy.purposes, name) ? policy.purposes[name] : undefined;
    if (purpose === undefined) throw new EnforcementError('purpose-unknown', `the policy has no purpose ${name}`);
    const connections = openConnections(options, name);
    const everybody = purpose.ownRowsOnly ? null : waysOf(connections, name, undefined);
    const made = { purpose, connections, plans: planCache(policy, name), everybody };
    parts.set(name, made);
    return made;
  }

  return {
    policy,
    async asPurpose(principal, name, work) {
      const { purpose, connections, plans, everybody } = partsOf(name);
      if (!mayActFor(principal, purpose)) await refuse(log, principal, name);
      const { runner, transact } = everybody ?? waysOf(connections, name, ownerOf(principal));
      const common = { principal, purpose: name, query, plans, log, now };
      const watched = purpose.ownRowsOnly ? NOT_WATCHED : fields;
      const { session, end } = openSession({ ...common, fields: watched }, runner, transact);
      try {
        return await work(session);
      } finally {
        end();
      }
    },
    purposesOf: (principal) => purposesOf(policy, principal),
    pools: () => [
      useOf('access log', log.pool),
      ...[...parts].map(([name, { connections }]) => useOf(name, connections.pool)),
    ],
    async close() {
      await Promise.all([...parts.values()].map(({ connections }) => connections.pool.end()));
      await fields.close();
      await log.close();
    },
  };
}

function useOf(name: string, { totalCount, idleCount, waitingCount }: Pool): PoolUse {
  return { name, idle: idleCount, busy: totalCount - idleCount, waiting: waitingCount };
}

function openConnections(options: EnforcementOptions, name: string): PurposeConnections {
  const { settings, rolePrefix, secret, poolSizes, report } = options;
  const role = roleOfPurpose(rolePrefix, name);
  const max = poolSizes?.[name] ?? POOL_SIZE;
  const pool = openPool(settingsForRole(settings, role, passwordOfRole(secret, role)), {
    max,
    durable: true,
    applicationName: `kept ${name}`,
    ...(report === undefined ? {} : { log: report }),
  });
  return purposeConnections(pool, max);
}

/** Logs the refusal before it is told. */
async function refuse(log: AccessLog, principal: Principal, purpose: string): Promise<never> {
  const shape = { purpose, action: 'refused', tables: [], categories: [] } as const;
  await log.add({ shape, principal, dataSubjects: [] });
  throw new EnforcementError(
    'purpose-refused',
    `a principal of kind ${principal.kind} may not act for the purpose ${purpose}; the policy lists who may`,
  );
}

/** Who is no person (a visitor, a job) sees no rows of a purpose that shows one's own. */
const ownerOf = ({ id }: Principal): string => (isPersonId(id) ? id.toLowerCase() : '');

/** @param person Whose rows may be seen; undefined where the purpose is not limited to one's own. */
function waysOf(connections: PurposeConnections, purpose: string, person: string | undefined): Ways {
  const transact: Transact = (inside) =>
    inPurposeTransaction(connections.pool, purpose, person, (client) => {
      const runner = transactionRunner(client, purpose);
      // What was started and not waited for belongs to this transaction, or it would be done after it, as somebody else.
      return inside(runner, savepoints(runner, purpose, 1)).finally(() => runner.end());
    });
  const runner = person === undefined ? lanesRunner(connections, purpose) : personRunner(connections, purpose, person);
  return { runner, transact };
}

/** A transaction inside a transaction: what fails in it is undone alone. */
function savepoints(runner: ReturnType<typeof transactionRunner>, purpose: string, depth: number): Transact {
  const step = (sql: string): Promise<void> => runner.withConnection((client) => control(client, purpose, sql));
  return async (inside) => {
    await step(`savepoint kept_${depth}`);
    try {
      const result = await inside(runner, savepoints(runner, purpose, depth + 1));
      await step(`release savepoint kept_${depth}`);
      return result;
    } catch (error) {
      await step(`rollback to savepoint kept_${depth}`);
      throw error;
    }
  };
}
