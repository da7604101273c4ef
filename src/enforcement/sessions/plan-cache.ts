/** Plans of a purpose's statements by their text: a statement is looked through once, not at every run. */
import { accessOfPurpose, type Policy } from '../../policy/index.ts';
import {
  type Compiled,
  type PlanningContext,
  planCount,
  planOfWrite,
  planRead,
  type StatementPlan,
} from './analysis/plan-statement.ts';

/** Texts kept at most; lists of varying length make new texts without end. */
const MOST = 2_000;

export interface PlanCache {
  read(compiled: Compiled): StatementPlan;
  count(compiled: Compiled): StatementPlan;
  write(compiled: Compiled): StatementPlan;
}

export function planCache(policy: Policy, purpose: string): PlanCache {
  const columns = new Map(accessOfPurpose(policy, purpose).map(({ table, read }) => [table, read]));
  const ownRows = policy.purposes[purpose]?.ownRowsOnly === true;
  const context: PlanningContext = { policy, purpose, ownRows, readable: (table) => columns.get(table) ?? [] };
  return {
    read: remembered((compiled) => planRead(context, compiled)),
    count: remembered((compiled) => planCount(context, compiled)),
    write: remembered((compiled) => planOfWrite(context, compiled)),
  };
}

function remembered(plan: (compiled: Compiled) => StatementPlan): (compiled: Compiled) => StatementPlan {
  const plans = new Map<string, StatementPlan>();
  return (compiled) => {
    const known = plans.get(compiled.sql);
    if (known !== undefined) return known;
    const made = plan(compiled);
    if (plans.size >= MOST) plans.clear();
    plans.set(compiled.sql, made);
    return made;
  };
}
