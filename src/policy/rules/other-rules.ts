/** Rules of recipients.yaml, cookies.yaml and security.yaml: their names lead somewhere. */
import type { Rule } from './rule.ts';

export const recipientNamesAreKnown: Rule = ({ policy }, report) => {
  for (const list of ['recipients', 'sources'] as const) {
    for (const party of Object.values(policy[list])) {
      const check = (key: 'purposes' | 'categories', code: string, known: readonly string[]): void => {
        for (const [index, name] of party[key].entries()) {
          const path = [list, party.name, key, index];
          if (!known.includes(name)) report.unknown(code, 'recipients.yaml', path, name, known);
        }
      };
      check('purposes', 'KEPT-206', Object.keys(policy.purposes));
      check('categories', 'KEPT-201', Object.keys(policy.categories));
    }
  }
};

export const storagePurposesAreKnown: Rule = ({ policy }, report) => {
  const known = Object.keys(policy.purposes);
  for (const { name, purpose } of Object.values(policy.storage)) {
    if (purpose === null || known.includes(purpose)) continue;
    report.unknown('KEPT-206', 'cookies.yaml', ['storage', name, 'purpose'], purpose, known);
  }
};

/** A promise leans on code that looks, or says openly that none does yet. */
export const promisesNameControls: Rule = ({ policy, knownControls }, report) => {
  const known = [...knownControls, ...policy.controlsNotBuilt];
  for (const { id, controls } of Object.values(policy.promises)) {
    for (const [index, control] of controls.entries()) {
      if (known.includes(control)) continue;
      report.unknown('KEPT-214', 'security.yaml', ['promises', id, 'controls', index], control, known);
    }
  }
  for (const [index, control] of policy.controlsNotBuilt.entries()) {
    if (!knownControls.includes(control)) continue;
    report.fault('KEPT-215', 'security.yaml', ['controls_not_built', index], { name: control });
  }
};
