/** What the other rooms see of purchase patterns. */
export { type BoughtLine, type Pattern, type PatternRule, patternsOf, skuOfSegment } from './rules.ts';
