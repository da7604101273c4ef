/** The tables of records as the query builder types them; the migrations say the same to Postgres. */
import type { Generated } from 'kysely';
import type { AccessShape, Evidence, Principal, PurposeSession } from '../enforcement/index.ts';

/** Those who work here: one row each, whichever purpose reads it; a purpose may see fewer of the columns. */
export interface StaffTable {
  staff_id: string;
  account_id: string | null;
  name: string;
  email: string;
  roles: string[];
  /** A date, `YYYY-MM-DD`. */
  access_until: string | null;
  left_at: Date | null;
  created_at: Generated<Date>;
  last_used_at: Generated<Date | null>;
}

/** Records of who has access and of what they looked at. */
interface AccessTables {
  'kept.staff_use': {
    staff_id: string;
    purpose: string;
    /** A date, `YYYY-MM-DD`. */
    last_used_on: string;
  };
  'kept.access_review': {
    staff_id: string;
    review_id: string;
    signed_at: Date;
    staff_count: number;
    note: string | null;
  };
  'kept.access_review_line': {
    staff_id: string;
    review_id: string;
    signed_at: Date;
    roles: string[];
    access_until: string | null;
    last_used_at: Date | null;
  };
  'kept.disclosure': {
    staff_id: string;
    disclosure_id: string;
    adviser_id: string | null;
    form: 'access' | 'copy';
    recipient: string;
    purpose: string;
    categories: string[];
    reason: string;
    given_on: string;
    until: string;
    ended_on: string | null;
  };
  'kept.look_reason': {
    person_id: string;
    reason_id: string;
    staff_id: string;
    purpose: string;
    reason: string;
    at: Date;
  };
  'kept.look_finding': {
    staff_id: string;
    finding_id: string;
    kind: 'many-people' | 'odd-hours' | 'same-surname';
    day: string;
    figure: number;
    usual: string | null;
    threshold: number;
    found_at: Date;
    looked_into_at: Date | null;
    looked_into_by: string | null;
    note: string | null;
  };
}

/** Why a mail may not go, though it was written. */
export type StoppedBecause = 'no-consent' | 'objected' | 'restricted' | 'address-not-verified' | 'purpose-gone';

/** Records of what was checked and decided about the company's own doing; they are about nobody. */
interface CheckTables {
  'kept.measure_check': {
    check_id: string;
    measure: string;
    /** A date, `YYYY-MM-DD`. */
    checked_on: string;
    checked_by: string;
    note: string | null;
    recorded_at: Date;
  };
  'kept.field': {
    table_name: string;
    column_name: string;
    known_since: string;
    last_read_on: string | null;
  };
  'kept.field_decision': {
    decision_id: string;
    table_name: string;
    column_name: string;
    decision: 'keep' | 'remove';
    reason: string;
    decided_on: string;
    decided_by: string;
  };
}

export interface RecordTables extends AccessTables, CheckTables {
  'kept.consent_record': {
    person_id: string;
    consent_id: string;
    purpose: string;
    text_hash: string;
    notice_version: string;
    language: 'nb' | 'en';
    method: string;
    given_at: Date;
    withdrawn_at: Date | null;
    withdrawn_method: string | null;
  };
  'kept.objection': {
    person_id: string;
    objection_id: string;
    purpose: string;
    made_at: Date;
    method: string;
    withdrawn_at: Date | null;
  };
  'kept.restriction': {
    person_id: string;
    restriction_id: string;
    ground: 'accuracy' | 'unlawful' | 'claims' | 'objection';
    since: Date;
    lifted_at: Date | null;
  };
  'kept.notice_shown': {
    person_id: string;
    shown_id: string;
    version_number: string;
    shown_at: Date;
    channel: 'web-form' | 'phone' | 'counter' | 'mail';
  };
  'kept.outbox': {
    mail_id: string;
    person_id: string | null;
    addressee: string;
    language: 'nb' | 'en';
    template: string;
    subject_line: string;
    body_text: string;
    body_html: string | null;
    /** The Message-ID that it answers. */
    in_reply_to: string | null;
    created_at: Date;
    sent_at: Date | null;
    attempts: Generated<number>;
    last_error: string | null;
    /** Null: at once. */
    next_try_at: Date | null;
    /** The one whose session wrote it. */
    purpose: string;
    /** When it was last tried, and what that rested on where the purpose asks for a consent. */
    tried_at: Date | null;
    consent_id: string | null;
    address_verified_at: Date | null;
    stopped_at: Date | null;
    stopped_because: StoppedBecause | null;
  };
  'kept.staff': StaffTable;
  'kept.access_log': {
    at: Date;
    entry_id: number;
    shape_id: number;
    principal_kind: Principal['kind'];
    principal_id: string;
    data_subjects: string[];
  };
  'kept.access_shape': {
    shape_id: number;
    purpose: string;
    action: AccessShape['action'];
    tables: string[];
    categories: string[];
  };
  'kept.policy_version': {
    version_number: number;
    content_hash: string;
    notice_version: string;
    applied_at: Date;
    applied_by: string;
  };
  'kept.ledger_entry': { entry_index: number; at: Date; kind: string };
  'kept.ledger_checkpoint': { tree_size: number; signed_at: Date };
  'kept.control_result': {
    control: string;
    status: 'holds' | 'broken' | 'not-run';
    evidence: Evidence;
    checked_at: Date;
  };
}

/** A session in which the tables of records are named. */
export type RecordSession = PurposeSession<RecordTables>;
