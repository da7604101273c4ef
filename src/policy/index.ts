/**
 * The policy language: from the text of a policy folder to a checked `Policy`, or to diagnostics that say all that is
 * wrong with it. Pure: it knows no file system, no database, no clock.
 */
export type * from './diagnostic.ts';
export * from './model.ts';
