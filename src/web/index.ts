/**
 * The pages: public, My page, back office. Rendered on the server and usable with scripts off. It knows no SQL: what
 * it shows comes from `records` and `register`, under a purpose. `createWebApplication` makes it.
 */
export { createWebApplication } from './application.tsx';
export { siteScripts } from './assets.ts';
export type { Frame, SignedIn } from './frame.ts';
export { mailTemplatesOf } from './mail.ts';
export { notePurpose, type ObservedRequest, type Observer } from './observing.ts';
export { NOTHING_OUTSIDE, type Outside } from './outside.ts';
export { composeLinkMail, signInLink } from './sign-in/link-mail.ts';
export { signedInBy } from './sign-in/signed-in.ts';
export { surveyLinks } from './survey-links.ts';
export {
  doorsOf,
  type PublishedNotice,
  type Sessions,
  sessionsOf,
  type WebParts,
  type WebTables,
} from './web-parts.ts';
