-- Messages in and out, and what disputes are about.
-- Why: an answer by mail joins the conversation that it answers; files that came with a mail are named and not kept; who
-- said that a message extends the relationship, and when, is recorded; correspondence of a dispute lies with the dispute,
-- where only those who work on it read it.
-- An older server can still run: what is new may be empty.

alter table kept.outbox
  -- RFC 5322 In-Reply-To: the Message-ID of what the mail answers.
  add column in_reply_to text check (length(in_reply_to) <= 998);

alter table register.message
  -- Names of files, one a line; the files stay in the mailbox.
  add column attachments text check (length(attachments) <= 2200),
  -- A staff_id.
  add column extension_by uuid,
  add column extension_at timestamptz;
create index message_by_claim on register.message (customer_id, about_claim_id) where about_claim_id is not null;

alter table register.unsorted_message
  add column attachments text check (length(attachments) <= 2200);

create table register.dispute_entry (
  customer_id uuid not null,
  dispute_id uuid not null,
  entry_id uuid not null,
  at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  body text not null check (length(body) between 1 and 10000),
  -- A staff_id.
  written_by uuid not null,
  permits bigint not null default 0,
  primary key (customer_id, dispute_id, entry_id),
  foreign key (customer_id, dispute_id) references register.dispute on delete cascade
);
