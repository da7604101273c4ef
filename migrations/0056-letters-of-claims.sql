-- Letters of a claim lie with the claim.
-- Why: they lay among messages, which other purposes read; that they are only for those who handle claims was kept by the
-- pages alone. What was written about a claim moves; a link of messages to disputes was never used.
-- An older server cannot run beside this one: it asks for the columns that go.

create table register.claim_entry (
  customer_id uuid not null,
  claim_id uuid not null,
  entry_id uuid not null,
  at timestamptz not null,
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('mail', 'phone', 'counter', 'web')),
  subject_line text not null check (length(subject_line) <= 200),
  body text not null check (length(body) <= 10000),
  -- Names of files, one a line; the files stay in the mailbox.
  attachments text check (length(attachments) <= 2200),
  -- RFC 5322 Message-ID: the same mail of the same sender is taken in once.
  external_id text check (length(external_id) <= 998),
  -- Of a letter to us: when it was answered or needed no answer.
  answered_at timestamptz,
  -- Of a company: the contact person who wrote or is written to.
  with_contact uuid,
  -- A staff_id.
  handled_by uuid,
  permits bigint not null default 0,
  primary key (customer_id, claim_id, entry_id),
  foreign key (customer_id, claim_id) references register.claim on delete cascade
);
create unique index claim_entry_external_id on register.claim_entry (customer_id, external_id) where direction = 'in';
create index claim_entry_answered on register.claim_entry (external_id);
create index claim_entry_unanswered on register.claim_entry (customer_id, claim_id)
  where direction = 'in' and answered_at is null;

insert into register.claim_entry (customer_id, claim_id, entry_id, at, direction, channel, subject_line, body, attachments,
    external_id, answered_at, with_contact, handled_by)
select said.customer_id, about_claim_id, message_id, at, direction, channel, subject_line, body, attachments, external_id,
       answered_at, with_contact, said.handled_by
  from register.message as said join register.claim as about
    on about.customer_id = said.customer_id and about.claim_id = said.about_claim_id;

-- That somebody got in touch, and the reason why the relationship stands, stay where they count; the words do not.
update register.message set subject_line = '', body = '', attachments = null, external_id = null,
    purpose = 'customer-communication', answered_at = coalesce(answered_at, at)
 where extends_relationship
   and (customer_id, message_id) in (select customer_id, entry_id from register.claim_entry);
delete from register.message
 where not extends_relationship
   and (customer_id, message_id) in (select customer_id, entry_id from register.claim_entry);

-- What was written for claims and belongs to none: a question waits to be put to its claim, the rest is general.
update register.message set purpose = 'customer-communication'
 where purpose = 'claims' and (direction = 'out' or answered_at is not null);
alter table register.message
  add constraint message_not_of_claim check (purpose <> 'claims' or direction = 'in');

drop index register.message_by_claim;
alter table register.message drop column about_claim_id, drop column about_dispute_id;
