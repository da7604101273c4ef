/** Spreadsheets in and out: what is read, what is refused, and that nothing written runs where it is opened. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import {
  readSpreadsheet,
  SHEET_LIMITS,
  type SpreadSheet,
  writeCsv,
  writeWorkbook,
} from '../../../src/register/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function sheetOf(bytes: Uint8Array): Promise<SpreadSheet> {
  const read = await readSpreadsheet(bytes);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.fault)}`);
  return read.sheet;
}

const faultOf = async (bytes: Uint8Array, limits = SHEET_LIMITS) => {
  const read = await readSpreadsheet(bytes, limits);
  return read.ok ? null : read.fault;
};

const cellsOf = ({ rows }: SpreadSheet): (readonly string[])[] => rows.map(({ cells }) => cells);

describe('CSV', () => {
  test.each([';', ',', '\t'])('the delimiter %j is found out', async (delimiter) => {
    const text = ['Navn', 'E-post', 'By']
      .join(delimiter)
      .concat('\n', ['Kari', 'kari@example.no', 'Bodø'].join(delimiter));
    expect(await sheetOf(utf8(text))).toMatchObject({ header: ['Navn', 'E-post', 'By'], format: 'csv' });
  });

  test('a line that says which delimiter comes is obeyed and is no row', async () => {
    expect(await sheetOf(utf8('sep=,\nA;B,C\n1;2,3'))).toMatchObject({ header: ['A;B', 'C'] });
  });

  test('quotes hold delimiters, lines and doubled quotes, and rows keep the number a spreadsheet gives them', async () => {
    const sheet = await sheetOf(utf8('Navn;Adresse\n"Ola ""O"" Vik";"Veien 1;\nOppgang B"\n\nKari;Gata 2\n'));
    expect(cellsOf(sheet)).toEqual([
      ['Ola "O" Vik', 'Veien 1;\nOppgang B'],
      ['Kari', 'Gata 2'],
    ]);
    expect(sheet.rows.map(({ rowNumber }) => rowNumber)).toEqual([2, 4]);
  });

  test('Norwegian and Sámi letters survive in UTF-8 with and without its mark; Norwegian ones in Windows-1252', async () => {
    const text = 'Navn\nÁilu Bjørnstad Ŋ';
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`)]) {
      expect(await sheetOf(bytes)).toMatchObject({ header: ['Navn'], rows: [{ cells: ['Áilu Bjørnstad Ŋ'] }] });
    }
    const old = new Uint8Array(Buffer.from('Navn\nÅse Ødegård', 'latin1'));
    expect(cellsOf(await sheetOf(old))).toEqual([['Åse Ødegård']]);
  });

  test.each([
    ['a quote that is never closed', 'A;B\n1;"2', { code: 'quote-open', row: 2, column: 2 }],
    ['text after a closed quote', 'A;B\n"1"x;2', { code: 'quote-misplaced', row: 2, column: 1 }],
    ['a row wider than the header', 'A;B\n1;2;3', { code: 'row-too-wide', row: 2, column: 3 }],
    ['two columns of one name', 'A;a\n1;2', { code: 'header-repeated', row: 1, column: 2 }],
    ['a header alone', 'A;B\n', { code: 'no-rows', row: null, column: null }],
    ['nothing but lines', '\n\n', { code: 'empty', row: null, column: null }],
  ])('%s is refused with its place', async (_, text, fault) => {
    expect(await faultOf(utf8(text))).toEqual(fault);
  });

  test('limits are kept: rows, columns, letters of a cell, bytes', async () => {
    const limits = { fileBytes: 60, rows: 2, columns: 3, cellCharacters: 5 };
    expect(await faultOf(utf8('A\n1\n2\n3'), limits)).toMatchObject({ code: 'too-many-rows', row: 4 });
    expect(await faultOf(utf8('A;B;C;D\n1'), limits)).toMatchObject({ code: 'too-many-columns' });
    expect(await faultOf(utf8('A\n123456'), limits)).toMatchObject({ code: 'cell-too-long', row: 2, column: 1 });
    expect(await faultOf(utf8('A\n'.repeat(40)), limits)).toMatchObject({ code: 'too-large' });
  });

  test('a program or a picture is no spreadsheet', async () => {
    expect(await faultOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]))).toMatchObject({ code: 'encoding' });
  });
});

const LIST = {
  name: 'Kunder',
  header: ['Navn', 'Telefon', 'Sum'],
  rows: [
    ['=HYPERLINK("http://example.com")', '+4799999999', 12.5],
    ['@SUM(A1)', '-1+2', null],
    ['\t=1', 'Kari; "K" & <Ola>\nVik', -3],
  ],
} as const;

const ABOUT = { name: 'Om filen', lines: [['Formål', 'Fakturere']] } as const;

describe('what is written', () => {
  test('no cell of a CSV file begins as a formula does, and a telephone number stays one', () => {
    const text = new TextDecoder().decode(writeCsv(LIST, { delimiter: ';', decimal: ',' }));
    expect(text).toContain(`"'=HYPERLINK(""http://example.com"")";+4799999999;"12,5"\r\n`);
    expect(text).toContain(`'@SUM(A1);'-1+2;\r\n`);
  });

  test('whatever a cell holds, it is no formula in CSV, and comes back as it was', async () => {
    const looksGuarded = fc.constantFrom("'+", "''=1", "' -2", "'+4799999999");
    const cell = fc.oneof(fc.string({ maxLength: 12 }), looksGuarded).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(cell, async (text) => {
        const bytes = writeCsv({ name: 'L', header: ['A'], rows: [[text]] }, { delimiter: ',', decimal: '.' });
        const line = new TextDecoder().decode(bytes).split('\r\n')[1] ?? '';
        expect(line).not.toMatch(/^"?[=@\t\r]/);
        expect(cellsOf(await sheetOf(bytes))).toEqual([[text.trim()]]);
      }),
    );
  });

  test('a workbook holds the list as text and a sheet that says what it is for', async () => {
    const bytes = await writeWorkbook(LIST, ABOUT);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Kunder', 'Om filen']);
    expect(sheets[0]?.rows[1]).toEqual(['=HYPERLINK("http://example.com")', '+4799999999', 12.5]);
    expect(sheets[1]?.rows).toEqual([['Formål', 'Fakturere']]);
    const { header, rows } = await sheetOf(bytes);
    expect(header).toEqual(['Navn', 'Telefon', 'Sum']);
    expect(rows[1]?.cells).toEqual(['@SUM(A1)', '-1+2', '']);
  });
});

/** An archive with one part, whose directory says a size of its own. */
function archive(content: Uint8Array, saidBytes: number): Uint8Array {
  const packed = deflateRawSync(content);
  const name = Buffer.from('[Content_Types].xml');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(saidBytes, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
  const directory = Buffer.concat([...[Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), name]]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}

describe('XLSX', () => {
  test('days and telephone numbers that were typed as numbers are read as people write them', async () => {
    const list = { name: 'A', header: ['Nr'], rows: [[4_799_999_999], [150]] };
    expect(cellsOf(await sheetOf(await writeWorkbook(list, ABOUT)))).toEqual([['4799999999'], ['150']]);
  });

  test('an archive that says it unpacks to more than the limit is not unpacked', async () => {
    expect(await faultOf(archive(new Uint8Array(10), 300_000_000))).toMatchObject({ code: 'unpacks-too-large' });
    expect(await faultOf(archive(new Uint8Array(10), 0))).toMatchObject({ code: 'unpacks-too-large' });
  });

  test('an archive that says less than it unpacks to is stopped, not unpacked', async () => {
    expect(await faultOf(archive(new Uint8Array(50_000_000), 100))).toMatchObject({ code: 'not-a-spreadsheet' });
  });

  test('an archive that leaves its sizes to another place than its directory is refused before anything is unpacked', async () => {
    const unsaid = Buffer.from(archive(new Uint8Array(50_000_000), 1));
    const entry = unsaid.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    unsaid.writeUInt32LE(0, entry + 20);
    expect(await faultOf(unsaid)).toMatchObject({ code: 'unpacks-too-large' });
    const elsewhere = Buffer.from(archive(new Uint8Array(50_000_000), 300_000_000));
    const end = elsewhere.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    // No parts in this directory; the real one is told of by the ZIP64 records that come before it.
    const locator = zip64(elsewhere.readUInt32LE(end + 16), end);
    const decoy = Buffer.from(elsewhere.subarray(end));
    decoy.writeUInt16LE(0, 10);
    decoy.writeUInt32LE(0xffffffff, 12);
    const hidden = Buffer.concat([elsewhere.subarray(0, end), locator, decoy]);
    // The library would find it, and unpack the part.
    await expect(readXlsx(hidden)).rejects.toThrow('No root element');
    expect(await faultOf(hidden)).toMatchObject({ code: 'not-a-spreadsheet' });
  });

  test('a workbook that is locked with a password is told as that', async () => {
    expect(await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).toMatchObject({ code: 'locked' });
  });
});

describe('any input', () => {
  test('bytes of any kind are refused or read, and never throw', async () => {
    const begin = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf], [0xef, 0xbb, 0xbf], [0xff, 0xfe]);
    await fc.assert(
      fc.asyncProperty(begin, fc.uint8Array({ maxLength: 300 }), async (first, rest) => {
        await readSpreadsheet(new Uint8Array([...first, ...rest]));
      }),
    );
  });

  test('a workbook with any byte changed is refused or read, and never throws', async () => {
    const bytes = await writeWorkbook(LIST, ABOUT);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        await readSpreadsheet(bytes.with(at, value));
      }),
      { numRuns: 200 },
    );
  });
});

/** The ZIP64 end of a directory with one part, and where it stands. */
function zip64(directory: number, at: number): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(46n, 40);
  record.writeBigUInt64LE(BigInt(directory), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at), 8);
  return Buffer.concat([record, locator]);
}
