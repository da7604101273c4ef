/** Names and goods of the invented customers: each of them says that it is made up. */

export const FIRST_NAMES = [
  'Ada',
  'Ánte',
  'Bård',
  'Eli',
  'Frøya',
  'Gro',
  'Håkon',
  'Ingá',
  'Jon',
  'Kari',
  'Liv',
  'Máret',
];
export const LAST_NAMES = ['Eksempel', 'Prøvesen', 'Testvik', 'Liksomsen', 'Diktet', 'Påfunn', 'Oppdiktsen', 'Mønster'];
export const COMPANY_KINDS = ['Bakeri', 'Verksted', 'Kafé', 'Regnskap', 'Bygg', 'Hagesenter'];
export const PLACES = [
  ['7010', 'Trondheim'],
  ['0150', 'Oslo'],
  ['5003', 'Bergen'],
  ['9008', 'Tromsø'],
  ['9730', 'Kárášjohka'],
  ['4006', 'Stavanger'],
] as const;

interface Goods {
  readonly sku: string;
  readonly kind: 'goods' | 'service';
  readonly nb: readonly [name: string, description: string];
  readonly en: readonly [name: string, description: string];
  readonly priceOre: number;
  readonly vatRate: number;
  readonly durability: 'normal' | 'long';
}

export const CATALOGUE: readonly Goods[] = [
  {
    ...{ sku: 'ES-100', kind: 'goods', priceOre: 79_920, vatRate: 25, durability: 'normal' },
    nb: ['Tursko', 'Lette sko til skog og sti.'],
    en: ['Walking shoes', 'Light shoes for woods and paths.'],
  },
  {
    ...{ sku: 'ES-110', kind: 'goods', priceOre: 159_920, vatRate: 25, durability: 'long' },
    nb: ['Fjellstøvler', 'Støvler med såle som kan byttes.'],
    en: ['Mountain boots', 'Boots with a sole that can be replaced.'],
  },
  {
    ...{ sku: 'ES-120', kind: 'goods', priceOre: 15_920, vatRate: 25, durability: 'normal' },
    nb: ['Ullsokker, to par', 'Varme sokker av norsk ull.'],
    en: ['Woollen socks, two pairs', 'Warm socks of Norwegian wool.'],
  },
  {
    ...{ sku: 'ES-200', kind: 'service', priceOre: 39_920, vatRate: 25, durability: 'normal' },
    nb: ['Tilpasning av såler', 'Vi måler foten og former sålen.'],
    en: ['Fitting of insoles', 'We measure your foot and shape the insole.'],
  },
  {
    ...{ sku: 'ES-210', kind: 'service', priceOre: 23_920, vatRate: 25, durability: 'normal' },
    nb: ['Skopleie', 'Rens, impregnering og nye lisser.'],
    en: ['Shoe care', 'Cleaning, waterproofing and new laces.'],
  },
  {
    ...{ sku: 'ES-300', kind: 'goods', priceOre: 10_348, vatRate: 15, durability: 'normal' },
    nb: ['Turmat', 'Tørket mat til én tur.'],
    en: ['Trail food', 'Dried food for one walk.'],
  },
];
