/**
 * The order and number of elements in a Peppol BIS Billing 3.0 document, written from UBL 2.1 and its restriction by
 * Peppol: just what such an invoice may hold of what Kept writes. Peppol's own syntax (ehf-syntax.ts) lets more in, and
 * knows no credit note.
 */

/** `name`: once; `name?`: at most once; `name+`: at least once; `name*`: as often as wanted. In this order, and nothing else. */
type Children = string;

const PARTY: Children =
  'cbc:EndpointID cac:PartyIdentification* cac:PartyName? cac:PostalAddress cac:PartyTaxScheme* cac:PartyLegalEntity cac:Contact?';
const REFERENCES: Children = 'cac:OrderReference? cac:BillingReference*';
const BODY: Children =
  'cac:AccountingSupplierParty cac:AccountingCustomerParty cac:Delivery? cac:PaymentMeans* cac:PaymentTerms? cac:AllowanceCharge* cac:TaxTotal cac:LegalMonetaryTotal';
const ADDRESS: Children =
  'cbc:StreetName? cbc:AdditionalStreetName? cbc:CityName? cbc:PostalZone? cbc:CountrySubentity? cac:AddressLine? cac:Country';

/** By the element, or by its parent and it where it differs. */
export const STRUCTURE: Readonly<Record<string, Children>> = {
  Invoice: `cbc:CustomizationID cbc:ProfileID cbc:ID cbc:IssueDate cbc:DueDate? cbc:InvoiceTypeCode cbc:Note? cbc:TaxPointDate? cbc:DocumentCurrencyCode cbc:BuyerReference? ${REFERENCES} ${BODY} cac:InvoiceLine+`,
  CreditNote: `cbc:CustomizationID cbc:ProfileID cbc:ID cbc:IssueDate cbc:TaxPointDate? cbc:CreditNoteTypeCode cbc:Note? cbc:DocumentCurrencyCode cbc:BuyerReference? ${REFERENCES} ${BODY} cac:CreditNoteLine+`,
  'cac:OrderReference': 'cbc:ID cbc:SalesOrderID?',
  'cac:BillingReference': 'cac:InvoiceDocumentReference',
  'cac:InvoiceDocumentReference': 'cbc:ID cbc:IssueDate?',
  'cac:AccountingSupplierParty': 'cac:Party',
  'cac:AccountingCustomerParty': 'cac:Party',
  'cac:Party': PARTY,
  'cac:PartyName': 'cbc:Name',
  'cac:PostalAddress': ADDRESS,
  'cac:Address': ADDRESS,
  'cac:AddressLine': 'cbc:Line',
  'cac:Country': 'cbc:IdentificationCode',
  'cac:PartyTaxScheme': 'cbc:CompanyID cac:TaxScheme',
  'cac:TaxScheme': 'cbc:ID',
  'cac:PartyLegalEntity': 'cbc:RegistrationName cbc:CompanyID?',
  'cac:Contact': 'cbc:Name? cbc:Telephone? cbc:ElectronicMail?',
  'cac:Delivery': 'cbc:ActualDeliveryDate? cac:DeliveryLocation?',
  'cac:DeliveryLocation': 'cbc:ID? cac:Address?',
  'cac:PaymentMeans': 'cbc:PaymentMeansCode cbc:PaymentID? cac:PayeeFinancialAccount?',
  'cac:PayeeFinancialAccount': 'cbc:ID cbc:Name?',
  'cac:TaxTotal': 'cbc:TaxAmount cac:TaxSubtotal+',
  'cac:TaxSubtotal': 'cbc:TaxableAmount cbc:TaxAmount cac:TaxCategory',
  'cac:TaxCategory': 'cbc:ID cbc:Percent? cbc:TaxExemptionReasonCode? cbc:TaxExemptionReason? cac:TaxScheme',
  'cac:LegalMonetaryTotal':
    'cbc:LineExtensionAmount cbc:TaxExclusiveAmount cbc:TaxInclusiveAmount cbc:AllowanceTotalAmount? cbc:ChargeTotalAmount? cbc:PrepaidAmount? cbc:PayableRoundingAmount? cbc:PayableAmount',
  'cac:InvoiceLine': 'cbc:ID cbc:Note? cbc:InvoicedQuantity cbc:LineExtensionAmount cac:Item cac:Price',
  'cac:CreditNoteLine': 'cbc:ID cbc:Note? cbc:CreditedQuantity cbc:LineExtensionAmount cac:Item cac:Price',
  'cac:Item': 'cbc:Description? cbc:Name cac:ClassifiedTaxCategory',
  'cac:ClassifiedTaxCategory': 'cbc:ID cbc:Percent? cac:TaxScheme',
  'cac:Price': 'cbc:PriceAmount cbc:BaseQuantity?',
};

/** Attributes that an element must have. */
export const ATTRIBUTES: readonly (readonly [names: RegExp, attribute: string])[] = [
  [/Amount$/, 'currencyID'],
  [/Quantity$/, 'unitCode'],
  [/^cbc:EndpointID$/, 'schemeID'],
];
