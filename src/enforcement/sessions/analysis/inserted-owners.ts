/** The people of an INSERT, read from the values themselves: a purpose that only records need not be able to read. */
import { type InsertQueryNode, type OperationNode, PrimitiveValueListNode, type ValueNode, ValuesNode } from 'kysely';
import type { Ownership } from '../../../policy/index.ts';
import { isPersonId } from '../admission.ts';
import { EnforcementError } from '../enforcement-error.ts';

/** Places of the columns that say whose a row is, among the columns inserted. */
export interface InsertedOwners {
  readonly places: readonly number[];
}

/** Null where the rows come from elsewhere than VALUES, or the owner is not among the values. */
export function insertedColumns(node: InsertQueryNode, ownership: Ownership): InsertedOwners | null {
  const owners = directColumns(ownership);
  if (owners === null || node.values === undefined || !ValuesNode.is(node.values)) return null;
  const names = (node.columns ?? []).map(({ column }) => column.name);
  const places = owners.map((column) => names.indexOf(column));
  const plain = node.values.values.every((row) =>
    places.every((place) => PrimitiveValueListNode.is(row) || isValue(row.values[place])),
  );
  return places.includes(-1) || !plain ? null : { places };
}

const isValue = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'ValueNode';

function directColumns(ownership: Ownership): readonly string[] | null {
  switch (ownership.kind) {
    case 'self':
    case 'direct':
      return [ownership.column];
    case 'path':
      return ownership.steps.length === 1 ? ownership.steps.map(({ column }) => column) : null;
    case 'shared': {
      const each = ownership.among.map(directColumns);
      return each.includes(null) ? null : each.flatMap((one) => one ?? []);
    }
    case 'listed':
    case 'nobody':
      return null;
    default:
      return ownership satisfies never;
  }
}

/** The people of one run of the statement, each once. */
export function insertedPeople(node: OperationNode, { places }: InsertedOwners): readonly string[] {
  if (!('values' in node)) return [];
  const values = node.values;
  if (!isValuesNode(values)) return [];
  const found = new Set<string>();
  for (const row of values.values) {
    for (const place of places) {
      const item = row.values[place];
      const value = PrimitiveValueListNode.is(row) ? item : isValueNode(item) ? item.value : null;
      if (value === null || value === undefined) continue;
      // Postgres takes other spellings of a UUID too, which would name nobody here.
      if (!isPersonId(value)) throw notAPerson();
      found.add(value.toLowerCase());
    }
  }
  return [...found];
}

function notAPerson(): EnforcementError {
  return new EnforcementError(
    'write-not-attributable',
    'a value that says whose a row is must be a UUID of 36 characters, and one is something else',
  );
}

const isValuesNode = (node: unknown): node is ValuesNode =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'ValuesNode';

const isValueNode = (node: unknown): node is ValueNode => isValue(node);
