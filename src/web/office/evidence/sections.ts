/**
 * The sections of the statement, by the numbers of its promises: what the board is divided by. A promise with another
 * number (a company's own policy may have such) goes under "other".
 */
import type { PromiseReport, PromiseStatus } from '../../../enforcement/index.ts';
import type { OfficeTexts } from '../../texts/office.ts';

export type SectionName = keyof OfficeTexts['sections'];

/** The first promise of each section; it ends before the next begins. */
const FIRST: readonly (readonly [number, SectionName])[] = [
  [1, 'introduction'],
  [3, 'purposes'],
  [16, 'data'],
  [39, 'sources'],
  [45, 'basis'],
  [48, 'access'],
  [53, 'recipients'],
  [58, 'retention'],
  [68, 'rights'],
  [82, 'contact'],
  [93, 'security'],
  [99, 'document'],
  [101, 'other'],
];

export interface Section {
  readonly name: SectionName;
  readonly promises: readonly PromiseReport[];
}

export const STATUSES = ['holds', 'broken', 'none'] as const satisfies readonly PromiseStatus[];

/** The sections that have promises, in the order of the statement. */
export function inSections(promises: readonly PromiseReport[]): readonly Section[] {
  return FIRST.map(([, name]) => ({ name, promises: promises.filter(({ id }) => sectionOf(id) === name) })).filter(
    (section) => section.promises.length > 0,
  );
}

function sectionOf(id: string): SectionName {
  const number = /^P(\d+)$/.exec(id)?.[1];
  if (number === undefined) return 'other';
  return FIRST.findLast(([first]) => first <= Number(number))?.[1] ?? 'other';
}

export const countOf = (promises: readonly PromiseReport[], status: PromiseStatus): number =>
  promises.filter((promise) => promise.status === status).length;
