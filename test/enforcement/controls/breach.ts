/** What a breach of the live database is: something done by hand, and how it is undone. */
import type { SystemUnderControl } from '../../../src/enforcement/index.ts';

/** `ROLE_` is the prefix of the roles, `STRANGER` a role that no policy knows. */
export interface Breach {
  readonly control: string;
  readonly when: string;
  readonly plant: string;
  readonly undo: string;
  /** A place that the evidence names, or how it begins. */
  readonly place: string;
}

/** Something that the policy or time does, or that the program would send. */
export interface Lapse {
  readonly control: string;
  readonly when: string;
  /** The system as it then is. */
  readonly lapsed: (system: SystemUnderControl) => SystemUnderControl;
  readonly place: string;
}

/** An update of one row, and the update back. */
export const change = (table: string, row: string, to: string, from: string): Pick<Breach, 'plant' | 'undo'> => ({
  plant: `update ${table} set ${to} where ${row}`,
  undo: `update ${table} set ${from} where ${row}`,
});

export const customer = (id: string): string => `customer_id = '${id}'`;
