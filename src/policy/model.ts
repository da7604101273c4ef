/**
 * The checked policy: what every other room reads. A value of these types exists only when the text it came from
 * passed every rule, so a reader never has to ask whether a name it finds here leads anywhere.
 *
 * All maps are plain records keyed by the name used in the YAML, in the order of the file.
 */

export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** One text in each language of the product. */
export type LocalizedText = { readonly [L in Language]: string };
export type Named<T> = { readonly [name: string]: T };

export interface Policy {
  readonly controller: Controller;
  readonly categories: Named<Category>;
  readonly dataSubjects: Named<DataSubjectKind>;
  /** Keyed by `schema.table`, always qualified, also where the YAML leaves the default schema `register` out. */
  readonly tables: Named<Table>;
  /**
   * data.yaml `schemas: { pgboss: { nb, en, nobody: { nb, en } } }`: whole schemas of a library that makes its own
   * tables as it runs; every table in them is nobody's, with the reason, and a control looks that it stays so.
   */
  readonly schemas: Named<WholeSchema>;
  readonly roles: Named<StaffRole>;
  readonly purposes: Named<Purpose>;
  readonly retention: readonly RetentionRule[];
  readonly recipients: Named<Recipient>;
  readonly sources: Named<NamedSource>;
  readonly storage: Named<StorageItem>;
  readonly browserHelp: readonly BrowserHelp[];
  readonly security: Security;
  readonly promises: Named<PolicyPromise>;
  /** Controls that a promise names and that no code runs yet; the board says *no control yet* for them. */
  readonly controlsNotBuilt: readonly string[];
}

// controller.yaml ------------------------------------------------------------------------------------------------

export interface Billing {
  /** Eleven digits, checked by modulus 11. */
  readonly accountNumber: string;
  readonly vatRegistered: boolean;
  readonly inBusinessRegister: boolean;
  /** From an invoice to its due date. */
  readonly paymentDays: number;
  /** How the check digit of a payment reference (KID) is counted. */
  readonly kid: 'mod10' | 'mod11';
}

export interface Controller {
  readonly name: string;
  /** Nine digits, checked by modulus 11. */
  readonly organisationNumber: string;
  readonly address: PostalAddress;
  readonly email: string;
  /** E.164, as `+4772606060`. */
  readonly phone: string;
  readonly website: string;
  readonly privacyContact: { readonly label: LocalizedText; readonly email: string; readonly phone: string };
  readonly dataProtectionOfficer:
    | { readonly appointed: true; readonly name: string; readonly email: string }
    | { readonly appointed: false; readonly because: LocalizedText | null };
  readonly supervisoryAuthority: {
    readonly name: string;
    readonly address: string;
    readonly website: string;
    readonly complaintUrl: string;
  };
  readonly languages: readonly Language[];
  /** An IANA name, as `Europe/Oslo`. */
  readonly timeZone: string;
  /** Month and day on which the financial year ends, as `12-31`. */
  readonly financialYearEnds: string;
  /** What stands on invoices; null where the company has not said, and none can be issued then. */
  readonly billing: Billing | null;
  /** The youngest age at which consent by the person alone is asked for. */
  readonly minimumAge: number;
  readonly version: NoticeVersion;
}

export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Who approved this version of the policy, where and when, and from when it is in force. Dates are ISO 8601. */
export interface NoticeVersion {
  readonly number: string;
  readonly place: string;
  readonly date: string;
  readonly approver: string;
  readonly effectiveFrom: string;
  readonly changes: LocalizedText;
}

// data.yaml ------------------------------------------------------------------------------------------------------

export interface Category {
  readonly name: string;
  readonly label: LocalizedText;
  readonly description: LocalizedText | null;
  /** The term of the W3C Data Privacy Vocabulary, as `pd:Contact`, for exports. */
  readonly dpv: string | null;
  /** Special categories and criminal convictions: Art. 9 and 10. */
  readonly special: boolean;
  /** Where the data lies when no described table holds it; null when a table does. */
  readonly heldElsewhere: LocalizedText | null;
}

export interface DataSubjectKind {
  readonly name: string;
  readonly label: LocalizedText;
  /** The table with one row a person, qualified; null for people who are held elsewhere or not yet. */
  readonly table: string | null;
  /** The column of that table which identifies the person. */
  readonly key: string | null;
  /** An SQL condition on the table's own columns that tells this kind from others in it. */
  readonly where: string | null;
}

export interface Table {
  /** Qualified: `register.customer`. */
  readonly name: string;
  readonly schema: string;
  readonly table: string;
  readonly label: LocalizedText;
  readonly belongsTo: Ownership;
  /**
   * `permits`: row-level security on the row's `permits` bit set. `none`: no row gate, only column grants; for tables
   * of libraries and logs, with a reason.
   */
  readonly gate: { readonly kind: 'permits' } | { readonly kind: 'none'; readonly because: LocalizedText };
  /** Columns of the primary key, in order. */
  readonly key: readonly string[];
  readonly columns: Named<Column>;
  /** The company does not use it: no purpose reaches it, it holds no row, and its columns say nothing about anyone. */
  readonly unused: boolean;
}

