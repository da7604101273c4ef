/**
 * Through Kept against the same statement on the bare table by its owner, in the same run and taking turns: what
 * purposes, permits and a durable access log cost.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { statementName } from '../src/enforcement/sessions/analysis/plan-statement.ts';
import { queryBuilder, wireValues } from '../src/postgres/index.ts';
import { type Figures, figuresOf, median, round, type Turn, takeTurn, throughputOf } from './measure.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { type BenchTables, type Pick, runIn, SCENARIOS, type Scenario } from './scenarios.ts';
import { createWorld, type World } from './world.ts';

interface ResultRow {
  readonly name: string;
  readonly clients: number;
  /** Throughput through Kept by that of the bare table: the median of the rounds. */
  readonly ratio: number;
  /** The same against the bare statement sent as Kept sends its own, so that the log and the rights alone differ. */
  readonly ratioToSentTogether: number;
  readonly kept: Figures;
  readonly bare: Figures;
  readonly bareSentTogether: Figures;
}

type Side = 'kept' | 'bare' | 'bareSentTogether';
const SIDES: readonly Side[] = ['bare', 'kept', 'bareSentTogether'];

const STAFF = { kind: 'staff', id: '00000000-0000-7000-8000-000000000001', roles: ['sales', 'support'] } as const;
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** The same run picks the same people in the same order on both sides. */
function picker(customers: number): Pick {
  let state = 20261123;
  return {
    customers,
    next: () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return 1 + (state % customers);
    },
  };
}

function keptWork({ enforcement }: World, scenario: Scenario, pick: Pick): () => Promise<unknown> {
  return () => enforcement.asPurpose(STAFF, scenario.purpose, (session) => runIn(session, scenario, pick));
}

/** The bare side builds its statements with the same builder and prepares them under a name, too. */
function bareStatements(scenario: Scenario, pick: Pick) {
  const query = queryBuilder<BenchTables>();
  const names = new Map<string, string>();
  return () => {
    const { sql, parameters } = scenario.build(query, 'bare', pick).compile();
    const name = names.get(sql) ?? statementName(sql);
    names.set(sql, name);
    return { name, sql, values: [...parameters] };
  };
}

/** As a program without Kept has it: a pool of the driver, a statement a connection. */
function bareWork({ bare }: World, scenario: Scenario, pick: Pick): () => Promise<unknown> {
  const next = bareStatements(scenario, pick);
  return () => {
    const { name, sql, values } = next();
    return bare.query({ name, text: sql, values });
  };
}

function bareSentTogether({ bareLanes }: World, scenario: Scenario, pick: Pick): () => Promise<unknown> {
  const next = bareStatements(scenario, pick);
  const send = scenario.method === 'read' ? bareLanes.together : bareLanes.alone;
  return () => {
    const { values, ...named } = next();
    return send({ ...named, values: wireValues(values) });
  };
}

async function measure(world: World, scenario: Scenario, clients: number, options: BenchOptions): Promise<ResultRow> {
  const { customers, rounds, seconds } = options;
  const works: Record<Side, () => Promise<unknown>> = {
    kept: keptWork(world, scenario, picker(customers)),
    bare: bareWork(world, scenario, picker(customers)),
    bareSentTogether: bareSentTogether(world, scenario, picker(customers)),
  };
  for (const side of SIDES) await takeTurn(works[side], clients, Math.min(1, seconds), world.serverClock);
  const turns: Record<Side, Turn[]> = { kept: [], bare: [], bareSentTogether: [] };
  for (let number = 0; number < rounds; number += 1) {
    // Who goes first changes, so that what the one leaves behind does not always meet the other.
    for (const side of number % 2 === 0 ? SIDES : SIDES.toReversed()) {
      turns[side].push(await takeTurn(works[side], clients, seconds, world.serverClock));
    }
  }
  const ratioTo = (side: Side): number =>
    round(median(turns.kept.map((turn, at) => throughputOf(turn) / throughputOf(turns[side][at] ?? turn))), 3);
  return {
    ...{ name: scenario.name, clients, ratio: ratioTo('bare'), ratioToSentTogether: ratioTo('bareSentTogether') },
    ...{ kept: figuresOf(turns.kept), bare: figuresOf(turns.bare) },
    bareSentTogether: figuresOf(turns.bareSentTogether),
  };
}

function tableOf(rows: readonly ResultRow[]): string {
  const show = ({ throughput, p50, p95, p99, cpu }: Figures): string[] => [
    throughput.toFixed(0),
    ...[p50, p95, p99].map((value) => value.toFixed(2)),
    `${cpu.program.toFixed(0)}+${cpu.server?.toFixed(0) ?? '?'}`,
  ];
  const lines = [
    [
      '',
      'clients',
      'ratio',
      ...['kept/s', 'p50 ms', 'p95', 'p99', 'cpu µs'],
      ...['bare/s', 'p50 ms', 'p95', 'p99', 'cpu µs'],
    ],
    ...rows.map((row) => [
      row.name,
      `${row.clients}`,
      row.ratio.toFixed(2),
      row.ratioToSentTogether.toFixed(2),
      ...show(row.kept),
      ...show(row.bare),
    ]),
  ];
  return lines.map(([name = '', ...cells]) => name.padEnd(16) + cells.map((it) => it.padStart(9)).join('')).join('\n');
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(options.only));
  const purposes = [...new Set(scenarios.map(({ purpose }) => purpose))];
  const world = await createWorld({ ...options, purposes, tell });
  const rows: ResultRow[] = [];
  try {
    for (const scenario of scenarios) {
      for (const clients of options.clients) {
        rows.push(await measure(world, scenario, clients, options));
        tell(tableOf(rows.slice(-1)).split('\n')[1] ?? '');
      }
    }
  } finally {
    await world.close();
  }
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const machine = { cores: cpus().length, platform: `${platform()} ${arch()}`, node: process.version };
  const { customers, rounds, seconds, connections } = options;
  const setting = { customers, rounds, seconds, connections, postgres: world.server, ...machine };
  writeFileSync(`${folder}${options.name}.json`, `${JSON.stringify({ name: options.name, setting, rows }, null, 2)}\n`);
  process.stdout.write(`${tableOf(rows)}\n`);
}

await main();
