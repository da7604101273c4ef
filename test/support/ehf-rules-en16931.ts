/**
 * Rules of EN 16931 for UBL by their published ids, said anew in XPath 1.0: each must be true. All that can apply to what
 * Kept writes are here; those of charges, allowances, prepayment, cards, direct debit, attachments, periods, payees and
 * tax representatives are not, since the structure beside this lets none of these in, and neither are those that count
 * elements (UBL-SR) or warn of ones that are not used (UBL-CR, UBL-DT), which the structure and the syntax do. Amounts are compared in whole øre,
 * also where the published rule lets a whole krone pass.
 */

export const ORE = (sum: string): string => `round(${sum} * 100)`;
export const SELLER = '/*/cac:AccountingSupplierParty/cac:Party';
export const BUYER = '/*/cac:AccountingCustomerParty/cac:Party';
export const LINES = "/*/*[local-name() = 'InvoiceLine' or local-name() = 'CreditNoteLine']";
const TOTAL = '/*/cac:LegalMonetaryTotal';
const SUBTOTAL = '/*/cac:TaxTotal/cac:TaxSubtotal';
const LINE_CATEGORY = `${LINES}/cac:Item/cac:ClassifiedTaxCategory`;
const VAT_OF = (party: string): string => `${party}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']`;
/** Rates above nothing that there are in Norway. */
const RATES = [12, 15, 25];

const filled = (path: string): string => `normalize-space(${path}) != ''`;
/** Nothing that the first path finds lacks the second. */
const each = (path: string, has: string): string => `not(${path}[not(${has})])`;
const oneOf = (codes: string): string => `contains('|${codes}|', concat('|', ., '|'))`;
/** VAT is its basis times the rate, to the øre: the quotient is no exact number here. */
const COUNTED =
  '(cbc:TaxableAmount * cac:TaxCategory/cbc:Percent - cbc:TaxAmount * 100) <= 0.75 and (cbc:TaxAmount * 100 - cbc:TaxableAmount * cac:TaxCategory/cbc:Percent) <= 0.75';

const sumOf = (category: string, rate: string): string =>
  `${ORE(`sum(${SUBTOTAL}[cac:TaxCategory[cbc:ID = '${category}'${rate}]]/cbc:TaxableAmount)`)} = ${ORE(
    `sum(${LINES}[cac:Item/cac:ClassifiedTaxCategory[cbc:ID = '${category}'${rate}]]/cbc:LineExtensionAmount)`,
  )}`;
const exactlyOne = (category: string): string =>
  `count(${SUBTOTAL}[cac:TaxCategory/cbc:ID = '${category}']) = number(boolean(${LINE_CATEGORY}[cbc:ID = '${category}']))`;
const withoutReason = (category: string): string =>
  `not(${SUBTOTAL}/cac:TaxCategory[cbc:ID = '${category}'][cbc:TaxExemptionReason or cbc:TaxExemptionReasonCode])`;

const DOCUMENT: Readonly<Record<string, string>> = {
  'BR-01': filled('/*/cbc:CustomizationID'),
  'BR-02': filled('/*/cbc:ID'),
  'BR-03': filled('/*/cbc:IssueDate'),
  'BR-04': filled('(/*/cbc:InvoiceTypeCode | /*/cbc:CreditNoteTypeCode)'),
  'BR-05': filled('/*/cbc:DocumentCurrencyCode'),
  'BR-55': each('/*/cac:BillingReference', filled('cac:InvoiceDocumentReference/cbc:ID')),
  'BR-CL-01': "/*/cbc:InvoiceTypeCode = '380' or /*/cbc:CreditNoteTypeCode = '381'",
  'BR-CL-03': 'not(//@currencyID[. != /*/cbc:DocumentCurrencyCode])',
  'BR-CL-04': "/*/cbc:DocumentCurrencyCode = 'NOK'",
  'UBL-DT-01': "not(//*[@currencyID][string-length(substring-after(., '.')) > 2])",
};

