/** What `npm run bench:office -- …` may be told. */
import { parseArgs } from 'node:util';

export interface OfficeOptions {
  readonly customers: number;
  readonly ordersEach: number;
  /** Members of staff at work at the same time, one measurement each. */
  readonly clients: readonly number[];
  /** Seconds of each turn. */
  readonly seconds: number;
  /** How often the two sides take turns. */
  readonly rounds: number;
  /** Only scenarios whose name holds this. */
  readonly only: string;
  /** A world that is left standing, or was; null: one that is thrown away. */
  readonly folder: string | null;
  /** The result's file is `bench/results/<name>.json`. */
  readonly name: string;
}

export function readOfficeOptions(args: readonly string[]): OfficeOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      customers: { type: 'string', default: '1000000' },
      'orders-each': { type: 'string', default: '10' },
      clients: { type: 'string', default: '1,4' },
      seconds: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
      folder: { type: 'string' },
      name: { type: 'string', default: 'customer-system' },
    },
  });
  const positive = (text: string): number => {
    const value = Number(text);
    if (!(value > 0)) throw new Error(`a number above zero is expected, found ${text}`);
    return value;
  };
  return {
    customers: positive(values.customers),
    ordersEach: positive(values['orders-each']),
    clients: values.clients.split(',').map(positive),
    seconds: positive(values.seconds),
    rounds: positive(values.rounds),
    only: values.only,
    folder: values.folder ?? null,
    name: values.name,
  };
}
