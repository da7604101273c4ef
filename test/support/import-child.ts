/** A process that reads an import in, slowly, so that a test can kill it on the way. Its one argument is `ChildTask`. */
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compileFolder } from '../../src/cli/compile-policy.ts';
import { newIds } from '../../src/cli/new-id.ts';
import { createEnforcement, createSeal } from '../../src/enforcement/index.ts';
import type { ConnectionSettings } from '../../src/postgres/index.ts';
import { type RecordSession, recordNoticesShown } from '../../src/records/index.ts';
import { beginImport, goOnWithImport, type ImportDoor, type RegisterSession } from '../../src/register/index.ts';
import type { WebTables } from '../../src/web/index.ts';

export interface ChildTask {
  readonly settings: ConnectionSettings;
  readonly rolePrefix: string;
  readonly secret: string;
  readonly importId: string;
  /** As the seal of the pages derives its key. */
  readonly sealedFor: string;
  readonly staff: { readonly id: string; readonly roles: readonly string[] };
  readonly at: string;
  /** Milliseconds between two units. */
  readonly pause: number;
}

const task = JSON.parse(process.argv[2] ?? '') as ChildTask;
const { compiled } = compileFolder(resolve(import.meta.dirname, '../../policies/easy-step'));
if (compiled === null) throw new Error('the policy of Easy Step has faults');
const secret = Buffer.from(task.secret, 'hex');
const now = (): Date => new Date(task.at);
const newId = newIds(() => new Date());
const enforcement = createEnforcement<WebTables>({
  ...{ settings: task.settings, policy: compiled.policy, rolePrefix: task.rolePrefix, secret, now },
});
const work = <T>(run: (session: RegisterSession) => Promise<T>): Promise<T> =>
  enforcement.asPurpose({ kind: 'staff', ...task.staff }, 'customer-administration', (session) =>
    run(session as unknown as RegisterSession),
  );
const door: ImportDoor = {
  read: work,
  write: (inside) =>
    work((session) =>
      session.transaction((inner) =>
        inside(inner, (people, { noticeVersion }) =>
          recordNoticesShown(
            inner as unknown as RecordSession,
            people.map((personId) => ({
              ...{ personId, shownId: newId(), versionNumber: noticeVersion, shownAt: now(), channel: 'mail' as const },
            })),
          ),
        ),
      ),
    ),
};
const surroundings = {
  ...{ seal: createSeal(secret, task.sealedFor), now, newId, today: task.at.slice(0, 10), ending: () => false },
  breath: (): Promise<void> => setTimeout(task.pause),
};
const run = await beginImport(door, task.importId, surroundings);
if (run !== null) await goOnWithImport(door, run, surroundings);
await enforcement.close();
