/** What `npm run bench -- …` may be told. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly customers: number;
  /** Clients at the same time, one measurement each. */
  readonly clients: readonly number[];
  /** How often the two sides take turns. */
  readonly rounds: number;
  /** Seconds of each turn. */
  readonly seconds: number;
  /** Connections at most, the same for both sides. */
  readonly connections: number;
  /** Only scenarios whose name holds this. */
  readonly only: string;
  /** The result's file is `bench/results/<name>.json`. */
  readonly name: string;
}

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      customers: { type: 'string', default: '1000000' },
      clients: { type: 'string', default: '1,4,16' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      connections: { type: 'string', default: '6' },
      only: { type: 'string', default: '' },
      name: { type: 'string', default: 'purpose-sessions' },
    },
  });
  const positive = (text: string): number => {
    const value = Number(text);
    if (!(value > 0)) throw new Error(`a number above zero is expected, found ${text}`);
    return value;
  };
  return {
    customers: positive(values.customers),
    clients: values.clients.split(',').map(positive),
    rounds: positive(values.rounds),
    seconds: positive(values.seconds),
    connections: positive(values.connections),
    only: values.only,
    name: values.name,
  };
}
