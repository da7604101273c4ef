/** Reads a policy folder from disk: the seven YAML files and the two notice texts, as plain text. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { POLICY_FILE_NAMES, type PolicyFiles } from '../policy/index.ts';
import { ToldError } from '../postgres/index.ts';

/** The policy that the package brings along: of an invented company, with invented customers. */
export const PACKAGED_POLICY = fileURLToPath(new URL('../../policies/easy-step', import.meta.url));

/** A larger file is not a policy; it is left out, and the check then says that it is missing. */
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;

/**
 * @param folder Its files that have a policy file's name are read; others are left alone.
 * @throws Error when the folder is not there or cannot be read.
 */
export function readPolicyFolder(folder: string): PolicyFiles {
  const present = new Set(namesIn(folder));
  const files: Record<string, string> = {};
  for (const name of POLICY_FILE_NAMES) {
    const path = join(folder, name);
    if (present.has(name) && statSync(path).size <= LARGEST_FILE_BYTES) files[name] = readFileSync(path, 'utf8');
  }
  return files;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const says = {
      nb: `policymappen ${folder} kan ikke leses; nevn en annen, eller sett KEPT_POLICY`,
      en: `the policy folder ${folder} cannot be read; name another, or set KEPT_POLICY`,
    };
    throw new ToldError(says, { cause });
  }
}
