/** An invented company that answers what `kept init` asks, and its policy. */
import type { Answers } from '../../src/cli/init/answers.ts';
import { withNeeds } from '../../src/cli/init/parts.ts';
import { writePolicy } from '../../src/cli/init/write-policy.ts';
import { PACKAGED_POLICY, readPolicyFolder } from '../../src/cli/policy-folder.ts';
import { CONTROLS } from '../../src/enforcement/index.ts';
import { type CompiledNotices, compileNotice } from '../../src/notice/index.ts';
import { checkPolicy, type Diagnostic, type Policy, type PolicyFiles } from '../../src/policy/index.ts';

export const PACKAGED: PolicyFiles = readPolicyFolder(PACKAGED_POLICY);

/** A name that YAML must quote. */
export const COMPANY: Answers = {
  name: 'Diktet: Sykkel & "Ski" #1 AS',
  organisationNumber: '987654325',
  street: 'Diktveien 2',
  postalCode: '5003',
  city: 'Bergen',
  email: 'post@diktet.example.no',
  phone: '+4755000000',
  website: 'https://diktet.example.no',
  languages: ['nb', 'en'],
  parts: [],
  privacyContact: { name: null, email: 'personvern@diktet.example.no', phone: '+4755000001' },
  recipients: [],
  dataCountries: ['NO'],
  measures: [],
  approver: 'Håkon Diktet',
  place: 'Bergen',
  financialYearEnds: '06-30',
};

export interface WrittenPolicy {
  readonly files: PolicyFiles;
  readonly policy: Policy;
  readonly notices: NonNullable<CompiledNotices['notices']>;
  readonly findings: readonly Diagnostic[];
}

/** @throws Error with what is wrong when the policy does not compile. */
export function policyFor(parts: readonly string[], more: Partial<Answers> = {}): WrittenPolicy {
  return compiled(writePolicy(PACKAGED, { ...COMPANY, ...more, parts: withNeeds(parts) }, '2026-11-23'));
}

export function compiled(files: PolicyFiles): WrittenPolicy {
  const { policy, diagnostics } = checkPolicy(files, { knownControls: CONTROLS.map(({ name }) => name) });
  const told = (all: readonly Diagnostic[]): string =>
    all.map(({ code, facts }) => `${code} ${facts.where}`).join('\n');
  if (policy === null) throw new Error(told(diagnostics));
  const noticed = compileNotice(policy, files);
  if (noticed.notices === null) throw new Error(JSON.stringify(noticed.diagnostics));
  return { files, policy, notices: noticed.notices, findings: diagnostics };
}
