/**
 * Reading a spreadsheet of customers in, as the office does it: from the bytes of the file to the last commit, through the
 * purpose session with its log entries, permits, and the notice recorded for each. `npm run bench:import -- --rows 100000`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { newIds } from '../src/cli/new-id.ts';
import { createSeal } from '../src/enforcement/index.ts';
import { type RecordSession, recordNoticesShown } from '../src/records/index.ts';
import {
  beginImport,
  chooseMapping,
  goOnWithImport,
  guessMapping,
  type ImportDoor,
  type RegisterSession,
  readImport,
  readSpreadsheet,
  storeUpload,
  writeCsv,
  writeWorkbook,
} from '../src/register/index.ts';
import { createWorld, type World } from './world.ts';

const STAFF = { kind: 'staff', id: '00000000-0000-7000-8000-000000000001', roles: ['sales'] } as const;
const PURPOSE = 'customer-administration';
const now = (): Date => new Date();
const newId = newIds(now);
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** One in ten thousand is refused: an address that stands there already. */
function listOf(rows: number) {
  const header = ['Navn', 'E-post', 'Telefon', 'Adresse', 'Postnummer', 'Poststed', 'Språk'];
  const made = Array.from({ length: rows }, (_, at) => [
    `Oppdiktet Person ${at}`,
    at % 10_000 === 9_999 ? 'person0@example.no' : `person${at}@example.no`,
    `+479${String(at).padStart(7, '0')}`,
    `Diktgata ${at % 200}`,
    '7030',
    'Trondheim',
    at % 5 === 0 ? 'en' : 'nb',
  ]);
  return { name: 'Kunder', header, rows: made };
}

function doorOf({ enforcement }: World): ImportDoor {
  // One session with the tables of both rooms, as the web application has it.
  const work = <T>(run: (session: RegisterSession) => Promise<T>): Promise<T> =>
    enforcement.asPurpose(STAFF, PURPOSE, (session) => run(session as unknown as RegisterSession));
  return {
    read: work,
    write: (inside) =>
      work((session) =>
        session.transaction((inner) =>
          inside(inner, (people, { noticeVersion, toldThrough }) =>
            recordNoticesShown(
              inner as unknown as RecordSession,
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

interface Figures {
  readonly format: string;
  readonly rows: number;
  readonly bytes: number;
  readonly readSeconds: number;
  readonly storeSeconds: number;
  readonly writeSeconds: number;
  readonly totalSeconds: number;
  readonly written: number;
  readonly refused: number;
}

async function readIn(world: World, bytes: Uint8Array): Promise<Figures> {
  const door = doorOf(world);
  const seal = createSeal(Buffer.from('a secret of the benchmark alone'), 'bench');
  const importId = newId();
  const started = performance.now();
  const read = await readSpreadsheet(bytes);
  if (!read.ok) throw new Error(`the file was refused: ${read.fault.code}`);
  const { sheet } = read;
  const afterRead = performance.now();
  const upload = { importId, kind: 'customers', purpose: PURPOSE, sheet, staffId: STAFF.id, now: now() } as const;
  await door.read(async (session) => {
    await storeUpload(session, seal, { ...upload, noticeVersion: 'bench', toldThrough: 'mail' });
    await chooseMapping(session, importId, guessMapping('customers', sheet.header));
  });
  const afterStore = performance.now();
  const breath = async (): Promise<void> => void (await setImmediate());
  const surroundings = { seal, now, newId, today: now().toISOString().slice(0, 10), breath, ending: () => false };
  const run = await beginImport(door, importId, surroundings);
  if (run === null) throw new Error('the import could not be begun');
  await goOnWithImport(door, run, surroundings);
  const ended = performance.now();
  const done = await door.read((session) => readImport(session, importId, now()));
  const seconds = (from: number, to: number): number => Math.round((to - from) / 10) / 100;
  return {
    ...{ format: sheet.format, rows: sheet.rows.length, bytes: bytes.length, readSeconds: seconds(started, afterRead) },
    ...{ storeSeconds: seconds(afterRead, afterStore), writeSeconds: seconds(afterStore, ended) },
    ...{ totalSeconds: seconds(started, ended), written: done?.written ?? 0, refused: done?.refused ?? 0 },
  };
}

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } });
const list = listOf(Number(values.rows));
const files = [writeCsv(list, { delimiter: ';', decimal: ',' }), await writeWorkbook(list, { name: 'Om', lines: [] })];
const results: Figures[] = [];
for (const bytes of files) {
  const world = await createWorld({ customers: 1_000, connections: 4, purposes: [PURPOSE], tell });
  try {
    const figures = await readIn(world, bytes);
    tell(JSON.stringify(figures));
    results.push(figures);
  } finally {
    await world.close();
  }
}
const folder = fileURLToPath(new URL('results/', import.meta.url));
mkdirSync(folder, { recursive: true });
const machine = { processors: cpus().length, platform: platform(), arch: arch() };
writeFileSync(`${folder}import.json`, `${JSON.stringify({ at: now().toISOString(), machine, results }, null, 2)}\n`);
