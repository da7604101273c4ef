/** What invented daily life is made from: a clock, the customers it happens to, and days around now. */
import { DAY, idOf, pick, type Row } from './rows.ts';

/** A row of the register that daily life hangs on. */
export interface Known {
  readonly customer_id: string;
  readonly kind: 'private' | 'company';
}

/** What the parts of daily life are made from. */
export interface Given {
  readonly now: Date;
  readonly noticeVersion: string;
  readonly customers: readonly Known[];
  readonly products: readonly string[];
}

export type Tables = readonly (readonly [table: string, rows: readonly Row[]])[];

/** A moment before now. */
export const before = ({ now }: Given, days: number, hours = 0): string =>
  new Date(now.getTime() - days * DAY - hours * 3_600_000).toISOString();

/** A day from now; before it when `days` is less than nothing. */
export const dayFrom = ({ now }: Given, days: number): string =>
  new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

/** A customer for whom something happens, the same each time. */
export const someone = ({ customers }: Given, words: string, kind?: 'private' | 'company'): Known =>
  pick(
    words,
    customers.filter((one) => kind === undefined || one.kind === kind),
  );

export const staffOf = (role: string): string => idOf(`staff ${role}`);
