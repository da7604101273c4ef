/** What somebody typed about a product: checked, and either the product or a message at each field. */
import { isSharedField, type Product, SHARED_FIELDS } from '../../../register/index.ts';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import type { Typed } from '../../forms/read-person.ts';
import { readAmount } from '../../forms/read-values.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';

export const KINDS = ['goods', 'service', 'add-on'] as const;
export const VAT_RATES = [25, 15, 12, 0] as const;
export const DURABILITIES = ['normal', 'long'] as const;
const WORDS = ['nameNb', 'nameEn', 'descriptionNb', 'descriptionEn'] as const;
export const LONGEST = { nameNb: 200, nameEn: 200, descriptionNb: 1_000, descriptionEn: 1_000 } as const;
const shared = SHARED_FIELDS.map((field) => `share-${field}` as const);

export const FIELDS = [
  ...(['product', 'sku', 'kind', ...WORDS, 'price', 'vatRate', 'durability', 'inCatalogue', 'supplier'] as const),
  ...shared,
] as const;

/** The fields of the form as they stand for a product. */
export const valuesOf = (product: Product): Record<string, string> => ({
  ...{ product: product.product_id, sku: product.sku, kind: product.kind, vatRate: String(product.vat_rate) },
  ...{ nameNb: product.name_nb, nameEn: product.name_en, supplier: product.supplier_id ?? '' },
  ...{ descriptionNb: product.description_nb, descriptionEn: product.description_en, durability: product.durability },
  ...{ price: (product.price_ore / 100).toFixed(2).replace('.', ','), inCatalogue: product.in_catalogue ? 'yes' : '' },
  ...Object.fromEntries(product.shared_fields.map((field) => [`share-${field}`, 'yes'])),
});

/** @param suppliers Ids of those that can be chosen. */
export function readProduct(
  { frame }: Pick<Desk, 'frame'>,
  typed: Typed,
  productId: string,
  suppliers: readonly string[],
): { readonly product: Product; readonly faults: Record<string, string> } {
  const { catalogue } = officeTextsIn(frame.language);
  const get = (name: string): string => (typed[name] ?? '').trim();
  const faults: Record<string, string> = {};
  if (!/^[A-Za-z0-9-]{1,40}$/.test(get('sku'))) faults.sku = catalogue.faultSku;
  for (const name of WORDS) {
    if (get(name) === '') faults[name] = catalogue.faultText;
    else if (get(name).length > LONGEST[name]) faults[name] = catalogue.faultTooLong;
    const number = forbiddenNumberFault(get(name), frame.language);
    if (number !== null) faults[name] = number;
  }
  const price = readAmount(get('price'));
  if (price === null || price === undefined || price < 0) faults.price = catalogue.faultPrice;
  const kind = KINDS.find((one) => one === get('kind')) ?? 'goods';
  const supplierId = suppliers.find((id) => id === get('supplier')) ?? null;
  const fields = SHARED_FIELDS.filter((field) => typed[`share-${field}`] === 'yes').filter(isSharedField);
  const provided = supplierId !== null && fields.length > 0;
  const ours = supplierId === null && fields.length === 0;
  if (kind === 'add-on' ? !provided : !ours) faults.supplier = catalogue.faultSupplier;
  const product: Product = {
    ...{ product_id: productId, sku: get('sku'), kind, name_nb: get('nameNb'), name_en: get('nameEn') },
    ...{ description_nb: get('descriptionNb'), description_en: get('descriptionEn'), price_ore: price ?? 0 },
    vat_rate: VAT_RATES.find((rate) => String(rate) === get('vatRate')) ?? 25,
    durability: DURABILITIES.find((one) => one === get('durability')) ?? 'normal',
    ...{ in_catalogue: typed.inCatalogue === 'yes', supplier_id: supplierId, shared_fields: [...fields] },
  };
  return { product, faults };
}
