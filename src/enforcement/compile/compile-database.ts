/** The whole database as the policy wants it: facts in the order in which they are made. */
import type { Policy } from '../../policy/index.ts';
import { compileDatabaseRights } from './compile-database-rights.ts';
import { compileDueDates } from './compile-due-dates.ts';
import { compileFunctions } from './compile-functions.ts';
import { compileGrants } from './compile-grants.ts';
import { compileRoles, type RoleOptions } from './compile-roles.ts';
import { compileRowPolicies } from './compile-row-policies.ts';
import { compileSearch } from './compile-search.ts';
import { compileViews } from './compile-views.ts';
import { FACT_KINDS, factId, type WantedFact } from './fact.ts';

/**
 * @param bits The bit of each purpose, as `kept.purpose` has them.
 * @returns Each fact once, sorted by kind.
 */
export function compileDatabase(policy: Policy, options: RoleOptions, bits: ReadonlyMap<string, number>): WantedFact[] {
  const all = [
    ...compileDatabaseRights(options.database),
    ...compileFunctions(policy, bits),
    ...compileDueDates(policy, options.prefix, bits),
    ...compileSearch(policy, options.prefix, bits),
    ...compileRoles(policy, options),
    ...compileGrants(policy, options.prefix),
    ...compileRowPolicies(policy, options.prefix, bits),
    ...compileViews(policy, options.prefix),
  ];
  const once = new Map(all.map((fact) => [factId(fact), fact]));
  return [...once.values()].sort((a, b) => FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind));
}
