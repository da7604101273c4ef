/** What the pages are made from; the command line builds it and hands it over. */
import type { Enforcement, HoldingSession, Principal, PurposeSession, Seal } from '../enforcement/index.ts';
import type { CompiledNotice } from '../notice/index.ts';
import type { Language, Policy } from '../policy/index.ts';
import type { Accounts, RecordTables } from '../records/index.ts';
import type { AccountSeal, RegisterTables, UsageRecorder } from '../register/index.ts';
import type { SignedIn } from './frame.ts';
import type { Limiter } from './limits.ts';
import type { LookPasses } from './office/customer/second-look.ts';
import type { DoneMessages } from './office/flash/done.ts';
import type { Outside } from './outside.ts';

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
  /** Tables as the policy names them, for what is shown of a person whatever the tables are. */
  readonly held: HoldingSession;
  /** Runs all of `work` in one transaction: all or nothing. */
  transaction<T>(work: (sessions: Sessions) => Promise<T>): Promise<T>;
}

export interface WebParts {
  readonly policy: Policy;
  readonly notices: { readonly [L in Language]: CompiledNotice };
  /** All published versions, newest first. */
  readonly published: readonly PublishedNotice[];
  /**
   * Who sends the HTTP request, from its cookie; null when nobody is signed in.
   * @param renew Is given a `Set-Cookie` line when the session goes on for another while.
   */
  signedIn(headers: Headers, renew?: (setCookie: string) => void): Promise<SignedIn | null>;
  readonly accounts: Accounts;
  /** Keeps account numbers of payouts unreadable in the database. */
  readonly accountSeal: AccountSeal;
  readonly limiter: Limiter;
  /** Seals and opens texts under a key of their own, derived for this use from the installation's secret. */
  readonly sealFor: (use: string) => Seal;
  /** How products are used, without whose use it is. */
  readonly usage: UsageRecorder;
  /** What staff have just done, told once on the next page. */
  readonly doneMessages: DoneMessages;
  /** Staff who have said lately why they open a customer, or need not. */
  readonly lookPasses: LookPasses;
  /** Does `work` for a purpose as somebody who is not signed in, in one transaction. */
  asVisitor<T>(purpose: string, work: (sessions: Sessions) => Promise<T>): Promise<T>;
  /**
   * Does `work` for a purpose as whoever is signed in.
   * @throws EnforcementError `purpose-refused` when they do not have the purpose; the refusal is logged.
   */
  asPrincipal<T>(principal: Principal, purpose: string, work: (sessions: Sessions) => Promise<T>): Promise<T>;
  /** The purposes that the principal may act for, in the order of the policy. */
  purposesOf(principal: Principal): readonly string[];
  readonly outside: Outside;
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

/** The ways to people's data, over the enforcement room. */
export function doorsOf(
  enforcement: Enforcement<WebTables>,
): Pick<WebParts, 'asVisitor' | 'asPrincipal' | 'purposesOf'> {
  return {
    asVisitor: (purpose, work) =>
      enforcement.asPurpose(VISITOR, purpose, (session) => session.transaction((inner) => work(sessionsOf(inner)))),
    asPrincipal: (principal, purpose, work) =>
      enforcement.asPurpose(principal, purpose, (session) => work(sessionsOf(session))),
    purposesOf: (principal) => enforcement.purposesOf(principal),
  };
}

/**
 * One session seen through the tables of each room. The query builder's type is invariant, so the compiler cannot see
 * that a session with all tables is one with some of them; which tables a role reaches is up to Postgres.
 */
export function sessionsOf(session: PurposeSession<WebTables>): Sessions {
  return {
    register: session as unknown as PurposeSession<RegisterTables>,
    records: session as unknown as PurposeSession<RecordTables>,
    held: session as unknown as HoldingSession,
    transaction: (work) => session.transaction((inner) => work(sessionsOf(inner))),
  };
}
