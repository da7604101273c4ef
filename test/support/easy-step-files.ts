/** The files of Easy Step's policy as they are shipped. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { POLICY_FILE_NAMES, type PolicyFiles } from '../../src/policy/index.ts';

const FOLDER = resolve(import.meta.dirname, '../../policies/easy-step');

export const readEasyStepFiles = (): PolicyFiles =>
  Object.fromEntries(POLICY_FILE_NAMES.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
