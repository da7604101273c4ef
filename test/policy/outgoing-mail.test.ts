/** Mail on its way out can carry a link that signs somebody in: whoever reads it could become that person. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CONTROLS } from '../../src/enforcement/index.ts';
import { accessOfPurpose, checkPolicy, POLICY_FILE_NAMES } from '../../src/policy/index.ts';

const folder = resolve(import.meta.dirname, '../../policies/easy-step');
const files = Object.fromEntries(POLICY_FILE_NAMES.map((name) => [name, readFileSync(resolve(folder, name), 'utf8')]));

test('no purpose of staff reads what the mail of others says', () => {
  const { policy } = checkPolicy(files, { knownControls: CONTROLS.map(({ name }) => name) });
  const readers = Object.values(policy?.purposes ?? {}).filter(({ name }) =>
    policy === null
      ? false
      : accessOfPurpose(policy, name).some(({ table, read }) => table === 'kept.outbox' && read.includes('body_text')),
  );
  expect(readers.map(({ name }) => name)).toEqual(['self-service', 'mail-sending']);
  expect(readers.flatMap(({ roles }) => roles)).toEqual([]);
});
