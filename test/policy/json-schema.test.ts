/** The JSON Schemas in `schema/` are those of the program; `npm run schema` writes them anew. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaOf, YAML_FILE_NAMES } from '../../src/policy/index.ts';

const root = new URL('../../', import.meta.url);

test.each(YAML_FILE_NAMES)('the published schema of %s is the one that the check uses', (file) => {
  const published = readFileSync(new URL(`schema/${file.replace('.yaml', '.json')}`, root), 'utf8');
  expect(JSON.parse(published)).toEqual(jsonSchemaOf(file));
});

test('a schema tells an editor what may stand where, and refuses the rest', () => {
  const schema = JSON.stringify(jsonSchemaOf('purposes.yaml'));
  expect(schema).toContain('legitimate-interest');
  expect(schema).toContain('"additionalProperties":false');
});
