/** Names as they are spread in Norway: a few that very many have, and thousands that few have. */
const FIRST =
  'Ola Kari Per Anne Jan Inger Bjørn Kristin Lars Marit Kjell Liv Knut Berit Svein Astrid Arne Randi Thomas Solveig Geir Ida Hans Nora Morten Emma Tor Sofie Terje Ingrid Odd Silje Erik Hilde Harald Bente Martin Tone Andreas Heidi John Elisabeth Ole Camilla Leif Julie Rune Hanne Trond Linda Tore Maria Pål Eva Magnus Ellen Nils Anna Olav Ragnhild Bjørnar Synnøve Kristoffer Christian Åse Aslaug Máret Ánte Ingá Øystein Håkon Gøran Sigrid Frøya Torbjørn Vegard Åshild Mathias Philip Jonas Bård Gro Eli Jens Turid Einar Sverre Wenche Gunnar Reidar Roar Stian Espen Frode Håvard Ivar Jostein Kåre Mona Nina';
const COMMON =
  'Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Halvorsen Lund Dahl Henriksen Jørgensen Sørensen Hanssen Bakken Moen Solberg Lie Strand Sæther Ali Moe Ødegård Aas Lunde Bråthen';
const STARTS =
  'Berg Haug Dal Lund Sol Vik Nord Sør Øst Vest Stein Skog Eik Bjørk Gran Furu Sand Myr Hol Fjell Ås Heg Tveit Rød Kval Stor Små Lang Brei Grøn Kvit Svart Høg Lav Ned Opp Inn Ut Mid Torp Bø Lø Hå Tøm Rei Ske Kjø Trå Gil Hel Bru Mo Sæt Vol Nes Elv Foss Kirk Prest';
const ENDS =
  'land vik dal heim stad set rud bø ås nes mo lien haug berg eng tveit sund fjord gård moen bakken dalen løkken stuen hagen voll hus skog lid mark';
const TRADES = 'Bakeri Bygg Rør Transport Regnskap Elektro Eiendom Kafé Maskin Verksted';

const words = (text: string): readonly string[] => text.split(' ');

export const FIRST_NAMES = words(FIRST);
export const LAST_NAMES = [
  ...words(COMMON),
  ...words(STARTS).flatMap((start) => words(ENDS).map((end) => start + end)),
];
export const COMPANY_TRADES = words(TRADES);

/** SQL: a place in a list of `count`, the first ones far more often than the last (Zipf's law). */
export const likelyPlace = (random: string, count: number): string =>
  `least(${count}, floor(power(${count + 1}.0, ${random}))::integer)`;

export const sqlArray = (names: readonly string[]): string => `array[${names.map((name) => `'${name}'`).join(',')}]`;
