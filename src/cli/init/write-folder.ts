/** Puts a policy folder in its place in one step, or not at all. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LocalizedText, PolicyFiles } from '../../policy/index.ts';

/** Why nothing may be written there; null when it may. */
export function refusal(folder: string): LocalizedText | null {
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) {
    return {
      nb: `${folder} er en fil. Oppgi en mappe som ikke finnes, eller som er tom.`,
      en: `${folder} is a file. Name a folder that does not exist, or that is empty.`,
    };
  }
  if (readdirSync(folder).length === 0) return null;
  return {
    nb: `Mappen ${folder} er ikke tom, og er urørt. Oppgi en mappe som ikke finnes, eller som er tom.`,
    en: `The folder ${folder} is not empty, and was left alone. Name a folder that does not exist, or that is empty.`,
  };
}

/**
 * Writes all files beside the folder and then gives them its name: whoever looks sees the whole policy or none of it.
 * @throws Error when the place cannot be written to; nothing is left there then.
 */
export function writeFolder(folder: string, files: PolicyFiles): void {
  const parent = dirname(folder);
  const made = mkdirSync(parent, { recursive: true });
  const beside = mkdtempSync(join(parent, `.${basename(folder)}-`));
  // Ctrl-C waits for the last step, which is a moment away.
  const later = (): void => {};
  process.on('SIGINT', later);
  try {
    // A policy is no secret: the folder is as open as others that this person makes.
    chmodSync(beside, 0o777 & ~process.umask());
    for (const [name, text] of Object.entries(files)) writeFileSync(join(beside, name), text, { flag: 'wx' });
    renameSync(beside, folder);
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw new Error(`the policy could not be written to ${folder}; nothing was left there`, { cause });
  } finally {
    process.removeListener('SIGINT', later);
  }
}
