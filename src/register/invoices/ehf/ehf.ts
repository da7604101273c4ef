/**
 * Invoices and credit notes as EHF Billing 3.0, which is Peppol BIS Billing 3.0 in UBL 2.1: what a company's own system
 * takes in. The order of the elements is that of the UBL schema; the rules named are those of Peppol and EN 16931.
 */
import { create } from 'xmlbuilder2';
import { isOrganisationNumber } from '../../../policy/index.ts';
import { type InvoiceDocument, sellerIban, type Totals, totalsOf } from '../documents/document.ts';
import { addressOf } from './address.ts';
import { linesOf, taxCategory } from './lines.ts';
import { customerParty, supplierParty } from './parties.ts';
import { money, type Node } from './values.ts';

/** Why there can be no EHF of a document. */
export type EhfFault = 'no-buyer-organisation' | 'vat-without-registration';

export function ehfFault({ buyer, seller, lines }: InvoiceDocument): EhfFault | null {
  // PEPPOL-EN16931-R010: the buyer has an electronic address, in Norway the organisation number.
  if (buyer.organisationNumber === null || !isOrganisationNumber(buyer.organisationNumber))
    return 'no-buyer-organisation';
  // BR-S-02: whoever charges VAT has a VAT number.
  return !seller.vatRegistered && lines.some(({ vatRate }) => vatRate > 0) ? 'vat-without-registration' : null;
}

const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
/** UNCL1001 and UNCL4461: commercial invoice, credit note, credit transfer. */
const CODES = { invoice: '380', creditNote: '381', creditTransfer: '30' };

/** @throws Error when `ehfFault` finds one. */
export function ehfOf(document: InvoiceDocument): string {
  const fault = ehfFault(document);
  if (fault !== null) throw new Error(`no EHF can be made of ${document.kind} ${document.number}: ${fault}`);
  const isInvoice = document.kind === 'invoice';
  const root = isInvoice ? 'Invoice' : 'CreditNote';
  const namespaces = {
    '@xmlns': `${UBL}${root}-2`,
    '@xmlns:cac': `${UBL}CommonAggregateComponents-2`,
    '@xmlns:cbc': `${UBL}CommonBasicComponents-2`,
  };
  const body = { ...namespaces, ...head(document), ...foot(document) };
  // A character that XML cannot hold is left out rather than making the whole document unreadable.
  const xml = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' }, { [root]: body });
  return xml.end({ prettyPrint: true });
}

function head(document: InvoiceDocument): Node {
  const isInvoice = document.kind === 'invoice';
  const { number, issuedOn, dueOn, currency, buyer, orderNumber, credits } = document;
  return {
    'cbc:CustomizationID': CUSTOMIZATION,
    'cbc:ProfileID': PROFILE,
    'cbc:ID': String(number),
    'cbc:IssueDate': issuedOn,
    ...(isInvoice
      ? { 'cbc:DueDate': dueOn, 'cbc:InvoiceTypeCode': CODES.invoice }
      : { 'cbc:CreditNoteTypeCode': CODES.creditNote }),
    'cbc:DocumentCurrencyCode': currency,
    ...(buyer.reference === null ? {} : { 'cbc:BuyerReference': buyer.reference }),
    // R003 wants a reference of the buyer's. Where there is none, the order is named as ours, and theirs as not given.
    ...(orderNumber === null
      ? { 'cac:OrderReference': { 'cbc:ID': 'NA' } }
      : { 'cac:OrderReference': { 'cbc:ID': 'NA', 'cbc:SalesOrderID': String(orderNumber) } }),
    ...(credits === null
      ? {}
      : {
          'cac:BillingReference': {
            'cac:InvoiceDocumentReference': { 'cbc:ID': String(credits.number), 'cbc:IssueDate': credits.issuedOn },
          },
        }),
  };
}

function foot(document: InvoiceDocument): Node {
  const totals = totalsOf(document.lines);
  return {
    'cac:AccountingSupplierParty': { 'cac:Party': supplierParty(document.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': customerParty(document.buyer) },
    ...deliveryOf(document),
    ...paymentOf(document),
    'cac:TaxTotal': taxTotal(document, totals),
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': money(totals.netOre, document.currency),
      'cbc:TaxExclusiveAmount': money(totals.netOre, document.currency),
      'cbc:TaxInclusiveAmount': money(totals.totalOre, document.currency),
      'cbc:PayableAmount': money(totals.totalOre, document.currency),
    },
    ...linesOf(document),
  };
}

function deliveryOf({ delivery: { on, place } }: InvoiceDocument): Node {
  if (on === null && place === null) return {};
  return {
    'cac:Delivery': {
      ...(on === null ? {} : { 'cbc:ActualDeliveryDate': on }),
      ...(place === null ? {} : { 'cac:DeliveryLocation': { 'cac:Address': addressOf(place) } }),
    },
  };
}

function paymentOf({ kind, paymentReference, seller }: InvoiceDocument): Node {
  if (kind === 'credit-note') return {};
  return {
    'cac:PaymentMeans': {
      'cbc:PaymentMeansCode': CODES.creditTransfer,
      ...(paymentReference === null ? {} : { 'cbc:PaymentID': paymentReference }),
      'cac:PayeeFinancialAccount': { 'cbc:ID': sellerIban(seller) },
    },
  };
}

function taxTotal({ currency, seller }: InvoiceDocument, { byRate, vatOre }: Totals): Node {
  return {
    'cbc:TaxAmount': money(vatOre, currency),
    'cac:TaxSubtotal': byRate.map((rate) => ({
      'cbc:TaxableAmount': money(rate.netOre, currency),
      'cbc:TaxAmount': money(rate.vatOre, currency),
      'cac:TaxCategory': taxCategory(rate.vatRate, seller, true),
    })),
  };
}
