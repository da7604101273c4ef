/** What the pages are made from; the command line builds it and hands it over. */
import type { Enforcement, Principal, PurposeSession } from '../enforcement/index.ts';
import type { CompiledNotice } from '../notice/index.ts';
import type { Language, Policy } from '../policy/index.ts';
import type { RecordTables } from '../records/index.ts';
import type { RegisterTables } from '../register/index.ts';

/** A version of the notice that was published, as it was read then. */
export interface PublishedNotice {
  readonly versionNumber: string;
  readonly language: Language;
  readonly html: string;
  readonly place: string;
  /** ISO 8601. */
  readonly approvedOn: string;
  readonly approver: string;
  readonly effectiveFrom: string;
}

/** One session under one purpose, as each room names its tables. */
export interface Sessions {
  readonly register: PurposeSession<RegisterTables>;
  readonly records: PurposeSession<RecordTables>;
}

export interface WebParts {
  readonly policy: Policy;
  readonly notices: { readonly [L in Language]: CompiledNotice };
  /** All published versions, newest first. */
  readonly published: readonly PublishedNotice[];
  /** Does `work` for a purpose as somebody who is not signed in, in one transaction. */
  asVisitor<T>(purpose: string, work: (sessions: Sessions) => Promise<T>): Promise<T>;
  readonly baseUrl: URL;
  readonly now: () => Date;
  /** Makes UUIDs, version 7. */
  readonly newId: () => string;
  /** Is told of failures; texts hold no personal value. */
  readonly report: (message: string) => void;
}

/** Whoever is not signed in. */
const VISITOR: Principal = { kind: 'visitor', id: 'visitor', roles: [] };

/** All tables that pages reach. */
export type WebTables = RegisterTables & RecordTables;

/** `asVisitor` over the enforcement room. */
export function visitorsOf(enforcement: Enforcement<WebTables>): WebParts['asVisitor'] {
  return (purpose, work) =>
    enforcement.asPurpose(VISITOR, purpose, (session) => session.transaction((inner) => work(sessionsOf(inner))));
}

/**
 * One session seen through the tables of each room. The query builder's type is invariant, so the compiler cannot see
 * that a session with all tables is one with some of them; which tables a role reaches is up to Postgres.
 */
export function sessionsOf(session: PurposeSession<WebTables>): Sessions {
  return {
    register: session as unknown as PurposeSession<RegisterTables>,
    records: session as unknown as PurposeSession<RecordTables>,
  };
}
