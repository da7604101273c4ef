/** A browser and its machine from what the browser calls itself: enough to tell one's own devices apart. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** Null for one that says nothing known. */
export function deviceInWords(userAgent: string | null): string | null {
  const named = (from: readonly (readonly [RegExp, string])[]): string | undefined =>
    from.find(([mark]) => mark.test(userAgent ?? ''))?.[1];
  const parts = [named(BROWSERS), named(MACHINES)].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(', ');
}
