/**
 * The pages: public, My page, back office. Rendered on the server and usable with scripts off. It knows no SQL: what
 * it shows comes from `records` and `register`, under a purpose. `createWebApplication` makes it.
 */
export { createWebApplication } from './application.tsx';
export { notePurpose, type ObservedRequest, type Observer } from './observing.ts';
export {
  type PublishedNotice,
  type Sessions,
  sessionsOf,
  visitorsOf,
  type WebParts,
  type WebTables,
} from './web-parts.ts';
