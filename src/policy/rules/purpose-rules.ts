/** Rules of purposes.yaml: names lead somewhere, and each basis brings what the Regulation asks of it. */
import { accessOfPurpose } from '../access.ts';
import type { Purpose } from '../model.ts';
import { type Report, type Rule, type RuleInput, writtenTable } from './rule.ts';

const FILE = 'purposes.yaml';
/** `permits` is a signed 64-bit number, and one bit is its sign. */
const MOST_PURPOSES = 63;
/** A role is `<prefix>_<purpose>`, an identifier has 63 bytes, a prefix up to 20. */
const LONGEST_NAME = 40;

export const purposesAreFew: Rule = ({ policy }, report) => {
  const names = Object.keys(policy.purposes);
  if (names.length > MOST_PURPOSES) {
    report.fault('KEPT-222', FILE, ['purposes'], { count: String(names.length), most: String(MOST_PURPOSES) });
  }
  for (const name of names) {
    if (name.length > LONGEST_NAME) {
      report.fault('KEPT-223', FILE, ['purposes', name], { name, most: String(LONGEST_NAME) });
    }
  }
};

export const purposeNamesAreKnown: Rule = (input, report) => {
  const { policy } = input;
  const tables = Object.keys(policy.tables);
  for (const purpose of Object.values(policy.purposes)) {
    const check = (key: string, code: string, found: readonly string[], known: readonly string[]): void => {
      for (const [index, name] of found.entries()) {
        if (known.includes(name)) continue;
        report.unknown(code, FILE, ['purposes', purpose.name, ...key.split('.'), index], name, known);
      }
    };
    const categories = Object.keys(policy.categories);
    check('about', 'KEPT-202', purpose.about, Object.keys(policy.dataSubjects));
    check('uses', 'KEPT-201', purpose.uses, categories);
    check('records', 'KEPT-201', purpose.records, categories);
    check('profiling.from', 'KEPT-201', purpose.profiling?.from ?? [], categories);
    check('roles', 'KEPT-205', purpose.roles, Object.keys(policy.roles));
    check('maintains', 'KEPT-203', purpose.maintains, tables);
    check('removes_from', 'KEPT-203', purpose.removesFrom, tables);
    check('tables', 'KEPT-203', purpose.tables, tables);
    maintainsNobodys(input, purpose, report);
  }
};

function maintainsNobodys({ policy }: RuleInput, purpose: Purpose, report: Report): void {
  for (const [index, name] of purpose.maintains.entries()) {
    const table = policy.tables[name];
    const categorised = Object.values(table?.columns ?? {}).some(({ category }) => category !== null);
    if (!categorised) continue;
    report.fault('KEPT-224', FILE, ['purposes', purpose.name, 'maintains', index], { table: name });
  }
}

export const basesBringTheirGrounds: Rule = ({ policy }, report) => {
  for (const purpose of Object.values(policy.purposes)) {
    const at = ['purposes', purpose.name, 'basis'];
    const { basis, name } = purpose;
    if ((basis === 'legal-obligation' || basis === 'public-task') && purpose.law === null) {
      report.fault('KEPT-210', FILE, at, { name, basis });
    }
    if (basis === 'consent' && purpose.consentText === null) report.fault('KEPT-211', FILE, at, { name });
    if (basis !== 'consent' && purpose.consentText !== null) {
      report.fault('KEPT-212', FILE, ['purposes', name, 'consent_text'], { name, basis });
    }
  }
};

/** What somebody may do must have somebody who may do it, and one's own rows are for those who are people. */
export const purposesHaveActors: Rule = ({ policy }, report) => {
  for (const purpose of Object.values(policy.purposes)) {
    if (purpose.ownRowsOnly && (purpose.roles.length > 0 || !purpose.openTo.includes('data-subject'))) {
      report.fault('KEPT-225', FILE, ['purposes', purpose.name, 'own_rows_only'], { name: purpose.name });
    }
  }
};

/** Whoever is here for a time could give themselves a longer one. */
export const temporaryRolesGiveNoAccess: Rule = ({ policy }, report) => {
  for (const purpose of Object.values(policy.purposes)) {
    const access = accessOfPurpose(policy, purpose.name);
    if (!access.some(({ table, update }) => table === 'kept.staff' && update.includes('roles'))) continue;
    for (const [index, role] of purpose.roles.entries()) {
      if (policy.roles[role]?.temporary !== true) continue;
      report.fault('KEPT-227', FILE, ['purposes', purpose.name, 'roles', index], { name: purpose.name, role });
    }
  }
};

export const encryptedColumnsAreNotCompared: Rule = ({ policy, text }, report) => {
  for (const kind of Object.values(policy.dataSubjects)) {
    const table = kind.table === null ? undefined : policy.tables[kind.table];
    const column = kind.key === null ? undefined : table?.columns[kind.key];
    if (table === undefined || column === undefined || column.protect === 'none') continue;
    const path = ['tables', writtenTable(text, table.name), 'columns', column.name, 'protect'];
    report.fault('KEPT-221', 'data.yaml', path, { column: column.name });
  }
};
