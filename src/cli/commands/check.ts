/** `kept check [folder]`: every fault and finding of a policy folder, without a database. */
import { renderDiagnostics } from '../../policy/index.ts';
import { compileFolder } from '../compile-policy.ts';
import type { Terminal } from '../terminal.ts';

export interface CheckOptions {
  readonly json: boolean;
  /** Findings alone then give exit code 2. */
  readonly strict: boolean;
}

/** @returns The exit code: 0 clean or with findings, 1 with faults, 2 with findings under `strict`. */
export function check(folder: string, options: CheckOptions, terminal: Terminal): number {
  const { files, diagnostics } = compileFolder(folder);
  const faults = diagnostics.filter((diagnostic) => diagnostic.severity === 'fault').length;
  const findings = diagnostics.length - faults;
  if (options.json) terminal.print(JSON.stringify({ faults, findings, diagnostics }, null, 2));
  else {
    const { language, colour } = terminal;
    if (diagnostics.length > 0) terminal.print(renderDiagnostics(diagnostics, { language, files, colour }));
    terminal.print(summary(faults, findings)[language]);
  }
  if (faults > 0) return 1;
  return findings > 0 && options.strict ? 2 : 0;
}

function summary(faults: number, findings: number): { nb: string; en: string } {
  if (faults === 0 && findings === 0) return { nb: 'Policyen er i orden.', en: 'The policy is in order.' };
  return {
    nb: `${faults} feil, ${findings} funn.${faults > 0 ? ' Policyen kan ikke tas i bruk før feilene er rettet.' : ''}`,
    en: `${faults} ${faults === 1 ? 'fault' : 'faults'}, ${findings} ${findings === 1 ? 'finding' : 'findings'}.${
      faults > 0 ? ' The policy cannot be applied before the faults are mended.' : ''
    }`,
  };
}