const PARTIES: Readonly<Record<string, string>> = {
  'BR-06': filled(`${SELLER}/cac:PartyLegalEntity/cbc:RegistrationName`),
  'BR-07': filled(`${BUYER}/cac:PartyLegalEntity/cbc:RegistrationName`),
  'BR-08': `${SELLER}/cac:PostalAddress`,
  'BR-09': filled(`${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`),
  'BR-10': `${BUYER}/cac:PostalAddress`,
  'BR-11': filled(`${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`),
  'BR-57': each('//cac:DeliveryLocation/cac:Address', filled('cac:Country/cbc:IdentificationCode')),
  'BR-62': `${SELLER}/cbc:EndpointID/@schemeID`,
  'BR-63': `${BUYER}/cbc:EndpointID/@schemeID`,
  'BR-CO-09': each(`${VAT_OF('//cac:Party')}/cbc:CompanyID`, "starts-with(., 'NO')"),
  'BR-CO-26': `${SELLER}/cac:PartyLegalEntity/cbc:CompanyID or ${VAT_OF(SELLER)}/cbc:CompanyID`,
  'BR-CL-11': each('//cac:PartyLegalEntity/cbc:CompanyID/@schemeID', oneOf('0192')),
  'BR-CL-14':
    "not(//cac:Country/cbc:IdentificationCode[translate(., 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '') != '' or string-length(.) != 2])",
  'BR-CL-25': each('//cbc:EndpointID', "@schemeID = '0192'"),
  'UBL-SR-42': `count(${SELLER}/cac:PartyTaxScheme) <= 2`,
  'UBL-SR-51': 'not(//cac:AddressLine[preceding-sibling::cac:AddressLine])',
  'UBL-SR-53': each('//cac:PartyTaxScheme', filled('cbc:CompanyID')),
};

const LINE: Readonly<Record<string, string>> = {
  'BR-16': LINES,
  'BR-21': each(LINES, filled('cbc:ID')),
  'BR-22': each(LINES, 'cbc:InvoicedQuantity or cbc:CreditedQuantity'),
  'BR-23': each(LINES, '(cbc:InvoicedQuantity | cbc:CreditedQuantity)/@unitCode'),
  'BR-24': each(LINES, 'cbc:LineExtensionAmount'),
  'BR-25': each(LINES, filled('cac:Item/cbc:Name')),
  'BR-26': each(LINES, 'cac:Price/cbc:PriceAmount'),
  'BR-27': 'not(//cac:Price/cbc:PriceAmount[. < 0])',
  'BR-CO-04': each(LINES, "cac:Item/cac:ClassifiedTaxCategory[cac:TaxScheme/cbc:ID = 'VAT']/cbc:ID"),
  'BR-CL-18': each(`${LINE_CATEGORY}/cbc:ID`, oneOf('S|Z|E|O')),
  'BR-CL-23': each('//@unitCode', oneOf('C62|EA|H87')),
};

