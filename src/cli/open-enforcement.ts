/** Purpose sessions for one command: opened, used, closed. */
import { createEnforcement, type Enforcement } from '../enforcement/index.ts';
import type { Policy } from '../policy/index.ts';
import type { WebTables } from '../web/index.ts';
import type { House } from './house.ts';

/** Runs `work` and closes the pools after it, whatever happens. */
export async function withEnforcement<T>(
  { settings, keys, installation }: House,
  policy: Policy,
  work: (enforcement: Enforcement<WebTables>) => Promise<T>,
): Promise<T> {
  const now = (): Date => new Date();
  const rolePrefix = installation.rolePrefix;
  const enforcement = createEnforcement<WebTables>({ settings, policy, rolePrefix, secret: keys.secret, now });
  try {
    return await work(enforcement);
  } finally {
    await enforcement.close();
  }
}
