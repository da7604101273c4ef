/** Invoices, credit notes and reminders as PDF: what must stand on them does, and can be read. */
import { describe, expect, test } from 'vitest';
import {
  type InvoiceDocument,
  invoicePdf,
  type ReminderDocument,
  reminderPdf,
  totalsOf,
} from '../../src/register/index.ts';
import { invoiceDocument, line, SELLER } from '../support/invoices.ts';
import { pagesOf, piecesOf, readOf, textsOf } from '../support/pdf-text.ts';

const textOf = async (document: InvoiceDocument, language: 'nb' | 'en' = 'nb'): Promise<string> =>
  (await pagesOf(await invoicePdf(document, language))).join(' ');

describe('an invoice', () => {
  test('says what bokføringsforskriften § 5-1-1 and § 5-1-2 want', async () => {
    const text = await textOf(invoiceDocument());
    for (const said of [
      ...['Faktura 10007', 'Fakturadato23.11.2026', 'Forfallsdato', '07.12.2026'],
      ...['Diktet Sykkel AS', '987 654 325 MVA Foretaksregisteret'],
      ...['Čáhci Ŋiŋŋá Šuoŧŧadeapmi Ávžži AS', '9730 Kárášjohka', '123 456 785', 'Måna Žarđ'],
      ...['Levert', '20.11.2026', 'Vareveien 9, 9730 Kárášjohka'],
      ...['Vare 1', 'Brød på surdeig', 'Bok'],
      ...['Merverdiavgift 25 %', 'Merverdiavgift 15 %', 'Merverdiavgift 0 %'],
      ...['8601 11 17947', '00100010000100078'],
    ]) {
      expect(text.replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
    }
  });

  test('counts VAT for each rate and rounds it once', async () => {
    const document = invoiceDocument();
    expect(totalsOf(document.lines)).toEqual({
      byRate: [
        { vatRate: 25, netOre: 20_100, vatOre: 5_025 },
        { vatRate: 15, netOre: 14_997, vatOre: 2_250 },
        { vatRate: 0, netOre: 30_000, vatOre: 0 },
      ],
      ...{ netOre: 65_097, vatOre: 7_275, totalOre: 72_372 },
    });
    const text = await textOf(document);
    for (const amount of ['650,97', '50,25', '22,50', '723,72']) expect(text).toContain(amount);
  });

  test('goes on over as many pages as it needs, with the heads of the columns on each and no line lost', async () => {
    const lines = Array.from({ length: 120 }, (_, at) => line(at + 1, { description: `Vare nummer ${at + 1}.` }));
    const pages = await pagesOf(await invoicePdf(invoiceDocument({ lines }), 'nb'));
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) expect(page).toContain(`Side ${at + 1} av ${pages.length}`);
    const withLines = pages.filter((page) => page.includes('Vare nummer'));
    for (const page of withLines) expect(page).toContain('Vare eller tjeneste');
    const text = pages.join(' ');
    for (const { description } of lines) expect(text).toContain(description);
    expect(text.split('Slik betaler du')).toHaveLength(2);
  });

  test('is in the language of whoever gets it, with numbers and dates as they are written there', async () => {
    const text = await textOf(invoiceDocument(), 'en');
    for (const said of [
      'Invoice 10007',
      '23 Nov 2026',
      'Due date',
      'Payment reference (KID)',
      '723.72',
      'NO9386011117947',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('is the same bytes for the same facts', async () => {
    const [one, other] = [await invoicePdf(invoiceDocument(), 'nb'), await invoicePdf(invoiceDocument(), 'nb')];
    expect(one.equals(other)).toBe(true);
  });

  test('does not name a register that the company is not in', async () => {
    const seller = { ...SELLER, vatRegistered: false, inBusinessRegister: false };
    const text = await textOf(invoiceDocument({ seller }));
    expect(text).not.toContain('MVA');
    expect(text).not.toContain('Foretaksregisteret');
  });

  test('of a seller outside the VAT register states no VAT, and says why', async () => {
    const seller = { ...SELLER, vatRegistered: false };
    const document = invoiceDocument({ seller, lines: [line(1, { vatRate: 0 })] });
    const text = await textOf(document);
    expect(text).toContain('ikke registrert i Merverdiavgiftsregisteret');
    expect(text).toContain('Å betale (NOK)');
    for (const said of ['Mva.', 'uten mva.', 'Merverdiavgift 0', '0 %']) expect(text).not.toContain(said);
    expect(await textOf(document, 'en')).toContain('not in the VAT register');
  });
});

describe('read aloud', () => {
  test('an invoice says its title and its language, and that it is tagged', async () => {
    const { info, marked } = await readOf(await invoicePdf(invoiceDocument(), 'nb'));
    expect(info).toMatchObject({
      Title: 'Faktura 10007, Diktet Sykkel AS',
      Author: 'Diktet Sykkel AS',
      Language: 'nb-NO',
    });
    expect(marked).toBe(true);
    const english = await readOf(await invoicePdf(invoiceDocument(), 'en'));
    expect(english.info).toMatchObject({ Language: 'en-GB' });
  });

  test('it has a title, a heading over how to pay, and tables with heads', async () => {
    const { pages } = await readOf(await invoicePdf(invoiceDocument(), 'nb'));
    const [page = ['Root']] = pages;
    expect(piecesOf('H1', page).flatMap(textsOf)).toEqual(['Faktura 10007']);
    expect(piecesOf('H2', page).flatMap(textsOf)).toEqual(['Slik betaler du']);
    const [facts, lines, sums] = piecesOf('Table', page).map((table) => piecesOf('TR', table).map(textsOf));
    expect(facts).toContainEqual(['Forfallsdato', '07.12.2026']);
    expect(lines?.slice(0, 2)).toEqual([
      ['Vare eller tjeneste', 'Antall', 'Pris', 'Mva.', 'Beløp uten mva.'],
      ['Vare 1', '2', '100,50', '25 %', '201,00'],
    ]);
    expect(sums).toContainEqual(['Merverdiavgift 25 %', 'Grunnlag 201,00', '50,25']);
    const heads = piecesOf('TH', page).flatMap(textsOf);
    expect(heads).toContain('Beløp uten mva.');
    expect(heads).toContain('Forfallsdato');
  });

  test('what comes again on each page is read once', async () => {
    const lines = Array.from({ length: 80 }, (_, at) => line(at + 1));
    const { pages } = await readOf(await invoicePdf(invoiceDocument({ lines }), 'nb'));
    const read = pages.flatMap(textsOf);
    expect(pages.length).toBeGreaterThan(1);
    expect(read.filter((text) => text === 'Vare eller tjeneste')).toHaveLength(1);
    expect(read.filter((text) => text.startsWith('Side '))).toEqual([]);
    expect(read).toContain('Vare 80');
  });

  test('a credit note says as a paragraph which invoice it credits', async () => {
    const credits = { number: 10_007, issuedOn: '2026-11-23' };
    const credit = await readOf(
      await invoicePdf(invoiceDocument({ kind: 'credit-note', number: 10_008, credits, paymentReference: null }), 'nb'),
    );
    expect(piecesOf('P', credit.pages[0] ?? ['Root']).flatMap(textsOf)).toContain(
      'Krediterer faktura 10007 av 23.11.2026',
    );
  });
});

test('a credit note names the invoice it credits, and asks for no payment', async () => {
  const credits = { number: 10_007, issuedOn: '2026-11-23' };
  const text = await textOf(
    invoiceDocument({ kind: 'credit-note', number: 10_008, credits, paymentReference: null, issuedOn: '2026-11-24' }),
  );
  for (const said of ['Kreditnota 10008', 'Krediterer faktura 10007 av 23.11.2026', 'Du skal ikke betale noe']) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('Slik betaler du');
  expect(text).not.toContain('8601');
});

describe('a reminder', () => {
  const { seller, buyer } = invoiceDocument();
  const reminder = (level: 1 | 2): ReminderDocument => ({
    ...{ level, sentOn: '2026-12-10', dueOn: '2026-12-24', seller, buyer, paymentReference: '00100010000100078' },
    invoice: { number: 10_007, issuedOn: '2026-11-23', dueOn: '2026-12-07' },
    ...{ totalOre: 72_372, settledOre: 20_000, feeOre: 3_500 },
  });

  test('asks for what is left, with the fee', async () => {
    const [text = ''] = await pagesOf(await reminderPdf(reminder(1), 'nb'));
    for (const said of [
      'Purring: faktura 10007',
      '723,72',
      '200,00',
      '35,00',
      '558,72',
      '24.12.2026',
      'forfalt 07.12.2026',
    ]) {
      expect(text).toContain(said);
    }
  });

  test('of the second level is the written warning before collection', async () => {
    const [nb = ''] = await pagesOf(await reminderPdf(reminder(2), 'nb'));
    expect(nb).toContain('Inkassovarsel');
    expect(nb).toContain('inkassoloven § 9');
    const [en = ''] = await pagesOf(await reminderPdf(reminder(2), 'en'));
    expect(en).toContain('Notice before debt collection');
  });
});
