/** Rules for what a policy writes as a condition: it compares, and does nothing else. */
import { isCondition } from '../condition.ts';
import type { Policy } from '../model.ts';
import { columnsOf } from './retention-rules.ts';
import { type Rule, writtenTable } from './rule.ts';

export const conditionsOnlyCompare: Rule = ({ policy, text }, report) => {
  for (const { name, table, where } of Object.values(policy.dataSubjects)) {
    if (table === null || where === null || compares(policy, table, where)) continue;
    report.fault('KEPT-230', 'data.yaml', ['data_subjects', name, 'where'], { table });
  }
  for (const table of Object.values(policy.tables)) {
    for (const { name, search } of Object.values(table.columns)) {
      if (search === null || search.where === null || compares(policy, table.name, search.where)) continue;
      const at = ['tables', writtenTable(text, table.name), 'columns', name, 'search'];
      report.fault('KEPT-230', 'data.yaml', at, { table: table.name });
    }
  }
  for (const { name, after } of policy.retention) {
    for (const { table, where } of columnsOf(after)) {
      if (where === null || compares(policy, table, where)) continue;
      report.fault('KEPT-230', 'retention.yaml', ['rules', name, 'after'], { table });
    }
  }
};

function compares(policy: Policy, table: string, where: string): boolean {
  return isCondition(where, new Set(Object.keys(policy.tables[table]?.columns ?? {})));
}
