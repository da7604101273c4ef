/**
 * Numbers that must not lie in a customer system: payment card numbers (PCI DSS 3.5.1) and national identity numbers
 * (personopplysningsloven § 12). Pure; told from other digits by their check digits.
 */

/** What looks like one and is not: ids, digests and points in time. They are taken out first. */
const NOT_NUMBERS = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi,
  /(?<![0-9a-z])(?=[0-9]*[a-f])[0-9a-f]{32,128}(?![0-9a-z])/gi,
  /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}[0-9:.]*/g,
];

/** What stands between digits of one number: a space of any width, a point, a dash; both engines read it alike. */
const BETWEEN = '[ .\\-\\u00a0\\u2009\\u202f\\u2010-\\u2015]';

/** For Postgres: rows that cannot hold either number need not be looked at further. */
export const CARD_CANDIDATE = `[0-9](${BETWEEN}?[0-9]){12,18}`;
export const IDENTITY_CANDIDATE = `[0-9]{6}${BETWEEN}?[0-9]{5}`;

/** How cards print their number: 4-4-4-4 with up to three more, American Express 4-6-5, Diners Club 4-6-4. */
const PRINTED = ['4 4 4 1', '4 4 4 4', '4 4 4 4 1', '4 4 4 4 2', '4 4 4 4 3', '4 6 5', '4 6 4'];

/**
 * Whether the text holds a payment card number: 13 to 19 digits that pass the Luhn check, in one piece, grouped as cards
 * print them also among other numbers, or in any groups where nothing else stands beside them. A number after a plus
 * sign is a telephone number.
 */
export function holdsCardNumber(text: string): boolean {
  return runsOfDigits(text).some((groups) => {
    const windows = PRINTED.flatMap((shape) => windowsOf(groups, shape));
    return [...groups, ...windows, groups.join('')].some(isCardNumber);
  });
}

/** The first kind of number that a text must not hold; null where it holds none. For whatever takes free text. */
export function forbiddenNumberIn(text: string): 'card-number' | 'identity-number' | null {
  if (holdsCardNumber(text)) return 'card-number';
  return holdsIdentityNumber(text) ? 'identity-number' : null;
}

/** Groups of digits that stand together, with nothing but what separates groups between them. */
function runsOfDigits(text: string): string[][] {
  const runs = withoutIds(text).matchAll(new RegExp(`(?<![+\\d])\\d+(?:${BETWEEN}\\d+)*`, 'g'));
  return [...runs].map(([run]) => run.split(new RegExp(BETWEEN)));
}

/** Neighbouring groups of the lengths that `shape` says, each window as its digits. */
function windowsOf(groups: readonly string[], shape: string): string[] {
  const size = shape.split(' ').length;
  return groups
    .map((_, at) => groups.slice(at, at + size))
    .filter((window) => window.map(({ length }) => length).join(' ') === shape)
    .map((window) => window.join(''));
}

/** Card numbers begin with 2 to 6 (ISO/IEC 7812: travel, banking, merchandising) and pass Luhn. */
function isCardNumber(digits: string): boolean {
  return /^[2-6]\d{12,18}$/.test(digits) && new Set(digits).size > 1 && passesLuhn(digits);
}

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [place, letter] of [...digits].reverse().entries()) {
    const doubled = Number(letter) * (place % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether the text holds a Norwegian national identity number, D-number or synthetic test number. */
export function holdsIdentityNumber(text: string): boolean {
  return runsOfDigits(text).some((groups) =>
    [...groups, ...windowsOf(groups, '6 5'), groups.join('')].some(isIdentityNumber),
  );
}

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Eleven digits with a possible date and both check digits right. The day has 40 added in D-numbers, the month 40, 65
 * or 80 in synthetic ones. Numbers given out from 2032 leave a remainder of 0 to 3 at the first check digit.
 */
export function isIdentityNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4));
  const months = [month, month - 40, month - 65, month - 80];
  const possible = day >= 1 && day <= 31 && Number(digits[0]) < 8 && months.some((it) => it >= 1 && it <= 12);
  return possible && remainder(digits, FIRST_WEIGHTS) <= 3 && remainder(digits, SECOND_WEIGHTS) === 0;
}

function remainder(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;
}

function withoutIds(text: string): string {
  return NOT_NUMBERS.reduce((rest, pattern) => rest.replace(pattern, ' x '), text);
}
