/** The reference page of the policy files is written from their schemas; `vitest run -u` writes it anew. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemaOf, YAML_FILE_NAMES } from '../../src/policy/index.ts';

const HEAD = `# The policy files

A policy is a folder with seven YAML files and a notice in each language (\`notice.nb.md\`, \`notice.en.md\`). Unknown keys
are refused. The JSON Schemas in \`schema/\` say the same to an editor: put
\`# yaml-language-server: $schema=<path>/schema/data.json\` on the first line of a file.

\`<name>\` stands for a name of your own: lower-case words joined by hyphens. \`[]\` stands for each of several. Keys in
**bold** must be there, in the way of writing that they belong to.
`;

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const recordOf = (value: unknown): Readonly<Record<string, Schema>> =>
  isSchema(value) ? (value as Readonly<Record<string, Schema>>) : {};

interface Row {
  readonly path: string;
  readonly required: boolean;
  readonly form: string;
  readonly says: string;
}

/** All keys below a schema, each once, in the order in which they are written. */
function rowsOf(root: Schema): readonly Row[] {
  const rows = new Map<string, Row>();
  const definitions = recordOf(root.$defs);
  const resolved = (schema: Schema): Schema =>
    typeof schema.$ref === 'string' ? (definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;

  function walk(given: Schema, path: string, within: readonly Schema[]): void {
    const schema = resolved(given);
    // A rule's event may hold events: what was seen on the way down is not gone through again.
    if (within.includes(schema) || isText(schema)) return;
    const inside = [...within, schema];
    const required = Array.isArray(schema.required) ? schema.required : [];
    for (const [key, value] of Object.entries(recordOf(schema.properties))) {
      const at = path === '' ? key : `${path}.${key}`;
      const says = typeof value.description === 'string' ? value.description : '';
      const form = formOf(value, resolved);
      const before = rows.get(at);
      // One of several ways to write the same thing.
      const forms = new Set([...(before?.form.split(', or ') ?? []), form]);
      rows.set(at, { path: at, required: required.includes(key), says, ...before, form: [...forms].join(', or ') });
      walk(value, at, inside);
    }
    if (isSchema(schema.additionalProperties)) walk(schema.additionalProperties, `${path}.<name>`, inside);
    if (isSchema(schema.items)) walk(schema.items, `${path}[]`, inside);
    for (const one of alternativesOf(schema)) walk(one, path, inside);
  }
  walk(root, '', []);
  return [...rows.values()];
}

const alternativesOf = ({ anyOf, oneOf }: Schema): readonly Schema[] =>
  [anyOf, oneOf].flatMap((several) => (Array.isArray(several) ? several.filter(isSchema) : []));

/** A text in both languages. */
const isText = ({ properties }: Schema): boolean => Object.keys(recordOf(properties)).join() === 'nb,en';

function formOf(given: Schema, resolved: (schema: Schema) => Schema): string {
  const schema = resolved(given);
  if (isText(schema)) return 'text in nb and en';
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  const several = alternativesOf(schema).map((one) => formOf(one, resolved));
  if (several.length > 0) return [...new Set(several)].join(', or ');
  if (schema.type === 'array') return 'list';
  return schema.type === 'object' ? 'keys' : String(schema.type ?? 'any');
}

const pageOf = (rows: readonly Row[]): string =>
  [
    '| key | form | says |',
    '|---|---|---|',
    ...rows.map(
      ({ path, required, form, says }) => `| ${required ? `**\`${path}\`**` : `\`${path}\``} | ${form} | ${says} |`,
    ),
  ].join('\n');

test('every key of every policy file says what it is for', () => {
  const silent = YAML_FILE_NAMES.flatMap((file) =>
    rowsOf(jsonSchemaOf(file)).flatMap(({ path, says }) => (says === '' ? [`${file}: ${path}`] : [])),
  );
  expect(silent).toEqual([]);
});

test('the reference page has every key as the program reads it', async () => {
  const parts = YAML_FILE_NAMES.map((file) => {
    const schema = jsonSchemaOf(file);
    return `## ${file}\n\n${String(schema.description)}\n\n${pageOf(rowsOf(schema))}\n`;
  });
  const page = `${HEAD}\n${parts.join('\n')}`;
  await expect(page).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/reference/policy.md'));
});
