/**
 * The notice: a checked policy and its Markdown become what customers read, in each language, with its promises. Pure:
 * it knows no file system, no database, no clock. `compileNotice` makes it, `compareNotices` shows what a version
 * changed.
 */
export { compareNotices } from './compare-notices.ts';
export { type CompiledNotice, type CompiledNotices, compileNotice } from './compile-notice.ts';
export { RIGHTS } from './omissions.ts';
export { settleTemplate } from './settle-template.ts';
export type { Heading } from './to-html.ts';
export {
  basisInWords,
  countryInWords,
  dateInWords,
  durationInWords,
  listInWords,
  organisationNumberInWords,
  phoneInWords,
} from './words.ts';
