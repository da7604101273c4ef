/**
 * What can be imported, and which column of a file is most likely which field: by the words that people head their
 * columns with in both languages. The guess is shown and can be changed.
 */

export type ImportKind = 'customers' | 'contacts' | 'orders';

export const IMPORT_KINDS = ['customers', 'contacts', 'orders'] as const satisfies readonly ImportKind[];

/** The purpose that an import acts for. */
export const PURPOSE_OF_IMPORT = {
  customers: 'customer-administration',
  contacts: 'customer-administration',
  orders: 'ordering',
} as const satisfies Record<ImportKind, string>;

export interface ImportField {
  readonly name: string;
  readonly required: boolean;
  /** Headers that mean it, in lower case without anything but letters and digits. */
  readonly words: readonly string[];
}

const field = (name: string, required: boolean, words: string): ImportField => ({
  ...{ name, required },
  words: words.split(' '),
});

const EMAIL = 'epost epostadresse email emailaddress mail mailadresse mailaddress';
const PHONE = 'telefon telefonnummer tlf mobil mobilnummer mobiltelefon phone phonenumber telephone mobile cell';

export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  customers: [
    field(
      'legalName',
      true,
      'navn kundenavn juridisknavn firmanavn firma name legalname customername companyname fullname',
    ),
    field('email', true, EMAIL),
    field('kind', false, 'type kundetype slag privatellerbedrift kind customertype'),
    field(
      'organisationNumber',
      false,
      'orgnr organisasjonsnummer orgnummer organisationnumber orgno organizationnumber',
    ),
    field('phone', false, PHONE),
    field('street', false, 'adresse gateadresse gate postadresse address street streetaddress address1 adresse1'),
    field('postalCode', false, 'postnummer postnr postalcode postcode zip zipcode'),
    field('city', false, 'poststed sted by city town'),
    field('language', false, 'språk målform language preferredlanguage'),
  ],
  contacts: [
    field(
      'company',
      true,
      'bedrift bedriftensorgnr orgnr organisasjonsnummer kundenummer kundenr company organisationnumber customernumber customer kunde',
    ),
    field('fullName', true, 'navn kontaktperson kontakt fultnavn name contact contactperson fullname'),
    field('position', false, 'stilling tittel rolle position title role'),
    field('email', false, EMAIL),
    field('phone', false, PHONE),
  ],
  orders: [
    field('customer', true, 'kunde kundenummer kundenr epost epostadresse customer customernumber email emailaddress'),
    field(
      'order',
      true,
      'bestilling bestillingsnummer ordre ordrenummer ordrenr referanse order ordernumber orderno reference',
    ),
    field('sku', true, 'varenummer varenr vare artikkel artikkelnummer produkt sku item itemnumber product'),
    field('quantity', true, 'antall mengde stk quantity qty number'),
    field('placedOn', true, 'dato bestillingsdato ordredato bestilt date orderdate placedon ordered'),
    field('price', false, 'pris enhetspris stykkpris priseksmva price unitprice'),
  ],
};

/** By field the place of its column, from 0. */
export type ColumnMapping = Readonly<Record<string, number>>;

const simplified = (header: string): string => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Whole words first; then headers that begin with one, as «E-post (faktura)». Each column goes to one field. */
export function guessMapping(kind: ImportKind, header: readonly string[]): ColumnMapping {
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  const names = header.map(simplified);
  const fits = [
    (name: string, word: string): boolean => name === word,
    (name: string, word: string): boolean => word.length >= 4 && name.startsWith(word),
  ];
  for (const fit of fits) {
    for (const { name, words } of IMPORT_FIELDS[kind]) {
      if (mapping[name] !== undefined) continue;
      // The word that stands first is the surest.
      const at = words.map((word) => names.findIndex((one, index) => !taken.has(index) && fit(one, word)));
      const column = at.find((index) => index !== -1);
      if (column === undefined) continue;
      mapping[name] = column;
      taken.add(column);
    }
  }
  return mapping;
}

export type MappingFault =
  | { readonly code: 'field-missing'; readonly field: string }
  | { readonly code: 'column-twice'; readonly field: string; readonly column: number }
  | { readonly code: 'column-unknown'; readonly field: string };

/** What is wrong with a mapping as somebody chose it. */
export function mappingFaults(kind: ImportKind, mapping: ColumnMapping, columns: number): readonly MappingFault[] {
  const faults: MappingFault[] = [];
  const used = new Map<number, string>();
  for (const { name, required } of IMPORT_FIELDS[kind]) {
    const column = mapping[name];
    if (column === undefined) {
      if (required) faults.push({ code: 'field-missing', field: name });
      continue;
    }
    if (!Number.isInteger(column) || column < 0 || column >= columns) {
      faults.push({ code: 'column-unknown', field: name });
    } else if (used.has(column)) faults.push({ code: 'column-twice', field: name, column });
    else used.set(column, name);
  }
  return faults;
}
