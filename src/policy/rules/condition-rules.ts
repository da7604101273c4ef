/** Rules for what a policy writes as a condition: it compares, and does nothing else. */
import { isCondition } from '../condition.ts';
import type { Policy } from '../model.ts';
import { columnsOf } from './retention-rules.ts';
import type { Rule } from './rule.ts';

export const conditionsOnlyCompare: Rule = ({ policy }, report) => {
  for (const { name, table, where } of Object.values(policy.dataSubjects)) {
    if (table === null || where === null || compares(policy, table, where)) continue;
    report.fault('KEPT-230', 'data.yaml', ['data_subjects', name, 'where'], { table });
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
