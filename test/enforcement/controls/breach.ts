/** What a breach of the live database is: something done by hand, and how it is undone. */

/** `ROLE_` is the prefix of the roles, `STRANGER` a role that no policy knows. */
export interface Breach {
  readonly control: string;
  readonly when: string;
  readonly plant: string;
  readonly undo: string;
  /** A place that the evidence names, or how it begins. */
  readonly place: string;
}

/** An update of one row, and the update back. */
export const change = (table: string, row: string, to: string, from: string): Pick<Breach, 'plant' | 'undo'> => ({
  plant: `update ${table} set ${to} where ${row}`,
  undo: `update ${table} set ${from} where ${row}`,
});

export const customer = (id: string): string => `customer_id = '${id}'`;
