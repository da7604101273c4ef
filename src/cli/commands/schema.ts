/** `kept schema`: the JSON Schemas of the policy files, for editors that complete and check while one types. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaOf, YAML_FILE_NAMES } from '../../policy/index.ts';
import type { Terminal } from '../terminal.ts';

/** @returns The exit code 0. */
export function schema(folder: string, terminal: Terminal): number {
  mkdirSync(folder, { recursive: true });
  for (const file of YAML_FILE_NAMES) {
    const path = join(folder, file.replace('.yaml', '.json'));
    writeFileSync(path, `${JSON.stringify(jsonSchemaOf(file), null, 2)}\n`);
    terminal.print(path);
  }
  return 0;
}
