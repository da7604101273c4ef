/** A table that is not in use is named by nothing that would put it to use. */
import type { Path } from '../source-file.ts';
import { columnsOf } from './retention-rules.ts';
import type { Rule } from './rule.ts';

export const unusedTablesAreNotNamed: Rule = ({ policy }, report) => {
  const look = (file: 'data.yaml' | 'purposes.yaml' | 'retention.yaml', path: Path, table: string): void => {
    if (policy.tables[table]?.unused === true) report.fault('KEPT-226', file, path, { table });
  };
  for (const { name, table } of Object.values(policy.dataSubjects)) {
    if (table !== null) look('data.yaml', ['data_subjects', name, 'table'], table);
  }
  for (const { name, tables, maintains, removesFrom } of Object.values(policy.purposes)) {
    for (const [index, table] of tables.entries()) look('purposes.yaml', ['purposes', name, 'tables', index], table);
    for (const [index, table] of maintains.entries()) {
      look('purposes.yaml', ['purposes', name, 'maintains', index], table);
    }
    for (const [index, table] of removesFrom.entries()) {
      look('purposes.yaml', ['purposes', name, 'removes_from', index], table);
    }
  }
  for (const { name, keep, after } of policy.retention) {
    for (const { table } of keep) look('retention.yaml', ['rules', name, 'keep'], table);
    for (const { table } of columnsOf(after)) look('retention.yaml', ['rules', name, 'after'], table);
  }
};
