/** Applies a policy to a test database. */
import type { ApplyInput } from '../../src/enforcement/index.ts';
import type { Policy, PolicyFiles } from '../../src/policy/index.ts';
import type { TestDatabase } from './database.ts';
import { fixedClock } from './fixed.ts';
import { tradePolicy } from './trade-policy.ts';

const { now } = fixedClock('2026-11-23T12:00:00Z');

/** What `applyPolicy` takes, for the trade policy unless another is given. */
export function inputFor(
  database: TestDatabase,
  { policy, files }: { policy: Policy; files: PolicyFiles } = tradePolicy(),
): ApplyInput {
  const { rolePrefix: prefix, secret } = database;
  return { policy, files, notices: [], prefix, secret, now, appliedBy: 'test' };
}
