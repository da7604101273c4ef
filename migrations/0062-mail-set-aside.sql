-- Mails of the mailbox that could not be taken in: how often they were tried, and what was wrong.
-- Why: a mail that could never be stored held up all that came after it, and nobody saw it. It is told here by its place
-- in the mailbox alone; what it says stays there.
-- An older server can still run: it does not look here.

create table register.stuck_mail (
  -- RFC 3501: a number of the mail that is never given again, as long as the validity of numbers is the same.
  uid_validity bigint not null,
  uid bigint not null,
  first_tried_at timestamptz not null,
  tries smallint not null check (tries > 0),
  -- Not tried again before; null once it is set aside, where only a person lets it be tried.
  next_try_at timestamptz,
  fault text not null check (fault in ('too-large', 'no-sender', 'unreadable', 'not-stored')),
  -- The class and code of what failed; no words of it.
  fault_code text check (length(fault_code) <= 100),
  primary key (uid_validity, uid)
);
