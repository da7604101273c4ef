/**
 * Rules that Peppol BIS Billing 3.0 (release 3.0.21, May 2026) and Norway add to EN 16931, by their published ids, said
 * anew in XPath 1.0: each must be true. Code lists are cut down to the codes that Kept can write, and those beside them.
 */
import { BUYER, EN16931_RULES, LINES, SELLER } from './ehf-rules-en16931.ts';

/** Modulus 11 of an organisation number, digit by digit. */
const MOD11 = (number: string): string => {
  const digit = (place: number): string => `substring(${number}, ${place}, 1)`;
  const sum = [3, 2, 7, 6, 5, 4, 3, 2].map((weight, at) => `${weight} * ${digit(at + 1)}`).join(' + ');
  return `string-length(${number}) = 9 and translate(${number}, '0123456789', '') = '' and ((11 - ((${sum}) mod 11)) mod 11) = number(${digit(9)})`;
};

const DIGITS = '1234567890';
const DAY = `string-length(.) = 10 and translate(., '${DIGITS}', '') = '--' and substring(., 5, 1) = '-' and substring(., 8, 1) = '-' and substring(., 6, 2) >= 1 and substring(., 6, 2) <= 12 and substring(., 9, 2) >= 1 and substring(., 9, 2) <= 31`;
const VAT_NUMBERS = `${SELLER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']/cbc:CompanyID`;

const PEPPOL: Readonly<Record<string, string>> = {
  'PEPPOL-EN16931-R001': '/*/cbc:ProfileID',
  'PEPPOL-EN16931-R002': 'count(/*/cbc:Note) <= 1',
  'PEPPOL-EN16931-R003':
    "/*/cbc:BuyerReference[normalize-space(.) != ''] or /*/cac:OrderReference/cbc:ID[normalize-space(.) != '']",
  'PEPPOL-EN16931-R004':
    "/*/cbc:CustomizationID = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'",
  'PEPPOL-EN16931-R005': 'not(/*/cbc:TaxCurrencyCode)',
  'PEPPOL-EN16931-R007': "/*/cbc:ProfileID = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'",
  'PEPPOL-EN16931-R008': "not(//*[not(*)][normalize-space(.) = ''])",
  'PEPPOL-EN16931-R010': `normalize-space(${BUYER}/cbc:EndpointID) != ''`,
  'PEPPOL-EN16931-R020': `normalize-space(${SELLER}/cbc:EndpointID) != ''`,
  'PEPPOL-EN16931-R051': 'not(//@currencyID[. != /*/cbc:DocumentCurrencyCode])',
  'PEPPOL-EN16931-R053': 'count(/*/cac:TaxTotal[cac:TaxSubtotal]) = 1',
  'PEPPOL-EN16931-R054': 'not(/*/cac:TaxTotal[not(cac:TaxSubtotal)])',
  'PEPPOL-EN16931-R120': `not(${LINES}[round(cbc:LineExtensionAmount * 100) != round((cbc:InvoicedQuantity | cbc:CreditedQuantity) * cac:Price/cbc:PriceAmount * 100)])`,
  'PEPPOL-EN16931-R121': 'not(//cac:Price/cbc:BaseQuantity)',
  'PEPPOL-EN16931-F001': `not(//*[contains(local-name(), 'Date')][not(${DAY})])`,
  'PEPPOL-EN16931-CL007': "not(//@currencyID[. != 'NOK'])",
  'PEPPOL-EN16931-CL008': "not(//cbc:EndpointID/@schemeID[. != '0192'])",
  'PEPPOL-EN16931-P0100': "not(/*/cbc:InvoiceTypeCode[. != '380'])",
  'PEPPOL-EN16931-P0101': "not(/*/cbc:CreditNoteTypeCode[. != '381'])",
  'PEPPOL-COMMON-R041': `not(//*[@schemeID = '0192'][not(${MOD11('.')})])`,
};

const NORWAY: Readonly<Record<string, string>> = {
  'NO-R-001': `not(${VAT_NUMBERS}[not(starts-with(., 'NO') and ${MOD11('substring(., 3, 9)')} and substring(., 12) = 'MVA')])`,
  // The published one warns also where a seller is in no register of companies, and then has nothing to say.
  'NO-R-002': `not(${SELLER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'TAX'][cbc:CompanyID != 'Foretaksregisteret'])`,
};

export const RULES: Readonly<Record<string, string>> = { ...EN16931_RULES, ...PEPPOL, ...NORWAY };
