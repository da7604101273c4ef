/**
 * EHF: what Kept writes has the syntax that Peppol publishes (a package has it as a schema: test/support/ehf-syntax.ts),
 * and keeps the rules of EN 16931, Peppol BIS Billing 3.0 and Norway. The rules themselves are published as XSLT 2 that no
 * package carries, so they are said anew (ehf-rules.ts); an access point runs the published ones when it sends.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ehfFault, ehfOf, type InvoiceDocument } from '../../src/register/index.ts';
import { ehfFaults } from '../support/ehf-check.ts';
import { creditNoteDocument, invoiceDocument, line, OUTSIDE_VAT, SELLER } from '../support/invoices.ts';

const buyerAt = (address: string | null): Partial<InvoiceDocument> => ({
  buyer: { ...invoiceDocument().buyer, address },
  delivery: { on: '2026-11-20', place: address },
});

describe('what is written', () => {
  test.each<[string, InvoiceDocument]>([
    ['an invoice with three rates of VAT', invoiceDocument()],
    ['a credit note', creditNoteDocument()],
    [
      'an invoice without an order, a reference or a place',
      invoiceDocument({
        orderNumber: null,
        delivery: { on: null, place: null },
        buyer: { ...invoiceDocument().buyer, reference: null, address: null },
      }),
    ],
    [
      'an invoice of a seller outside the VAT register',
      invoiceDocument({ ...OUTSIDE_VAT, lines: [line(1, { vatRate: 0 })] }),
    ],
    [
      'a credit note of a seller outside the VAT register',
      { ...creditNoteDocument(), ...OUTSIDE_VAT, lines: [line(1, { vatRate: 0 })] },
    ],
    [
      'an invoice with all rates that there are',
      invoiceDocument({ lines: [0, 12, 15, 25].map((vatRate, at) => line(at + 1, { vatRate })) }),
    ],
    [
      'an invoice with nothing but the zero rate',
      invoiceDocument({ lines: [line(1, { vatRate: 0 }), line(2, { vatRate: 0 })] }),
    ],
    ['an invoice of nothing to pay', invoiceDocument({ lines: [line(1, { unitPriceOre: 0 })] })],
    [
      'a line as long as a description can be',
      invoiceDocument({ lines: [line(1, { description: 'Ærlig tråd '.repeat(400) })] }),
    ],
    [
      'letters of many languages',
      invoiceDocument({ lines: [line(1, { description: 'Čáhci, žluťoučký, ½ Ωμέγα, 東京, עברית, 🚲' })] }),
    ],
    [
      'an address of five lines',
      invoiceDocument(buyerAt('c/o Regnskap AS\nPostboks 9\nBygg 3\n2. etasje\n9730 Kárášjohka')),
    ],
    ['an address abroad', invoiceDocument(buyerAt('Prøvgatan 1\n111 22 Stockholm\nSE'))],
    ['an address of blank lines', invoiceDocument(buyerAt(' \n\t\n9730 Kárášjohka'))],
    ['a buyer without an address', invoiceDocument(buyerAt(null))],
    [
      'an invoice with characters that XML cannot hold',
      invoiceDocument({ lines: [line(1, { description: 'Rør < 5 & "bøy"\u0000\u0008' })] }),
    ],
  ])('%s keeps every rule', (_, document) => {
    expect(ehfFaults(ehfOf(document))).toEqual([]);
  });

  test('any lines that an order can have keep every rule', () => {
    const anyLine = fc.record({
      quantity: fc.integer({ min: 1, max: 10_000 }),
      unitPriceOre: fc.integer({ min: 0, max: 5_000_000 }),
      vatRate: fc.constantFrom(0, 12, 15, 25),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), fc.boolean(), (lines, credit) => {
        const numbered = lines.map((one, at) => line(at + 1, one));
        expect(ehfFaults(ehfOf({ ...(credit ? creditNoteDocument() : invoiceDocument()), lines: numbered }))).toEqual(
          [],
        );
      }),
      { numRuns: 20 },
    );
  });

  test('says who, what and how to pay, in letters of Norwegian and Sámi', () => {
    const xml = ehfOf(invoiceDocument());
    for (const said of [
      ...['<cbc:CompanyID>NO987654325MVA</cbc:CompanyID>', '<cbc:CompanyID>Foretaksregisteret</cbc:CompanyID>'],
      ...['<cbc:EndpointID schemeID="0192">123456785</cbc:EndpointID>', '<cbc:ID>NO9386011117947</cbc:ID>'],
      ...['<cbc:PaymentID>00100010000100078</cbc:PaymentID>', '<cbc:BuyerReference>Måna Žarđ</cbc:BuyerReference>'],
      ...['Čáhci Ŋiŋŋá Šuoŧŧadeapmi Ávžži AS', '<cbc:PayableAmount currencyID="NOK">723.72</cbc:PayableAmount>'],
    ]) {
      expect(xml).toContain(said);
    }
  });
});

test('no line of an address is lost', () => {
  const five = ehfOf(invoiceDocument(buyerAt('c/o Regnskap AS\nPostboks 9\nBygg 3\n2. etasje\n9730 Kárášjohka')));
  expect(five).toContain('<cbc:StreetName>c/o Regnskap AS</cbc:StreetName>');
  expect(five).toContain('<cbc:AdditionalStreetName>Postboks 9</cbc:AdditionalStreetName>');
  expect(five).toContain('<cbc:Line>Bygg 3, 2. etasje</cbc:Line>');
  expect(five).toContain('<cbc:PostalZone>9730</cbc:PostalZone>');
  const abroad = ehfOf(invoiceDocument(buyerAt('Prøvgatan 1\n111 22 Stockholm\nSE')));
  expect(abroad).toContain('<cbc:AdditionalStreetName>111 22 Stockholm</cbc:AdditionalStreetName>');
  expect(abroad).toContain('<cbc:IdentificationCode>SE</cbc:IdentificationCode>');
});

test('a credit note names the invoice that it credits and its day, and asks for no payment', () => {
  const xml = ehfOf(creditNoteDocument());
  expect(xml).toMatch(
    /<cac:InvoiceDocumentReference>\s*<cbc:ID>10007<\/cbc:ID>\s*<cbc:IssueDate>2026-11-23<\/cbc:IssueDate>/,
  );
  expect(xml).not.toContain('PaymentMeans');
});

test('a seller in Foretaksregisteret says so, as NO-R-002 wants; another does not', () => {
  const said = '<cbc:CompanyID>Foretaksregisteret</cbc:CompanyID>';
  expect(ehfOf(invoiceDocument())).toContain(said);
  expect(ehfOf(creditNoteDocument())).toContain(said);
  const lines = [line(1, { vatRate: 0 })];
  expect(ehfOf(invoiceDocument({ ...OUTSIDE_VAT, lines }))).not.toContain('Foretaksregisteret');
});

describe('what cannot be written', () => {
  test('nothing goes to a buyer without an organisation number', () => {
    const document = invoiceDocument({ buyer: { ...invoiceDocument().buyer, organisationNumber: null } });
    expect(ehfFault(document)).toBe('no-buyer-organisation');
    expect(() => ehfOf(document)).toThrow('no-buyer-organisation');
  });

  test('a seller outside the VAT register charges no VAT', () => {
    expect(ehfFault(invoiceDocument({ seller: { ...SELLER, vatRegistered: false } }))).toBe('vat-without-registration');
  });
});
