/**
 * The work of the back office at a million customers and ten million orders: through HTTP, as staff who are signed in
 * to a running server, and beside it the same statements on bare tables by their owner, taking turns.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Pool } from '../../src/postgres/index.ts';
import { type Figures, figuresOf, type Turn, takeTurn } from '../measure.ts';
import { type OfficeOptions, readOfficeOptions } from './options.ts';
import type { Draw, OfficeScenario, OrderKey, ScenarioWorld } from './scenario.ts';
import { OFFICE_SCENARIOS } from './scenarios.ts';
import { openOfficeWorld } from './world.ts';

interface OfficeRow {
  readonly name: string;
  readonly clients: number;
  readonly kept: Figures;
  readonly bare: Figures;
}

/** The same run asks for the same people in the same order on both sides. */
function drawing(): Draw {
  let state = 20261125;
  return {
    below: (bound) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * bound);
    },
  };
}

/** Requests before a measurement, so that pages and statements are known. */
const WARMING_UP = 20;

const noClock = async (): Promise<null> => null;

async function measure(
  world: ScenarioWorld,
  scenario: OfficeScenario,
  clients: number,
  { seconds, rounds }: OfficeOptions,
): Promise<OfficeRow> {
  const draws = { kept: drawing(), bare: drawing() };
  const sides = ['bare', 'kept'] as const;
  const works = {
    kept: () => scenario.kept(world, draws.kept),
    bare: () => scenario.bare(world, draws.bare),
  };
  for (const side of sides) await takeTurn(works[side], clients, Math.min(2, seconds), noClock, WARMING_UP);
  const turns: Record<(typeof sides)[number], Turn[]> = { kept: [], bare: [] };
  for (let number = 0; number < rounds; number += 1) {
    for (const side of number % 2 === 0 ? sides : sides.toReversed()) {
      turns[side].push(await takeTurn(works[side], clients, seconds, noClock, scenario.most));
    }
  }
  return { name: scenario.name, clients, kept: figuresOf(turns.kept), bare: figuresOf(turns.bare) };
}

function tableOf(rows: readonly OfficeRow[]): string {
  const lines = [
    ['', 'clients', 'kept/s', 'p50 ms', 'p95', 'p99', 'bare/s', 'p50 ms', 'p95', 'p99'],
    ...rows.map(({ name, clients, kept, bare }) => [
      name,
      `${clients}`,
      ...[kept, bare].flatMap((one) => [
        one.throughput.toFixed(0),
        ...[one.p50, one.p95, one.p99].map((value) => value.toFixed(2)),
      ]),
    ]),
  ];
  return lines.map(([name = '', ...cells]) => name.padEnd(22) + cells.map((it) => it.padStart(9)).join('')).join('\n');
}

async function numbersOf(owner: Pool): Promise<ScenarioWorld['numbers']> {
  const { rows } = await owner.query<{ first: number; count: number }>(
    `select min(customer_number) as first, count(*) as count from bare.customer where email like '%@bench.example.no'`,
  );
  return rows[0] ?? { first: 1, count: 1 };
}

/** As many as a run can take, the last first. */
async function waitingIn(owner: Pool, schema: 'register' | 'bare'): Promise<OrderKey[]> {
  const { rows } = await owner.query<OrderKey>(
    `select customer_id as customer, order_id as "order" from ${schema}.sales_order as placed
      where to_invoice_since is not null order by to_invoice_since limit 20000`,
  );
  return rows;
}

async function main(): Promise<void> {
  const options = readOfficeOptions(process.argv.slice(2));
  const { office, bare, server, close } = await openOfficeWorld(options);
  const rows: OfficeRow[] = [];
  try {
    const world = { office, bare, customers: options.customers, numbers: await numbersOf(bare) };
    const waiting = { kept: await waitingIn(bare, 'register'), bare: await waitingIn(bare, 'bare') };
    for (const scenario of OFFICE_SCENARIOS.filter(({ name }) => name.includes(options.only))) {
      for (const clients of options.clients) {
        rows.push(await measure({ ...world, waiting }, scenario, clients, options));
        process.stderr.write(`${tableOf(rows.slice(-1)).split('\n')[1] ?? ''}\n`);
      }
    }
  } finally {
    await close();
  }
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const { customers, ordersEach, seconds, rounds } = options;
  const machine = { cores: cpus().length, platform: `${platform()} ${arch()}`, node: process.version };
  const load = loadavg().map((one) => Number(one.toFixed(1)));
  const setting = { customers, ordersEach, seconds, rounds, postgres: server, ...machine, loadAtEnd: load };
  writeFileSync(`${folder}${options.name}.json`, `${JSON.stringify({ name: options.name, setting, rows }, null, 2)}\n`);
  process.stdout.write(`${tableOf(rows)}\n`);
}

await main();