export interface WholeSchema {
  readonly name: string;
  readonly label: LocalizedText;
  readonly nobody: LocalizedText;
}

/** Whose a row is. */
export type Ownership =
  /** The row is the person (or the customer, a company): `column` identifies them. */
  | { readonly kind: 'self'; readonly column: string }
  /** A column of the row holds the key of the person's own table. */
  | { readonly kind: 'direct'; readonly column: string; readonly to: string }
  /** A chain of columns leads to the person's own table, first step in the row itself. */
  | { readonly kind: 'path'; readonly steps: readonly PathStep[] }
  /** An array column of the row lists the keys of the people it is about (the access log). */
  | { readonly kind: 'listed'; readonly column: string }
  /** The row is about several people, each found in one of the other ways. */
  | { readonly kind: 'shared'; readonly among: readonly Ownership[] }
  /** No person: reference data, jobs, the installation itself. */
  | { readonly kind: 'nobody'; readonly because: LocalizedText };

/** `column` of the table one stands in equals `toColumn` of `toTable` (qualified). */
export interface PathStep {
  readonly column: string;
  readonly toTable: string;
  readonly toColumn: string;
}

export const SOURCES = ['data-subject', 'observed', 'staff', 'external', 'derived', 'system'] as const;
export type Source = (typeof SOURCES)[number];

export interface Column {
  readonly name: string;
  /** The name of a category, or null where the YAML says `none`: the column says nothing about a person. */
  readonly category: string | null;
  readonly label: LocalizedText | null;
  readonly source: Source;
  /** `encrypted` and `hashed` columns hold ciphertext and keyed digests. */
  readonly protect: 'none' | 'encrypted' | 'hashed';
  /** Its words can be searched by: in all rows, or in those where a condition holds; null where they cannot. */
  readonly search: { readonly where: string | null } | null;
  /** Whether a person must give it to get what they ask for, Art. 13(2)(e). */
  readonly mandatory: boolean;
}

// purposes.yaml --------------------------------------------------------------------------------------------------

export const BASES = [
  'consent',
  'contract',
  'pre-contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interest',
] as const;
/** Art. 6(1) a, b (contract), b (steps before a contract at the person's request), c, d, e, f. */
export type LawfulBasis = (typeof BASES)[number];

export interface StaffRole {
  readonly name: string;
  readonly label: LocalizedText;
  /** Advisers, auditors, consultants: whoever has it has a last day. */
  readonly temporary: boolean;
}

/** Actors that are not staff roles: a purpose lists them under `open_to`. */
export const ACTORS = ['visitor', 'data-subject', 'system'] as const;
export type Actor = (typeof ACTORS)[number];

export interface Purpose {
  readonly name: string;
  readonly label: LocalizedText;
  readonly description: LocalizedText;
  readonly basis: LawfulBasis;
  /** The act and section that asks for or allows it; required for `legal-obligation` and `public-task`. */
  readonly law: LawReference | null;
  /** Art. 6(1)(f): the interest, why it is necessary, and why it outweighs. */
  readonly balancing: Balancing | null;
  /** Kinds of data subject it concerns. */
  readonly about: readonly string[];
  /** Categories it reads. */
  readonly uses: readonly string[];
  /** Categories it writes. */
  readonly records: readonly string[];
  /** Tables of nobody's data it may write, qualified. */
  readonly maintains: readonly string[];
  /** Tables it may delete from, qualified (sign-in's sessions, say). */
  readonly removesFrom: readonly string[];
  /** Qualified tables it is limited to; empty: every table that holds its categories. */
  readonly tables: readonly string[];
  readonly roles: readonly string[];
  readonly openTo: readonly Actor[];
  /** The rows are limited to those of the person who is signed in. */
  readonly ownRowsOnly: boolean;
  /** It goes on while processing is restricted: storage and legal claims, Art. 18(2). */
  readonly despiteRestriction: boolean;
  readonly profiling: Profiling | null;
  /** Direct marketing: the objection of Art. 21(2) is absolute. */
  readonly directMarketing: boolean;
  readonly consentText: LocalizedText | null;
  /** Earlier words that asked for the same; consents given to any others no longer admit the purpose. */
  readonly earlierConsentTexts: readonly LocalizedText[];
}

export interface Balancing {
  readonly interest: LocalizedText;
  readonly necessity: LocalizedText;
  readonly outcome: LocalizedText;
  /** Null until somebody has weighed it. */
  readonly assessedOn: string | null;
}

/** Art. 13(2)(f), 21, 22. */
export interface Profiling {
  readonly infers: LocalizedText;
  readonly from: readonly string[];
  readonly effect: LocalizedText;
  readonly automatedDecision: boolean;
}

export interface LawReference {
  /** As it is cited, `bokføringsloven § 13`. */
  readonly cite: string;
  readonly url: string | null;
}

// retention.yaml -------------------------------------------------------------------------------------------------

