/** Bank files: what is read of them, and that none with a wrong sum, and no other input, gets through or breaks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankFile, type BankFileRead, readBankFile } from '../../../src/register/index.ts';
import { camt054, ocrGiro } from '../../support/bank-files.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const read = (text: string): BankFileRead => readBankFile(bytes(text));
const fileOf = (text: string): BankFile => {
  const result = read(text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.fault)}`);
  return result.file;
};
const codeOf = (text: string): string | null => {
  const result = read(text);
  return result.ok ? null : result.fault.code;
};

const PAYMENTS = [
  { kid: '0000531', ore: 102_000 },
  { kid: '1234567897', ore: 199 },
];

describe('OCR giro', () => {
  test('an entry is a reference, an amount, a day and what the bank calls it', () => {
    expect(fileOf(ocrGiro(PAYMENTS))).toEqual({
      format: 'ocr-giro',
      totalOre: 102_199,
      passedOver: 0,
      entries: [
        { entryNumber: 1, reference: '0000531', amountOre: 102_000, paidOn: '2026-11-20', bankReference: '900000000' },
        { entryNumber: 2, reference: '1234567897', amountOre: 199, paidOn: '2026-11-20', bankReference: '900000001' },
      ],
    });
  });

  test('the account of whoever paid is not read', () => {
    expect(JSON.stringify(read(ocrGiro(PAYMENTS)))).not.toContain('99990512341');
  });

  test('an amount that the bank takes back is negative', () => {
    const { entries, totalOre } = fileOf(ocrGiro([...PAYMENTS, { kid: '0000531', ore: -2_000 }]));
    expect(entries[2]?.amountOre).toBe(-2_000);
    expect(totalOre).toBe(100_199);
  });

  test('a payment without a KID has no reference', () => {
    expect(fileOf(ocrGiro([{ kid: '', ore: 100 }])).entries[0]?.reference).toBeNull();
  });

  test('lines may end as Windows ends them', () => {
    expect(fileOf(ocrGiro(PAYMENTS).replaceAll('\n', '\r\n')).entries).toHaveLength(2);
  });

  test('two transmissions may follow each other in one file', () => {
    expect(fileOf(ocrGiro(PAYMENTS) + ocrGiro(PAYMENTS)).entries.map(({ entryNumber }) => entryNumber)).toEqual([
      ...[1, 2, 3, 4],
    ]);
  });

  test('an assignment of another service is passed over, and its records count', () => {
    const lines = ocrGiro(PAYMENTS).trimEnd().split('\n');
    const end = lines.pop() ?? '';
    const other = [
      `NY212420${'0'.repeat(9)}0000002${'99991042764'}${'0'.repeat(45)}`,
      `NY210070${'0'.repeat(72)}`,
      `NY212488${'00000001'}${'00000003'}${'0'.repeat(56)}`,
    ];
    const whole = [...lines, ...other, `NY000089${'00000003'}${'00000011'}${end.slice(24)}`].join('\n');
    expect(fileOf(whole)).toMatchObject({ passedOver: 1, totalOre: 102_199 });
  });

  test.each([
    ['a line of another length', (text: string) => text.replace('000000\n', '00000\n'), 'line-length'],
    ['a sum that is not that of its amounts', (text: string) => text.replace('102000', '102001'), 'sum-wrong'],
    ['an end that is missing', (text: string) => text.split('\n').slice(0, -2).join('\n'), 'end-missing'],
    ['a transaction outside an assignment', (text: string) => without(text, 1), 'record-misplaced'],
    ['a second record that belongs to another', (text: string) => without(text, 4), 'record-misplaced'],
    ['a day that there is not', (text: string) => text.replace('0000001201126', '0000001311126'), 'field-wrong'],
    ['a record of no kind', (text: string) => text.replace('NY091031', 'NY091047'), 'record-unknown'],
    ['a record that is gone', (text: string) => without(without(text, 3), 4), 'count-wrong'],
  ])('%s refuses the file', (_, spoil, code) => {
    expect(codeOf(spoil(ocrGiro(PAYMENTS)))).toBe(code);
  });
});

const without = (text: string, line: number): string => text.split('\n').toSpliced(line, 1).join('\n');

describe('CAMT.054', () => {
  test.each(['02', '04', '06', '08', '09', '12'])('version %s is read', (version) => {
    expect(fileOf(camt054(PAYMENTS, { version }))).toEqual({
      format: 'camt.054',
      totalOre: 102_199,
      passedOver: 0,
      entries: [
        { entryNumber: 1, reference: '0000531', amountOre: 102_000, paidOn: '2026-11-20', bankReference: 'BANK1' },
        { entryNumber: 2, reference: '1234567897', amountOre: 199, paidOn: '2026-11-20', bankReference: 'BANK2' },
      ],
    });
  });

  test('elements may bear a prefix', () => {
    expect(fileOf(camt054(PAYMENTS, { prefix: 'ns2' })).entries).toHaveLength(2);
  });

  test('who paid and what they wrote is not read', () => {
    expect(JSON.stringify(read(camt054(PAYMENTS)))).not.toMatch(/Oppdiktet|Takk/);
  });

  test('one payment for several references is several entries where the parts add up, else one without a reference', () => {
    const strd = (kid: string, kroner: string): string =>
      `<Strd><RfrdDocAmt><RmtdAmt Ccy="NOK">${kroner}</RmtdAmt></RfrdDocAmt><CdtrRefInf><Ref>${kid}</Ref></CdtrRefInf></Strd>`;
    const one = camt054([{ kid: '0000531', ore: 1_000 }]);
    const parts = (first: string) =>
      one.replace(/<Strd>.*<\/Strd>/, `${strd('0000531', first)}${strd('1234567897', '4.00')}`);
    expect(fileOf(parts('6.00')).entries.map(({ reference, amountOre }) => [reference, amountOre])).toEqual([
      ['0000531', 600],
      ['1234567897', 400],
    ]);
    expect(fileOf(parts('5.00')).entries.map(({ reference, amountOre }) => [reference, amountOre])).toEqual([
      [null, 1_000],
    ]);
  });

  test('money out, and what is not booked, is passed over; what is taken back is negative', () => {
    const out = camt054(PAYMENTS)
      .replaceAll('CRDT', 'DBIT')
      .replace(/<TxsSummry>.*<\/TxsSummry>/, '');
    expect(fileOf(out)).toMatchObject({ entries: [], passedOver: 2 });
    expect(fileOf(camt054(PAYMENTS).replace('BOOK', 'PDNG'))).toMatchObject({ entries: [], passedOver: 2 });
    const back = out.replace('<Sts>', '<RvslInd>true</RvslInd><Sts>');
    expect(fileOf(back).entries.map(({ amountOre }) => amountOre)).toEqual([-102_000, -199]);
  });

  test.each([
    ['the sum of the whole', (text: string) => text.replace('<Sum>1021.99', '<Sum>1021.98'), 'sum-wrong'],
    [
      'the sum of a batch',
      (text: string) => text.replace('"NOK">1021.99</TtlAmt>', '"NOK">1.00</TtlAmt>'),
      'sum-wrong',
    ],
    ['an amount', (text: string) => text.replace('>1.99<', '>1.98<'), 'sum-wrong'],
    ['the number of entries', (text: string) => text.replace('<NbOfNtries>1', '<NbOfNtries>2'), 'count-wrong'],
    ['the number of transactions', (text: string) => text.replace('<NbOfTxs>2', '<NbOfTxs>3'), 'count-wrong'],
    ['the currency', (text: string) => text.replaceAll('NOK', 'SEK'), 'currency'],
    ['a third decimal', (text: string) => text.replace('>1.99<', '>1.991<'), 'field-wrong'],
    ['the namespace', (text: string) => text.replace('camt.054', 'camt.053'), 'unknown-format'],
    ['an element that is not closed', (text: string) => text.replace('</Ntry>', ''), 'xml-wrong'],
  ])('%s that is wrong refuses the file', (_, spoil, code) => {
    expect(codeOf(spoil(camt054(PAYMENTS)))).toBe(code);
  });

  test('a document type is refused, so no entity is ever expanded', () => {
    const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    expect(codeOf(camt054(PAYMENTS).replace('?>', `?>${laughs}`))).toBe('doctype');
    expect(codeOf(camt054(PAYMENTS).replace('0000531', '&b;'))).toBe('xml-wrong');
  });
});

describe('any input', () => {
  test('bytes of any kind are refused or read, and never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (input) => readBankFile(input).ok !== undefined));
  });

  test('a bank file with any piece of it replaced never throws', () => {
    const files = [ocrGiro(PAYMENTS), camt054(PAYMENTS)];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(30),
        fc.string({ maxLength: 12 }),
        (text, at, cut, more) => {
          const from = at % text.length;
          read(text.slice(0, from) + more + text.slice(from + cut));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('what is read sums up to what the file says, whatever the amounts', () => {
    const payment = fc.record({
      kid: fc.stringMatching(/^[1-9][0-9]{2,20}$/),
      ore: fc.integer({ min: 1, max: 1_000_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 8 }), (payments) => {
        const total = payments.reduce((sum, { ore }) => sum + ore, 0);
        for (const text of [ocrGiro(payments), camt054(payments)]) {
          expect(fileOf(text).totalOre).toBe(total);
          expect(fileOf(text).entries.map(({ amountOre }) => amountOre)).toEqual(payments.map(({ ore }) => ore));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an amount changed by one øre anywhere is always seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 9 }), (which, more) => {
        const changed = PAYMENTS.map((one, index) => (index === which ? { ...one, ore: one.ore + more } : one));
        const amount = (payments: typeof PAYMENTS): string => String(payments[which]?.ore).padStart(17, '0');
        expect(codeOf(ocrGiro(PAYMENTS).replace(amount(PAYMENTS), amount(changed)))).toBe('sum-wrong');
      }),
    );
  });

  test('an empty file and a file of something else are told apart', () => {
    expect(codeOf('')).toBe('empty');
    expect(codeOf('  \n')).toBe('empty');
    expect(codeOf('Navn;Beløp\nKari;12')).toBe('unknown-format');
  });
});
