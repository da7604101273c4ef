/**
 * What the rest of the system sees of enforcement: who acts, the session in which people's data is reached, what a
 * control is. The words are those of the glossary: a principal acts, a purpose admits, a control looks.
 */
import type { Kysely } from 'kysely';
import type { Language, LocalizedText, Policy } from '../policy/index.ts';
import type { Pool } from '../postgres/index.ts';

/** Who acts. `id` is a staff_id, a person_id, or the name of a job; never a person's name or address. */
export interface Principal {
  readonly kind: 'staff' | 'data-subject' | 'visitor' | 'system';
  readonly id: string;
  /** Staff roles in force now; empty for the others. */
  readonly roles: readonly string[];
}

/** Anything that compiles to one SQL statement: a Kysely builder. */
export interface Compilable<Row> {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[]; readonly query: unknown };
  /** Only carries the row's type. */
  readonly execute?: () => Promise<Row[]>;
}

/**
 * The only way to people's data. Statements are built with `query` (which cannot run anything by itself) and run by
 * `read`, `count` and `write`, so that none runs unlogged.
 */
export interface PurposeSession<DB> {
  readonly principal: Principal;
  readonly purpose: string;
  readonly query: Kysely<DB>;
  /**
   * Runs a SELECT and returns its rows after the log entry is durable.
   * @throws EnforcementError `read-not-attributable` when the rows do not carry the column that says whose they are.
   */
  read<Row>(statement: Compilable<Row>): Promise<Row[]>;
  /** Runs a SELECT of aggregates, which names no person; logged as a count. */
  count<Row>(statement: Compilable<Row>): Promise<Row[]>;
  /** Runs an INSERT, UPDATE or DELETE with its log entry in the same commit; rows are those of RETURNING. */
  write<Row>(statement: Compilable<Row>): Promise<Row[]>;
  /** Appends to the ledger in the same commit as the writes around it. */
  append(act: LedgerAct): Promise<void>;
  /** Runs all of `work` in one transaction: all or nothing. */
  transaction<T>(work: (session: PurposeSession<DB>) => Promise<T>): Promise<T>;
}

/** Tables and columns as Kysely sees them, keyed by `schema.table`. */
export interface Enforcement<DB> {
  readonly policy: Policy;
  /**
   * Does `work` for `purpose` as `principal`.
   * @throws EnforcementError `purpose-unknown`, `purpose-refused` (and the refusal is logged), `log-unavailable`.
   */
  asPurpose<T>(principal: Principal, purpose: string, work: (session: PurposeSession<DB>) => Promise<T>): Promise<T>;
  /** The purposes that the principal may act for, in the order of the policy. */
  purposesOf(principal: Principal): readonly string[];
  /** How the pools are used now; those that were not needed yet are left out. */
  pools(): readonly PoolUse[];
  /** Ends all pools; what is under way is finished first. */
  close(): Promise<void>;
}

/** Connections of one purpose, or of the access log. */
export interface PoolUse {
  readonly name: string;
  readonly idle: number;
  readonly busy: number;
  /** Statements that wait for a connection. */
  readonly waiting: number;
}

/** What is told of enforcement to whoever runs the server: counts, and nothing of anybody. */
export interface EnforcementWatch {
  /** A commit of the access log was made, or failed and its reads were refused. */
  accessLogBatch(entries: number, kept: boolean): void;
}

/** One act that matters, as it goes into the ledger. `body` holds no direct personal value. */
export interface LedgerAct {
  readonly kind:
    | 'policy-applied'
    | 'consent-given'
    | 'consent-withdrawn'
    | 'objection'
    | 'restriction'
    | 'request'
    | 'erasure'
    | 'disclosure'
    | 'staff-permission'
    | 'measure-checked'
    | 'field-decided'
    | 'access-log-sealed'
    | 'notice-published';
  /** The person it is about: turned into a salted commitment before it is stored. */
  readonly personId: string | null;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
}

export type EvidenceValue = string | number | boolean | null;

/** What a control found. Facts and places hold ids, names of tables and counts; never a personal value. */
export interface Evidence {
  readonly summary: LocalizedText;
  readonly facts: Readonly<Record<string, EvidenceValue>>;
  /** Up to twenty places where it is broken, as `register.customer 3f2c… email`. */
  readonly places: readonly string[];
}

export interface ControlOutcome {
  /** `not-run`: what it looks at is not at hand (no web application, a table that is not described); never a "holds". */
  readonly status: 'holds' | 'broken' | 'not-run';
  readonly evidence: Evidence;
}

/** The live system as a control may look at it. */
export interface SystemUnderControl {
  readonly policy: Policy;
  /** The owner's pool: sees every row. Controls only read. */
  readonly owner: Pool;
  readonly now: () => Date;
  /** Asks the running web application for a page without a socket; null where only the database is at hand. */
  readonly fetchPage: ((path: string, language: Language) => Promise<Response>) | null;
  /** Every cookie that the program as it is configured can set, by the name the inventory has; absent: not at hand. */
  readonly settableCookies?: readonly string[];
  /** What browsers are given to run, by its name; absent: not at hand. */
  readonly scripts?: ReadonlyMap<string, string>;
  /** The templates of outgoing mail as the program has them; absent: not at hand. */
  readonly mailTemplates?: readonly MailTemplateSeen[];
  /** By its setting, every machine that the program as it is configured would call; absent: not at hand. */
  readonly outgoingHosts?: ReadonlyMap<string, string>;
  /** Checkpoints witnessed outside the database, newest last, as signed notes; empty where none are kept. */
  readonly witnessedCheckpoints: () => Promise<readonly string[]>;
  /** By index: the hash that each entry had when it was witnessed; with it a changed entry is named exactly. */
  readonly witnessedLeafHashes?: () => Promise<readonly Buffer[]>;
  /** The ledger's public verifier key as C2SP signed-note has it. */
  readonly ledgerVerifierKey: string;
}

/** A template of outgoing mail, looked through: every form that its words take, whole, as they would be sent. */
export interface MailTemplateSeen {
  readonly name: string;
  readonly class: 'service' | 'marketing';
  readonly purposes: readonly string[];
  readonly label: LocalizedText;
  readonly reviewedBy: string;
  /** `YYYY-MM-DD`. */
  readonly reviewedOn: string;
  /** Whether the words are those that were reviewed. */
  readonly reviewHolds: boolean;
  readonly forms: readonly { readonly language: Language; readonly subjectLine: string; readonly bodyText: string }[];
}

export interface Control {
  /** Kebab-case, unique: the policy's promises name it. */
  readonly name: string;
  readonly label: LocalizedText;
  look(system: SystemUnderControl): Promise<ControlOutcome>;
}
