/** Claims, disputes, messages that are not sorted yet, notes, as the query builder types them. */
import type { Generated } from 'kysely';

export interface ClaimTable {
  customer_id: string;
  claim_id: string;
  claim_number: Generated<number>;
  kind: Generated<'fault' | 'withdrawal'>;
  about_order_id: string | null;
  about_line_number: number | null;
  received_at: Date;
  received_through: 'web' | 'mail' | 'phone' | 'store';
  discovered_on: string | null;
  description: string;
  wants: 'repair' | 'replacement' | 'price-reduction' | 'refund' | 'other' | null;
  status: 'received' | 'under-review' | 'closed';
  window_ends_on: string | null;
  answer_due_on: string;
  outcome: 'repaired' | 'replaced' | 'price-reduced' | 'refunded' | 'refused' | 'withdrawn' | null;
  outcome_text: string | null;
  limitation_on: string | null;
  closed_at: Date | null;
  handled_by: string | null;
}

/** What was written to and fro about a claim. */
export interface ClaimEntryTable {
  customer_id: string;
  claim_id: string;
  entry_id: string;
  at: Date;
  direction: 'in' | 'out';
  channel: 'mail' | 'phone' | 'counter' | 'web';
  subject_line: string;
  body: string;
  /** Names of files that were not stored, one a line. */
  attachments: string | null;
  external_id: string | null;
  answered_at: Date | null;
  with_contact: string | null;
  handled_by: string | null;
}

export interface DisputeTable {
  customer_id: string;
  dispute_id: string;
  dispute_number: Generated<number>;
  about_claim_id: string | null;
  about_invoice_id: string | null;
  opened_at: Date;
  opened_by: string;
  matter: string;
  our_position: string | null;
  limitation_on: string;
  review_on: string;
  status: 'open' | 'settled' | 'decided' | 'dropped';
  outcome_text: string | null;
  closed_at: Date | null;
}

export interface UnsortedMessageTable {
  unsorted_message_id: string;
  person_id: string | null;
  received_at: Date;
  external_id: string | null;
  from_address: string;
  from_name: string | null;
  subject_line: string;
  body: string;
  /** Names of files that were not stored, one a line. */
  attachments: string | null;
}

/** A mail of the mailbox that could not be taken in, by its place there. */
export interface StuckMailTable {
  uid_validity: number;
  uid: number;
  first_tried_at: Date;
  tries: number;
  /** Null once it is set aside. */
  next_try_at: Date | null;
  fault: 'too-large' | 'no-sender' | 'unreadable' | 'not-stored';
  fault_code: string | null;
}

/** What was written to and fro in a dispute. */
export interface DisputeEntryTable {
  customer_id: string;
  dispute_id: string;
  entry_id: string;
  at: Date;
  direction: 'in' | 'out';
  body: string;
  written_by: string;
}

export interface NoteTable {
  customer_id: string;
  note_id: string;
  written_at: Date;
  written_by: string;
  body: string;
}

export interface CasesTables {
  'register.claim': ClaimTable;
  'register.claim_entry': ClaimEntryTable;
  'register.dispute': DisputeTable;
  'register.dispute_entry': DisputeEntryTable;
  'register.unsorted_message': UnsortedMessageTable;
  'register.stuck_mail': StuckMailTable;
  'register.note': NoteTable;
}
