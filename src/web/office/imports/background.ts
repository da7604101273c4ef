/** Reading a file in while pages are served: under the name of whoever asked for it, one transaction a unit. */
import { setImmediate } from 'node:timers/promises';
import type { Principal } from '../../../enforcement/index.ts';
import { dayOf, recordNoticesShown } from '../../../records/index.ts';
import { beginImport, goOnWithImport, type ImportDoor, type ImportRun } from '../../../register/index.ts';
import type { WebParts } from '../../web-parts.ts';

export const IMPORT_SEAL = 'kept rows that wait to be read in';

/** The door of an import's purpose, which records the notice in the same transaction as the people. */
function importDoor(
  parts: Pick<WebParts, 'asPrincipal' | 'newId' | 'now'>,
  staff: Principal,
  purpose: string,
): ImportDoor {
  const { asPrincipal, newId, now } = parts;
  return {
    read: (work) => asPrincipal(staff, purpose, ({ register }) => work(register)),
    write: (work) =>
      asPrincipal(staff, purpose, (sessions) =>
        sessions.transaction(({ register, records }) =>
          work(register, (people, { noticeVersion, toldThrough }) =>
            recordNoticesShown(
              records,
              people.map((personId) => ({
                ...{ personId, shownId: newId(), versionNumber: noticeVersion, shownAt: now() },
                channel: toldThrough ?? 'mail',
              })),
            ),
          ),
        ),
      ),
  };
}

/** Begins, and leaves it running; what fails is told by its code, and the import can be gone on with. */
export async function runInBackground(parts: WebParts, staff: Principal, run: ImportRun): Promise<void> {
  const { policy, now, newId, report, sealFor } = parts;
  const surroundings = {
    ...{ seal: sealFor(IMPORT_SEAL), now, newId, today: dayOf(now(), policy) },
    breath: async (): Promise<void> => void (await setImmediate()),
    ending: () => false,
  };
  const door = importDoor(parts, staff, run.purpose);
  const begun = await beginImport(door, run.importId, surroundings);
  if (begun === null) return;
  goOnWithImport(door, begun, surroundings).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown';
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    report(`import: ${name} ${code}`);
  });
}
