/**
 * Rules of EN 16931 and Peppol BIS Billing 3.0 by their published ids, written anew in XPath 1.0: each must be true.
 * Amounts are compared in whole øre. Code lists are cut down to the codes that Kept can write, and those beside them.
 */

const ORE = (sum: string): string => `round(${sum} * 100)`;
const CATEGORY = '//cac:TaxSubtotal/cac:TaxCategory/cbc:ID';
const SELLER = '/*/cac:AccountingSupplierParty/cac:Party';
const BUYER = '/*/cac:AccountingCustomerParty/cac:Party';
const LINES = "/*/*[local-name() = 'InvoiceLine' or local-name() = 'CreditNoteLine']";
const TOTAL = '/*/cac:LegalMonetaryTotal';

/** Modulus 11 of an organisation number, digit by digit. */
const MOD11 = (number: string): string => {
  const digit = (place: number): string => `substring(${number}, ${place}, 1)`;
  const sum = [3, 2, 7, 6, 5, 4, 3, 2].map((weight, at) => `${weight} * ${digit(at + 1)}`).join(' + ');
  return `string-length(${number}) = 9 and ((11 - ((${sum}) mod 11)) mod 11) = number(${digit(9)})`;
};

export const RULES: Readonly<Record<string, string>> = {
  'BR-02': "normalize-space(/*/cbc:ID) != ''",
  'BR-CL-01': "/*/cbc:InvoiceTypeCode = '380' or /*/cbc:CreditNoteTypeCode = '381'",
  'BR-CL-03': 'not(//@currencyID[. != /*/cbc:DocumentCurrencyCode])',
  'BR-CL-04': "/*/cbc:DocumentCurrencyCode = 'NOK'",
  'BR-CL-14': 'not(//cac:Country/cbc:IdentificationCode[string-length(.) != 2])',
  'BR-CL-16': "not(//cbc:PaymentMeansCode[. != '30' and . != '31' and . != '58'])",
  'BR-CL-17': `not(${CATEGORY}[not(contains('|S|Z|E|O|', concat('|', ., '|')))])`,
  'BR-CL-23': "not(//@unitCode[. != 'C62' and . != 'EA' and . != 'H87'])",
  'BR-CL-25': "not(//cbc:EndpointID[not(@schemeID = '0192')])",
  'BR-08': `${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode and ${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
  'BR-16': `count(${LINES}) > 0`,
  'BR-25': `not(${LINES}[normalize-space(cac:Item/cbc:Name) = ''])`,
  'BR-27': 'not(//cac:Price/cbc:PriceAmount[. < 0])',
  'BR-50': "not(//cac:PaymentMeans[cbc:PaymentMeansCode = '30' and not(cac:PayeeFinancialAccount/cbc:ID)])",
  'BR-CO-04': `not(${LINES}[not(cac:Item/cac:ClassifiedTaxCategory/cbc:ID)])`,
  'BR-CO-10': `${ORE(`sum(${LINES}/cbc:LineExtensionAmount)`)} = ${ORE(`${TOTAL}/cbc:LineExtensionAmount`)}`,
  'BR-CO-13': `${ORE(`${TOTAL}/cbc:TaxExclusiveAmount`)} = ${ORE(`${TOTAL}/cbc:LineExtensionAmount`)}`,
  'BR-CO-14': `${ORE('/*/cac:TaxTotal/cbc:TaxAmount')} = ${ORE('sum(//cac:TaxSubtotal/cbc:TaxAmount)')}`,
  'BR-CO-15': `${ORE(`${TOTAL}/cbc:TaxInclusiveAmount`)} = ${ORE(`(${TOTAL}/cbc:TaxExclusiveAmount + /*/cac:TaxTotal/cbc:TaxAmount)`)}`,
  'BR-CO-16': `${ORE(`${TOTAL}/cbc:PayableAmount`)} = ${ORE(`${TOTAL}/cbc:TaxInclusiveAmount`)}`,
  // Within an øre, as the published rule has it: the basis times the rate is no exact number here.
  'BR-CO-17':
    'not(//cac:TaxSubtotal[cac:TaxCategory/cbc:Percent][(cbc:TaxableAmount * cac:TaxCategory/cbc:Percent - cbc:TaxAmount * 100) > 0.75 or (cbc:TaxAmount * 100 - cbc:TaxableAmount * cac:TaxCategory/cbc:Percent) > 0.75])',
  'BR-CO-25': `/*/cbc:CreditNoteTypeCode or ${TOTAL}/cbc:PayableAmount <= 0 or /*/cbc:DueDate or /*/cac:PaymentTerms`,
  'BR-CO-26': `${SELLER}/cac:PartyLegalEntity/cbc:CompanyID or ${SELLER}/cac:PartyTaxScheme/cbc:CompanyID`,
  'BR-DEC-23': "not(//*[@currencyID][string-length(substring-after(., '.')) > 2])",
  'BR-S-02': `not(${CATEGORY}[. = 'S' or . = 'Z']) or ${SELLER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']/cbc:CompanyID`,
  'BR-S-05': "not(//cac:ClassifiedTaxCategory[cbc:ID = 'S'][not(cbc:Percent > 0)])",
  'BR-S-08': `not(//cac:TaxSubtotal[cac:TaxCategory/cbc:Percent][${ORE('cbc:TaxableAmount')} != ${ORE(
    `sum(${LINES}[cac:Item/cac:ClassifiedTaxCategory/cbc:Percent = 0]/cbc:LineExtensionAmount)`,
  )} and cac:TaxCategory/cbc:Percent = 0])`,
  'BR-Z-05': "not(//cac:ClassifiedTaxCategory[cbc:ID = 'Z'][not(cbc:Percent = 0)])",
  'BR-O-02': `not(${CATEGORY}[. = 'O']) or not(${SELLER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT'])`,
  'BR-O-05': "not(//cac:ClassifiedTaxCategory[cbc:ID = 'O'][cbc:Percent])",
  'BR-O-10': "not(//cac:TaxSubtotal/cac:TaxCategory[cbc:ID = 'O'][not(cbc:TaxExemptionReason)])",
  'BR-O-11': `not(${CATEGORY}[. = 'O']) or count(//cac:TaxSubtotal) = 1`,
  'PEPPOL-EN16931-R001': '/*/cbc:ProfileID',
  'PEPPOL-EN16931-R003':
    "/*/cbc:BuyerReference[normalize-space(.) != ''] or /*/cac:OrderReference/cbc:ID[normalize-space(.) != '']",
  'PEPPOL-EN16931-R004':
    "/*/cbc:CustomizationID = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'",
  'PEPPOL-EN16931-R007': "/*/cbc:ProfileID = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'",
  'PEPPOL-EN16931-R008': "not(//*[not(*)][normalize-space(.) = ''])",
  'PEPPOL-EN16931-R010': `normalize-space(${BUYER}/cbc:EndpointID) != ''`,
  'PEPPOL-EN16931-R020': `normalize-space(${SELLER}/cbc:EndpointID) != ''`,
  'PEPPOL-EN16931-R053': 'count(/*/cac:TaxTotal[cac:TaxSubtotal]) = 1',
  'PEPPOL-EN16931-R120': `not(${LINES}[round(cbc:LineExtensionAmount * 100) != round((cbc:InvoicedQuantity | cbc:CreditedQuantity) * cac:Price/cbc:PriceAmount * 100)])`,
  'PEPPOL-EN16931-F001':
    "not(//*[contains(local-name(), 'Date')][not(string-length(.) = 10 and substring(., 5, 1) = '-' and substring(., 8, 1) = '-')])",
  'PEPPOL-COMMON-R041 (seller)': MOD11(`string(${SELLER}/cbc:EndpointID)`),
  'PEPPOL-COMMON-R041 (buyer)': MOD11(`string(${BUYER}/cbc:EndpointID)`),
  'NO-R-001': `not(${SELLER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']) or (starts-with(${SELLER}/cac:PartyTaxScheme[1]/cbc:CompanyID, 'NO') and substring(${SELLER}/cac:PartyTaxScheme[1]/cbc:CompanyID, 12) = 'MVA' and string-length(${SELLER}/cac:PartyTaxScheme[1]/cbc:CompanyID) = 14)`,
};
