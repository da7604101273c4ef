/** Lists out: under a purpose that reads what is on them, recorded, logged for everyone, and with the purpose in the file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { purposeOnExports } from '../../src/enforcement/controls/exports.ts';
import { exportableLists, readSpreadsheet } from '../../src/register/index.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader, { now: () => new Date() });
});
afterAll(() => web.close());

interface Taken {
  readonly status: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function takeOut(
  role: string,
  purpose: string,
  fields: Readonly<Record<string, string>>,
  path = '/kontor/uttrekk',
): Promise<Taken> {
  const headers = { staff: role, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  const response = await web.app.request(`${ORIGIN}${path}?purpose=${purpose}`, { method: 'POST', body, headers });
  const disposition = response.headers.get('content-disposition') ?? '';
  return {
    status: response.status,
    name: /filename="([^"]+)"/.exec(disposition)?.[1] ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

const text = ({ bytes }: Taken): string => new TextDecoder().decode(bytes);

const recorded = async (): Promise<{ list: string; purpose: string; format: string; row_count: number }[]> =>
  (
    await web.database.pool.query(
      'select list, purpose, format, row_count from register.list_export order by exported_at',
    )
  ).rows;

const count = async (table: string): Promise<number> =>
  Number((await web.database.pool.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

describe('a list that is taken out', () => {
  test('has a row for everyone the purpose sees, is recorded, and everyone on it stands in the access log', async () => {
    const before = await count('register.customer');
    const taken = await takeOut('sales', 'customer-administration', {
      list: 'customers',
      format: 'csv',
      from: '',
      until: '',
    });
    expect(taken.status).toBe(200);
    expect(taken.name).toMatch(/^customers-customer-administration-\d{4}-\d\d-\d\d\.csv$/);
    const read = await readSpreadsheet(taken.bytes);
    expect(read.ok && read.sheet.rows.length).toBe(before);
    expect(await recorded()).toEqual([
      { list: 'customers', purpose: 'customer-administration', format: 'csv', row_count: before },
    ]);
    const entry = (await logOf(web))
      .filter(({ action, tables }) => action === 'read' && tables.includes('register.customer'))
      .at(-1);
    expect(entry).toMatchObject({ purpose: 'customer-administration', principal_kind: 'staff' });
    expect(entry?.data_subjects).toHaveLength(before);
  });

  test('says in the workbook which purpose it may be used for, by whom and when it was taken out', async () => {
    const taken = await takeOut('accounts', 'invoicing', { list: 'invoices', format: 'xlsx', from: '', until: '' });
    expect(taken.name).toMatch(/^invoices-invoicing-.*\.xlsx$/);
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(taken.bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Fakturaer', 'Om listen']);
    const about = new Map(sheets[1]?.rows.map(([label, value]) => [label, value]));
    expect(about.get('Formål')).toBe('Fakturere og ta imot betaling (invoicing)');
    expect(about.get('Av')).toBe('Stig Staffasje');
    expect(sheets[0]?.rows[0]).toContain('Fakturanummer');
    expect(typeof sheets[0]?.rows[1]?.[0]).toBe('number');
  });

  test('holds no column that the purpose does not read', async () => {
    const taken = await takeOut('warehouse', 'delivery', { list: 'orders', format: 'csv', from: '', until: '' });
    const [header = ''] = text(taken).split('\r\n');
    expect(header).toContain('Leveres til');
    expect(header).not.toMatch(/E-post/);
    expect(exportableLists(web.policy, 'delivery').map(({ list }) => list)).not.toContain('invoices');
    expect(exportableLists(web.policy, 'marketing')).toEqual([]);
  });

  test('can be narrowed to a period', async () => {
    const all = await takeOut('sales', 'ordering', { list: 'orders', format: 'csv', from: '', until: '' });
    const none = await takeOut('sales', 'ordering', {
      list: 'orders',
      format: 'csv',
      from: '1990-01-01',
      until: '1990-12-31',
    });
    expect(text(all).split('\r\n').length).toBeGreaterThan(3);
    expect(text(none).split('\r\n')).toHaveLength(2);
  });
});

describe('what is refused', () => {
  test('a list that the purpose does not see, and a form that leaves something out', async () => {
    const records = (await recorded()).length;
    const wrong = await takeOut('warehouse', 'delivery', { list: 'invoices', format: 'csv', from: '', until: '' });
    expect([wrong.status, text(wrong).includes('Velg listen.')]).toEqual([422, true]);
    const bare = await takeOut('sales', 'ordering', { from: 'i går', until: '' });
    expect(bare.status).toBe(422);
    for (const says of ['Velg listen.', 'Velg formatet.', 'Skriv datoen som', 'value="i går"']) {
      expect(text(bare)).toContain(says);
    }
    expect(await recorded()).toHaveLength(records);
  });

  test('who has no purpose that takes lists out does not get in', async () => {
    const { status } = await takeOut('marketing', 'marketing', { list: 'customers', format: 'csv' });
    expect(status).toBe(403);
  });
});

test('the control holds after lists were taken out, and the page shows them in both languages', async () => {
  const { status, evidence } = await purposeOnExports.look({
    ...{ policy: web.policy, owner: web.database.pool, now: () => new Date(), fetchPage: null, ledgerVerifierKey: '' },
    witnessedCheckpoints: async () => [],
  });
  expect([status, evidence.places]).toEqual(['holds', []]);
  expect((await asStaff(web, 'sales').get('/kontor/uttrekk?purpose=ordering')).html).toContain('Tatt ut før');
  expect((await asStaff(web, 'sales').get('/en/office/exports?purpose=ordering')).html).toContain('Taken out before');
});