export interface RetentionRule {
  readonly name: string;
  readonly label: LocalizedText;
  /** Qualified tables, or single columns of one as `register.invoice.buyer_name`. */
  readonly keep: readonly KeptThing[];
  /** An ISO 8601 duration of years, months, weeks and days, as `P3Y6M`. */
  readonly period: string;
  readonly after: RetentionEvent;
  readonly because:
    | { readonly kind: 'purpose'; readonly purpose: string }
    | { readonly kind: 'law'; readonly law: LawReference };
  readonly then: 'delete' | 'anonymise' | 'restrict';
}

export interface KeptThing {
  readonly table: string;
  /** Empty: the whole row. */
  readonly columns: readonly string[];
}

export type RetentionEvent =
  /** A date or timestamp column of the row, or of the same person's rows in another table (the latest of them). */
  | { readonly kind: 'column'; readonly table: string; readonly column: string; readonly where: string | null }
  /** The latest of several; those that never happened do not count. */
  | { readonly kind: 'latest'; readonly of: readonly RetentionEvent[] }
  /** The end of the financial year (`controller.financialYearEnds`) in which the event falls. */
  | { readonly kind: 'end-of-year'; readonly of: RetentionEvent };

// recipients.yaml ------------------------------------------------------------------------------------------------

export const RECIPIENT_KINDS = ['processor', 'controller', 'joint-controller', 'public-authority'] as const;

export interface Recipient {
  readonly name: string;
  readonly label: string;
  readonly kind: (typeof RECIPIENT_KINDS)[number];
  /** storage, communication, payment, carrier, … as the notice groups them. */
  readonly type: string;
  readonly service: LocalizedText;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  /** ISO 3166-1 alpha-2 of every country where the data is. */
  readonly countries: readonly string[];
  readonly transfer: Transfer | null;
  readonly agreement: { readonly reference: string; readonly signedOn: string; readonly reviewBy: string } | null;
  /** Only when there is a particular need, each time recorded (advisers, auditors, lawyers). */
  readonly occasional: boolean;
  /** Names of the machines that the program may reach them at; empty for those it never calls. */
  readonly hosts: readonly string[];
}

/** recipients.yaml `sources:` who the program may ask for what the person has not told, Art. 14(2)(f). */
export interface NamedSource {
  readonly name: string;
  readonly label: LocalizedText;
  readonly hosts: readonly string[];
  readonly purposes: readonly string[];
  /** What comes from it. */
  readonly categories: readonly string[];
}

/** Art. 44–49: what carries data out of the EEA. */
export interface Transfer {
  readonly ground: 'adequacy' | 'standard-contractual-clauses' | 'binding-corporate-rules' | 'derogation';
  readonly reference: string;
  readonly checkedOn: string;
}

// cookies.yaml ---------------------------------------------------------------------------------------------------

export const STORAGE_CLASSES = ['necessary', 'functional', 'analytics', 'marketing'] as const;

/** One thing kept in, or read from, the visitor's equipment (ekomloven § 3-15). */
export interface StorageItem {
  readonly name: string;
  readonly kind: 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'pixel' | 'fingerprint';
  readonly class: (typeof STORAGE_CLASSES)[number];
  readonly party: 'first' | 'third';
  readonly provider: string;
  readonly does: LocalizedText;
  /** `session`, or an ISO 8601 duration. */
  readonly lifetime: string;
  /** The purpose whose consent it needs; null for necessary ones. */
  readonly purpose: string | null;
  /** Why it is strictly necessary for what the visitor asked for. */
  readonly necessaryBecause: LocalizedText | null;
}

export interface BrowserHelp {
  readonly browser: string;
  readonly url: { readonly [L in Language]: string };
}

// security.yaml --------------------------------------------------------------------------------------------------

export interface Security {
  readonly measures: readonly {
    readonly name: string;
    readonly kind: 'technical' | 'physical' | 'organisational';
    readonly label: LocalizedText;
    readonly checkedOn: string;
    readonly checkAgain: string;
  }[];
  /** Null until one has been made. */
  readonly riskAssessment: {
    readonly doneOn: string;
    readonly every: string;
    readonly summary: LocalizedText;
  } | null;
  /** Null until one has been made. */
  readonly legalReview: { readonly doneOn: string; readonly every: string; readonly owner: string } | null;
  readonly verification: readonly { readonly name: string; readonly label: LocalizedText }[];
  readonly dataLocations: readonly { readonly label: LocalizedText; readonly country: string }[];
  readonly staffTwoFactor: 'required' | 'optional';
  /** How long a signed-in session lives without use, ISO 8601. */
  readonly sessionLifetime: string;
  /** The fewest people in a group that figures tell of. */
  readonly smallestGroup: number;
  readonly unusualLooks: UnusualLooks;
}

/** From when on a day of looking at people is told of. */
export interface UnusualLooks {
  readonly peopleADay: number;
  readonly timesUsual: number;
  /** Times of day, `07:00`. */
  readonly workingHours: { readonly from: string; readonly until: string };
  /** 1 for Monday to 7. */
  readonly workingDays: readonly number[];
  readonly looksOutside: number;
  readonly surnameSharedBy: number;
}

export interface PolicyPromise {
  /** `P1` … */
  readonly id: string;
  readonly label: LocalizedText;
  readonly controls: readonly string[];
}
