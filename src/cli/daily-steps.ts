/** Daily steps that work on people's data: each under the purpose that it belongs to, as a part of the system. */
import type { Principal } from '../enforcement/index.ts';
import type { Policy } from '../policy/index.ts';
import type { DailyStep } from '../records/index.ts';
import { type RegisterSession, renewPatterns, settleDeliveries } from '../register/index.ts';
import type { House } from './house.ts';
import { newIds } from './new-id.ts';
import { withEnforcement } from './open-enforcement.ts';

/** Those whose purpose the policy has and opens to the system. */
export function stepsOfPurposes(house: House, policy: Policy, now: () => Date): readonly DailyStep[] {
  const { timeZone } = policy.controller;
  const step = (name: string, purpose: string, work: (session: RegisterSession) => Promise<unknown>): DailyStep[] => {
    if (policy.purposes[purpose]?.openTo.includes('system') !== true) return [];
    const principal: Principal = { kind: 'system', id: name, roles: [] };
    const run = (): Promise<void> =>
      withEnforcement(house, policy, async (enforcement) => {
        // The builder's type is invariant: which tables a role reaches is up to Postgres.
        await enforcement.asPurpose(principal, purpose, (session) => work(session as unknown as RegisterSession));
      });
    return [{ name, run }];
  };
  return [
    ...step('deliveries-and-orders', 'delivery', (session) => settleDeliveries(session, now(), timeZone)),
    ...step('purchase-patterns', 'marketing-profiling', (session) => renewPatterns(session, now(), newIds(now))),
  ];
}
