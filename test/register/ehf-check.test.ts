/** The check of EHF itself: each thing that can be wrong with a document is seen, and named by its published id. */
import { describe, expect, test } from 'vitest';
import { ehfOf } from '../../src/register/index.ts';
import { brokenRules, ehfFaults } from '../support/ehf-check.ts';
import { RULES } from '../support/ehf-rules.ts';
import { spoiled } from '../support/ehf-spoiled.ts';
import { creditNoteDocument, invoiceDocument, line, OUTSIDE_VAT } from '../support/invoices.ts';

test('each rule can be broken: none of them is true of any document', () => {
  const { buyer } = invoiceDocument();
  const documents = [
    invoiceDocument({ lines: [line(1), line(2, { vatRate: 0 })] }),
    creditNoteDocument(),
    invoiceDocument({ ...OUTSIDE_VAT, lines: [line(1, { vatRate: 0 })] }),
    invoiceDocument({ buyer: { ...buyer, reference: null, address: 'Vei 1\nBygg 2\nEtasje 3' }, lines: [line(1)] }),
  ].map(ehfOf);
  const [first = ''] = documents;
  const more = first
    .replace('<cbc:DocumentCurrencyCode>', '<cbc:Note>1</cbc:Note><cbc:Note>2</cbc:Note>$&')
    .replace('<cbc:BuyerReference>', '<cbc:TaxCurrencyCode>NOK</cbc:TaxCurrencyCode>$&')
    .replace('</cac:Price>', '<cbc:BaseQuantity unitCode="C62">2</cbc:BaseQuantity>$&');
  const unbroken = new Set(Object.keys(RULES));
  for (const xml of documents) expect(brokenRules(xml, unbroken)).toEqual([]);
  for (const xml of [more, ...documents.flatMap((one) => [...spoiled(one)])])
    for (const id of brokenRules(xml, unbroken)) unbroken.delete(id);
  expect([...unbroken]).toEqual([]);
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
      'PEPPOL-COMMON-R041',
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
    [
      'a letter in an organisation number',
      'CompanyID schemeID="0192">12345678',
      'CompanyID schemeID="0192">1234567X',
      'PEPPOL-COMMON-R041',
    ],
    ['a VAT number without MVA', 'NO987654325MVA', 'NO987654325', 'NO-R-001'],
    ['a VAT number with a wrong check digit', 'NO987654325MVA', 'NO987654326MVA', 'NO-R-001'],
    ['a VAT number of another country', 'NO987654325MVA', 'ZZ987654325MVA', 'BR-CO-09'],
    ['another word for the register', '>Foretaksregisteret<', '>Brønnøysund<', 'NO-R-002'],
    [
      'a currency that is not the document’s',
      'PriceAmount currencyID="NOK"',
      'PriceAmount currencyID="SEK"',
      'PEPPOL-EN16931-R051',
    ],
    ['an amount of three decimals', '>723.72<', '>723.720<', 'BR-DEC-14'],
    ['a sum of a rate that is not its lines’', '>201.00<', '>202.00<', 'BR-S-08'],
    ['a rate that Norway has not', /<cbc:Percent>25</g, '<cbc:Percent>24<', 'BR-S-08'],
    ['VAT of the zero rate', /(<cbc:TaxAmount currencyID="NOK">)0\.00/, '$11.00', 'BR-Z-09'],
    ['a zero rate that is none', /<cbc:Percent>0</g, '<cbc:Percent>5<', 'BR-Z-05'],
    [
      'a reason for ordinary VAT',
      /(<cbc:Percent>25<\/cbc:Percent>)/,
      '$1<cbc:TaxExemptionReason>Nei</cbc:TaxExemptionReason>',
      'BR-S-10',
    ],
    ['no day to pay by', /<cbc:DueDate>.*<\/cbc:DueDate>/, '', 'BR-CO-25'],
    ['no account to pay to', /<cac:PayeeFinancialAccount>[\s\S]*?<\/cac:PayeeFinancialAccount>/, '', 'BR-61'],
    ['no name of the seller', /<cbc:RegistrationName>Diktet Sykkel AS<\/cbc:RegistrationName>/, '', 'BR-06'],
    ['a line without a name', /<cbc:Name>Bok<\/cbc:Name>/, '', 'BR-25'],
    ['a price below nothing', '>300.00</cbc:PriceAmount>', '>-300.00</cbc:PriceAmount>', 'BR-27'],
    ['a day that no month has', '>2026-12-07<', '>2026-12-47<', 'PEPPOL-EN16931-F001'],
    ['no reference to find it by', /<cbc:BuyerReference>[\s\S]*<\/cac:OrderReference>/, '', 'PEPPOL-EN16931-R003'],
    [
      'a country that there is not, by the published code list',
      /<cbc:IdentificationCode>NO</,
      '<cbc:IdentificationCode>XY<',
      expect.stringMatching(/^syntax .*IdentificationCode: must be equal to one of the allowed values/),
    ],
    [
      'a unit that there is not, by the published code list',
      /unitCode="C62"/g,
      'unitCode="STYKK"',
      expect.stringMatching(/^syntax .*unitCode: must be equal to one of the allowed values/),
    ],
    [
      'an element that Peppol does not have',
      '<cbc:ProfileID>',
      '<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ProfileID>',
      'syntax /ubl:Invoice: must NOT have additional properties',
    ],
    [
      'elements in another order than Peppol publishes',
      /(<cac:TaxTotal>[\s\S]*<\/cac:TaxTotal>)\s*(<cac:LegalMonetaryTotal>[\s\S]*<\/cac:LegalMonetaryTotal>)/,
      '$2$1',
      'syntax Invoice: cac:TaxTotal comes too late',
    ],
  ])('notices %s', (_, from, to, fault) => {
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    expect(ehfFaults(changed)).toEqual(expect.arrayContaining([fault]));
  });

  const credit = ehfOf(creditNoteDocument());
  test.each([
    [
      'no invoice that it credits',
      /<cac:InvoiceDocumentReference>[\s\S]*<\/cac:InvoiceDocumentReference>/,
      '',
      'BR-55',
    ],
    [
      'a day before its kind',
      /(<cbc:CreditNoteTypeCode>.*<\/cbc:CreditNoteTypeCode>)/,
      '$1<cbc:DueDate>2026-12-07</cbc:DueDate>',
      'CreditNote: cbc:DueDate is not allowed here',
    ],
    ['the kind of an invoice', '>381<', '>380<', 'PEPPOL-EN16931-P0101'],
    ['a credited amount without its unit', ' unitCode="C62"', '', 'BR-23'],
  ])('notices in a credit note %s', (_, from, to, fault) => {
    const changed = credit.replace(from, to);
    expect(changed).not.toBe(credit);
    expect(ehfFaults(changed)).toEqual(expect.arrayContaining([fault]));
  });

  const outside = ehfOf(invoiceDocument({ ...OUTSIDE_VAT, lines: [line(1, { vatRate: 0 })] }));
  test.each([
    ['no reason', /<cbc:TaxExemptionReason>.*<\/cbc:TaxExemptionReason>/, '', 'BR-O-10'],
    [
      'a rate',
      /(<cbc:ID>O<\/cbc:ID>)(\s*<cac:TaxScheme>[\s\S]*?<\/cac:TaxScheme>\s*<\/cac:ClassifiedTaxCategory>)/,
      '$1<cbc:Percent>0</cbc:Percent>$2',
      'BR-O-05',
    ],
    ['VAT', /<cbc:TaxAmount currencyID="NOK">0.00/g, '<cbc:TaxAmount currencyID="NOK">1.00', 'BR-O-09'],
  ])('notices in what is outside VAT %s', (_, from, to, fault) => {
    const changed = outside.replace(from, to);
    expect(changed).not.toBe(outside);
    expect(ehfFaults(changed)).toEqual(expect.arrayContaining([fault]));
  });
});
