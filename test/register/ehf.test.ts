/**
 * EHF: what Kept writes has the elements of UBL 2.1 in their order and number, and keeps the rules of EN 16931 and Peppol
 * BIS Billing 3.0. The published schemas and schematron are in no npm package, so the check is written after them
 * (test/support/ehf-structure.ts and ehf-rules.ts); an access point checks against the published ones when it sends.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ehfFault, ehfOf, type InvoiceDocument } from '../../src/register/index.ts';
import { ehfFaults } from '../support/ehf-check.ts';
import { invoiceDocument, line, SELLER } from '../support/invoices.ts';

const creditNote = invoiceDocument({
  ...{ kind: 'credit-note', number: 10_008, paymentReference: null },
  credits: { number: 10_007, issuedOn: '2026-11-23' },
});

describe('what is written', () => {
  test.each<[string, InvoiceDocument]>([
    ['an invoice with three rates of VAT', invoiceDocument()],
    ['a credit note', creditNote],
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
      invoiceDocument({
        seller: { ...SELLER, vatRegistered: false, inBusinessRegister: false },
        lines: [line(1, { vatRate: 0 })],
      }),
    ],
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
        expect(ehfFaults(ehfOf({ ...(credit ? creditNote : invoiceDocument()), lines: numbered }))).toEqual([]);
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

describe('the check itself', () => {
  const xml = ehfOf(invoiceDocument());
  test.each([
    ['a wrong sum of lines', /(<cbc:LineExtensionAmount currencyID="NOK">)650/, '$1651', 'BR-CO-10'],
    ['a wrong total', /(<cbc:PayableAmount currencyID="NOK">)723/, '$1724', 'BR-CO-16'],
    ['VAT that is not of its basis', '>50.25<', '>50.26<', 'BR-CO-17'],
    ['a line that is not quantity times price', /(<cac:InvoiceLine>[\s\S]*?)201.00/, '$1202.00', 'PEPPOL-EN16931-R120'],
    ['an unknown scheme of addresses', 'schemeID="0192">123456785', 'schemeID="9908">123456785', 'BR-CL-25'],
    [
      'a number with a wrong check digit',
      /(<cbc:EndpointID schemeID="0192">)123456785/,
      '$1123456786',
      'PEPPOL-COMMON-R041 (buyer)',
    ],
    ['no electronic address', /<cbc:EndpointID schemeID="0192">987654325<\/cbc:EndpointID>/, '', 'PEPPOL-EN16931-R020'],
    ['an empty element', 'Måna Žarđ', ' ', 'PEPPOL-EN16931-R008'],
    [
      'VAT without a VAT number',
      /<cac:PartyTaxScheme>\s*<cbc:CompanyID>NO9[\s\S]*?<\/cac:PartyTaxScheme>/,
      '',
      'BR-S-02',
    ],
    ['an unknown kind of document', '>380<', '>999<', 'BR-CL-01'],
    ['a date in another form', '2026-12-07', '07.12.2026', 'PEPPOL-EN16931-F001'],
    [
      'elements in another order',
      /(<cbc:IssueDate>.*<\/cbc:IssueDate>)\s*(<cbc:DueDate>.*<\/cbc:DueDate>)/,
      '$2$1',
      'Invoice: cbc:IssueDate is missing, or not in its place',
    ],
    [
      'an amount without its currency',
      'TaxExclusiveAmount currencyID="NOK"',
      'TaxExclusiveAmount',
      'cbc:TaxExclusiveAmount: attribute currencyID is missing',
    ],
  ])('notices %s', (_, from, to, fault) => {
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    expect(ehfFaults(changed)).toContain(fault);
  });
});
