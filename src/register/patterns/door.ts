/** What the other rooms see of purchase patterns. */
export { renewPatterns } from './renewing.ts';
export {
  type BoughtLine,
  PATTERN_RULES,
  type Pattern,
  type PatternRule,
  patternsOf,
  skuOfSegment,
} from './rules.ts';
