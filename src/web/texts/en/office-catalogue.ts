/** The words of the office's pages about the catalogue in English, with the keys of the bokmål catalogue. */
import type { officeCatalogueNb } from '../nb/office-catalogue.ts';

export const officeCatalogueEn: typeof officeCatalogueNb = {
  officeCatalogue: 'Products and services',

  catalogue: {
    lead: 'What is for sale. A new price holds for new orders; those that were taken keep theirs.',
    none: 'The catalogue is empty. Add the first product below.',
    sku: 'Article number',
    kind: 'Kind',
    kinds: { goods: 'Goods', service: 'Service', 'add-on': 'Add-on service of a supplier' },
    nameNb: 'Name in bokmål',
    nameEn: 'Name in English',
    descriptionNb: 'Description in bokmål',
    descriptionEn: 'Description in English',
    price: 'Price without VAT',
    vatRate: 'VAT',
    durability: 'Time for consumers’ claims',
    durabilities: { normal: 'Two years', long: 'Five years: meant to last considerably longer' },
    inCatalogue: 'For sale',
    supplier: 'Supplier',
    noSupplier: 'Ourselves',
    shared: 'What the supplier must be told',
    sharedHint: 'For add-on services only. The customer sees this and accepts it by itself when ordering the add-on.',
    newProduct: 'New product or service',
    edit: (name) => `Change ${name}`,
    save: 'Save',
    saved: (name) => `“${name}” is saved.`,
    faultSku: 'Type an article number of letters, digits and hyphens, at most 40 characters.',
    faultTaken: 'Another product has this number.',
    faultText: 'Type this in both languages.',
    faultTooLong: 'The text is too long.',
    faultPrice: 'Type the price in kroner, for example 799.20.',
    faultSupplier: 'An add-on service needs a supplier and at least one piece of data. Other products have neither.',
  },
};
