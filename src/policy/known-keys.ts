/** Which keys a schema knows at a place, read off its JSON Schema: for suggestions to whoever typed another. */
import type { YamlFileName } from './files.ts';
import { jsonSchemaOf } from './schemas/index.ts';
import type { Path } from './source-file.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The keys that may stand in the map at `path`; of a union those of all alternatives. */
export function knownKeysAt(file: YamlFileName, path: Path): string[] {
  const root = jsonSchemaOf(file);
  let here = unfold(root, root);
  for (const step of path) here = here.flatMap((schema) => below(root, schema, step));
  const keys = here.flatMap((schema) => (isObject(schema.properties) ? Object.keys(schema.properties) : []));
  return [...new Set(keys)];
}

/** A schema with its references followed and its alternatives laid side by side. */
function unfold(root: Json, schema: unknown, depth = 0): Json[] {
  if (!isObject(schema) || depth > 12) return [];
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
  if (name !== undefined) {
    const target = schema.$ref === '#' ? root : isObject(root.$defs) ? root.$defs[name] : undefined;
    return unfold(root, target, depth + 1);
  }
  const alternatives = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [schema, ...alternatives.flatMap((alternative) => unfold(root, alternative, depth + 1))];
}

function below(root: Json, schema: Json, step: string | number): Json[] {
  if (typeof step === 'number') return unfold(root, schema.items);
  const own = isObject(schema.properties) ? schema.properties[step] : undefined;
  return unfold(root, own ?? schema.additionalProperties);
}