const TOTALS: Readonly<Record<string, string>> = {
  'BR-12': `${TOTAL}/cbc:LineExtensionAmount`,
  'BR-13': `${TOTAL}/cbc:TaxExclusiveAmount`,
  'BR-14': `${TOTAL}/cbc:TaxInclusiveAmount`,
  'BR-15': `${TOTAL}/cbc:PayableAmount`,
  'BR-CO-10': `${ORE(`sum(${LINES}/cbc:LineExtensionAmount)`)} = ${ORE(`${TOTAL}/cbc:LineExtensionAmount`)}`,
  'BR-CO-13': `${ORE(`${TOTAL}/cbc:TaxExclusiveAmount`)} = ${ORE(`${TOTAL}/cbc:LineExtensionAmount`)}`,
  'BR-CO-14': `${ORE('/*/cac:TaxTotal/cbc:TaxAmount')} = ${ORE(`sum(${SUBTOTAL}/cbc:TaxAmount)`)}`,
  'BR-CO-15': `${ORE(`${TOTAL}/cbc:TaxInclusiveAmount`)} = ${ORE(`(${TOTAL}/cbc:TaxExclusiveAmount + /*/cac:TaxTotal/cbc:TaxAmount)`)}`,
  'BR-CO-16': `${ORE(`${TOTAL}/cbc:PayableAmount`)} = ${ORE(`${TOTAL}/cbc:TaxInclusiveAmount`)}`,
  'BR-CO-25': `/*/cbc:CreditNoteTypeCode or ${TOTAL}/cbc:PayableAmount <= 0 or /*/cbc:DueDate or /*/cac:PaymentTerms/cbc:Note`,
  'BR-49': each('//cac:PaymentMeans', filled('cbc:PaymentMeansCode')),
  'BR-50': each('//cac:PayeeFinancialAccount', filled('cbc:ID')),
  'BR-61': each(
    "//cac:PaymentMeans[cbc:PaymentMeansCode = '30' or cbc:PaymentMeansCode = '58']",
    filled('cac:PayeeFinancialAccount/cbc:ID'),
  ),
  'BR-CL-16': each('//cbc:PaymentMeansCode', oneOf('30|31|58')),
};

const VAT: Readonly<Record<string, string>> = {
  'BR-45': each(SUBTOTAL, 'cbc:TaxableAmount'),
  'BR-46': each(SUBTOTAL, 'cbc:TaxAmount'),
  'BR-47': each(SUBTOTAL, "cac:TaxCategory[cac:TaxScheme/cbc:ID = 'VAT']/cbc:ID"),
  'BR-48': each(SUBTOTAL, "cac:TaxCategory/cbc:Percent or cac:TaxCategory/cbc:ID = 'O'"),
  'BR-CL-17': each(`${SUBTOTAL}/cac:TaxCategory/cbc:ID`, oneOf('S|Z|E|O')),
  'BR-CO-17': each(`${SUBTOTAL}[cac:TaxCategory/cbc:Percent]`, COUNTED),
  'BR-CO-18': SUBTOTAL,
  'BR-S-01': `boolean(${LINE_CATEGORY}[cbc:ID = 'S']) = boolean(${SUBTOTAL}[cac:TaxCategory/cbc:ID = 'S'])`,
  'BR-S-02': `not(${LINE_CATEGORY}[cbc:ID = 'S']) or ${VAT_OF(SELLER)}/cbc:CompanyID`,
  'BR-S-05': each(`${LINE_CATEGORY}[cbc:ID = 'S']`, 'cbc:Percent > 0'),
  // Every rate that a line has is one of Norway's, and so is summed up here.
  'BR-S-08': [
    each(`//*[cbc:ID = 'S']/cbc:Percent`, RATES.map((rate) => `. = ${rate}`).join(' or ')),
    ...RATES.map((rate) => sumOf('S', ` and cbc:Percent = ${rate}`)),
    ...RATES.map((rate) => `count(${SUBTOTAL}[cac:TaxCategory/cbc:Percent = ${rate}]) <= 1`),
  ].join(' and '),
  'BR-S-09': each(`${SUBTOTAL}[cac:TaxCategory/cbc:ID = 'S']`, COUNTED),
  'BR-S-10': withoutReason('S'),
  'BR-Z-01': exactlyOne('Z'),
  'BR-Z-02': `not(${LINE_CATEGORY}[cbc:ID = 'Z']) or ${VAT_OF(SELLER)}/cbc:CompanyID`,
  'BR-Z-05': each(`${LINE_CATEGORY}[cbc:ID = 'Z']`, 'cbc:Percent = 0'),
  'BR-Z-08': sumOf('Z', ''),
  'BR-Z-09': each(`${SUBTOTAL}[cac:TaxCategory/cbc:ID = 'Z']`, 'cbc:TaxAmount = 0'),
  'BR-Z-10': withoutReason('Z'),
  'BR-O-01': exactlyOne('O'),
  'BR-O-02': `not(${LINE_CATEGORY}[cbc:ID = 'O']) or not(${VAT_OF(SELLER)} or ${VAT_OF(BUYER)})`,
  'BR-O-05': `not(${LINE_CATEGORY}[cbc:ID = 'O'][cbc:Percent])`,
  'BR-O-08': sumOf('O', ''),
  'BR-O-09': each(`${SUBTOTAL}[cac:TaxCategory/cbc:ID = 'O']`, 'cbc:TaxAmount = 0'),
  'BR-O-10': each(`${SUBTOTAL}/cac:TaxCategory[cbc:ID = 'O']`, filled('cbc:TaxExemptionReason')),
  'BR-O-11': `not(${SUBTOTAL}[cac:TaxCategory/cbc:ID = 'O']) or count(${SUBTOTAL}) = 1`,
  'BR-O-12': `not(${SUBTOTAL}[cac:TaxCategory/cbc:ID = 'O']) or not(${LINE_CATEGORY}[cbc:ID != 'O'])`,
};

/** Two decimals at most. */
const DECIMALS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'BR-DEC-09': `${TOTAL}/cbc:LineExtensionAmount`,
    'BR-DEC-12': `${TOTAL}/cbc:TaxExclusiveAmount`,
    'BR-DEC-13': '/*/cac:TaxTotal/cbc:TaxAmount',
    'BR-DEC-14': `${TOTAL}/cbc:TaxInclusiveAmount`,
    'BR-DEC-18': `${TOTAL}/cbc:PayableAmount`,
    'BR-DEC-19': `${SUBTOTAL}/cbc:TaxableAmount`,
    'BR-DEC-20': `${SUBTOTAL}/cbc:TaxAmount`,
    'BR-DEC-23': `${LINES}/cbc:LineExtensionAmount`,
  }).map(([id, path]) => [id, each(path, "string-length(substring-after(., '.')) <= 2")]),
);

export const EN16931_RULES: Readonly<Record<string, string>> = {
  ...DOCUMENT,
  ...PARTIES,
  ...LINE,
  ...TOTALS,
  ...VAT,
  ...DECIMALS,
};
