/**
 * Two copies of the same customers in one server: the register under the policy in force, and bare tables beside it,
 * without row policies, triggers and `permits`, read and written by their owner.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { applyPolicy, createEnforcement, type Enforcement } from '../src/enforcement/index.ts';
import { type Lanes, openLanes } from '../src/enforcement/sessions/lanes.ts';
import { readingOf } from '../src/enforcement/sessions/purpose-database.ts';
import { checkPolicy, type Policy, type PolicyFiles, YAML_FILE_NAMES } from '../src/policy/index.ts';
import { migrate, openPool, type Pool, startEmbeddedServer } from '../src/postgres/index.ts';
import type { ServerClock } from './measure.ts';
import type { BenchTables } from './scenarios.ts';

const PREFIX = 'bench';
const SECRET = Buffer.from('a secret of the benchmark alone, used nowhere else');

export interface World {
  readonly enforcement: Enforcement<BenchTables>;
  /** The owner's, for the bare side; as many connections as each purpose has. */
  readonly bare: Pool;
  /** The same connections, used as the lanes of a purpose use theirs. */
  readonly bareLanes: Lanes;
  readonly serverClock: ServerClock;
  /** The version of the server. */
  readonly server: string;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly customers: number;
  readonly connections: number;
  readonly purposes: readonly string[];
  readonly tell: (text: string) => void;
}

export async function createWorld({ customers, connections, purposes, tell }: WorldOptions): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-'));
  chmodSync(folder, 0o755);
  const { settings, stop } = await startEmbeddedServer({
    dataFolder: folder,
    keeper: 'server',
    onProgress: (text) => tell(text.en),
  });
  const bare = openPool(settings, { max: connections, applicationName: 'kept bench bare' });
  await migrate(bare, { onProgress: () => {} });
  await bare.query('insert into kept.installation (role_prefix, ledger_origin) values ($1, $2)', [PREFIX, 'bench']);
  const { policy, files } = readEasyStep();
  const now = (): Date => new Date();
  await applyPolicy(bare, {
    ...{ policy, files, notices: [], prefix: PREFIX, secret: SECRET, now, appliedBy: 'bench' },
  });
  tell(`filling two tables with ${customers} customers`);
  await fill(bare, customers);
  const poolSizes = Object.fromEntries(purposes.map((purpose) => [purpose, connections]));
  const enforcement = createEnforcement<BenchTables>({
    ...{ settings, policy, rolePrefix: PREFIX, secret: SECRET, now, poolSizes },
  });
  const { rows } = await bare.query<{ server_version: string }>('show server_version');
  return {
    enforcement,
    bare,
    bareLanes: openLanes(bare, connections, readingOf(connections)),
    serverClock: () => serverClock(bare),
    server: rows[0]?.server_version ?? '',
    close: async () => {
      await enforcement.close();
      await bare.end();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Linux tells how long each process has been on a processor; other systems do not, or not like this. */
async function serverClock(owner: Pool): ReturnType<ServerClock> {
  const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity');
  try {
    const worked = rows.map(({ pid }): [number, number] => [
      pid,
      Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1000,
    ]);
    return new Map(worked);
  } catch {
    return null;
  }
}

/** The policy that the product comes with. */
function readEasyStep(): { readonly policy: Policy; readonly files: PolicyFiles } {
  const folder = fileURLToPath(new URL('../policies/easy-step/', import.meta.url));
  const names = readdirSync(folder).filter((name) => YAML_FILE_NAMES.some((known) => known === name));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const { policy, diagnostics } = checkPolicy(files, { knownControls: controlsOf(files['security.yaml'] ?? '') });
  if (policy === null) throw new Error(`the policy has ${diagnostics.length} faults: run \`kept check\``);
  return { policy, files };
}

/** Controls are not run here, so those that the promises name count as known. */
function controlsOf(security: string): readonly string[] {
  const { promises, controls_not_built: notBuilt = [] } = parse(security) as {
    promises: Record<string, { controls?: string[] }>;
    controls_not_built?: string[];
  };
  return Object.values(promises)
    .flatMap(({ controls }) => controls ?? [])
    .filter((name) => !notBuilt.includes(name));
}

const COLUMNS = `customer_id, kind, legal_name, email, phone, street_address, postal_code, city, registered_at,
  registered_through, notice_version`;

const customersUpTo = (count: number): string => `
  select md5('customer ' || n)::uuid, 'private', 'Kunde Eksempel ' || n, 'kunde' || n || '@example.no',
    '+474' || lpad((n % 10000000)::text, 7, '0'), 'Eksempelveien ' || n % 200, lpad((n % 10000)::text, 4, '0'),
    'Trondheim', now() - make_interval(hours => n % 8760), 'web', '1'
  from generate_series(1, ${count}) as n`;

async function fill(owner: Pool, customers: number): Promise<void> {
  await owner.query(`
    -- Triggers and keys rest while the rows are poured in; nobody has made a choice, so all have the same bits.
    begin;
    set local session_replication_role = replica;
    insert into register.customer (${COLUMNS}, permits)
      select made.*, (select kept.person_permits(gen_random_uuid())) from (${customersUpTo(customers)}) as made;
    create schema bare;
    create table bare.customer (like register.customer including all);
    alter table bare.customer drop column permits;
    create table bare.message (like register.message including all);
    alter table bare.message drop column permits,
      add foreign key (customer_id) references bare.customer on delete cascade;
    insert into bare.customer (${COLUMNS}, customer_number) overriding system value
      select ${COLUMNS}, customer_number from register.customer;
    select setval(pg_get_serial_sequence('bare.customer', 'customer_number'), max(customer_number)) from bare.customer;
    commit;`);
  await owner.query('vacuum analyze register.customer');
  await owner.query('vacuum analyze bare.customer');
  await owner.query('checkpoint');
}
