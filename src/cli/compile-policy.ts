/** From a folder to what runs: the checked policy and the notices compiled from it, with all diagnostics in one list. */
import { CONTROLS } from '../enforcement/index.ts';
import { type CompiledNotice, compileNotice } from '../notice/index.ts';
import { checkPolicy, type Diagnostic, type Language, type Policy, type PolicyFiles } from '../policy/index.ts';
import { readPolicyFolder } from './policy-folder.ts';

export interface CompiledFolder {
  readonly files: PolicyFiles;
  readonly diagnostics: readonly Diagnostic[];
  /** Null when there are faults. */
  readonly compiled: {
    readonly policy: Policy;
    readonly notices: { readonly [L in Language]: CompiledNotice };
  } | null;
}

/**
 * Reads, checks and compiles a policy folder.
 * @throws Error only when the folder cannot be read; what is wrong inside it comes as diagnostics.
 */
export function compileFolder(folder: string): CompiledFolder {
  const files = readPolicyFolder(folder);
  const checked = checkPolicy(files, { knownControls: CONTROLS.map((control) => control.name) });
  if (checked.policy === null) return { files, diagnostics: checked.diagnostics, compiled: null };
  const noticed = compileNotice(checked.policy, files);
  const diagnostics = [...checked.diagnostics, ...noticed.diagnostics];
  const faulty = diagnostics.some((diagnostic) => diagnostic.severity === 'fault');
  if (faulty || noticed.notices === null) return { files, diagnostics, compiled: null };
  return { files, diagnostics, compiled: { policy: checked.policy, notices: noticed.notices } };
}
