/** Lines and VAT categories in UBL. */
import { type InvoiceDocument, netOf, type Seller } from '../documents/document.ts';
import { money, type Node } from './values.ts';

/** UN/ECE recommendation 20: one of whatever is sold. */
const UNIT = 'C62';

/** UNCL5305: standard rate (all rates above nothing), zero rate, outside VAT. */
function categoryOf(vatRate: number, { vatRegistered }: Seller): 'S' | 'Z' | 'O' {
  if (!vatRegistered) return 'O';
  return vatRate > 0 ? 'S' : 'Z';
}

/** @param withReason BR-O-10: the sum of what is outside VAT says why; a line does not. */
export function taxCategory(vatRate: number, seller: Seller, withReason: boolean): Node {
  const category = categoryOf(vatRate, seller);
  return {
    'cbc:ID': category,
    // BR-O-05: what is outside VAT has no rate, not even zero.
    ...(category === 'O' ? {} : { 'cbc:Percent': String(vatRate) }),
    ...(category === 'O' && withReason ? { 'cbc:TaxExemptionReason': 'Not subject to VAT' } : {}),
    'cac:TaxScheme': { 'cbc:ID': 'VAT' },
  };
}

export function linesOf({ kind, lines, currency, seller }: InvoiceDocument): Node {
  const [element, quantity] =
    kind === 'invoice' ? ['cac:InvoiceLine', 'cbc:InvoicedQuantity'] : ['cac:CreditNoteLine', 'cbc:CreditedQuantity'];
  return {
    [element]: lines.map((line) => ({
      'cbc:ID': String(line.lineNumber),
      [quantity]: { '@unitCode': UNIT, '#': String(line.quantity) },
      'cbc:LineExtensionAmount': money(netOf(line), currency),
      'cac:Item': {
        'cbc:Name': line.description,
        'cac:ClassifiedTaxCategory': taxCategory(line.vatRate, seller, false),
      },
      'cac:Price': { 'cbc:PriceAmount': money(line.unitPriceOre, currency) },
    })),
  };
}
