/** Names of tables and columns as the YAML writes them, and in full. */

/** The schema that a table name without one means. */
export const DEFAULT_SCHEMA = 'register';

/** `customer` is `register.customer`; `kept.staff` stays. */
export const qualified = (table: string): string => (table.includes('.') ? table : `${DEFAULT_SCHEMA}.${table}`);

/** `customer.email` and `register.customer.email` into table and column. */
export function splitColumn(name: string): { readonly table: string; readonly column: string } {
  const parts = name.split('.');
  return { table: qualified(parts.slice(0, -1).join('.')), column: parts.at(-1) ?? '' };
}

/**
 * What a rule keeps: a table, or one of its columns. Two words with a dot are a table where `tables` has it, and else
 * a column of a table of the default schema.
 */
export function splitKept(name: string, isTable: (table: string) => boolean): { table: string; column: string | null } {
  const whole = qualified(name);
  if (isTable(whole) || name.split('.').length < 2) return { table: whole, column: null };
  return splitColumn(name);
}
