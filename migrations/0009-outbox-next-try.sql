-- When a mail that was refused is tried again, as a time on its row.
-- Why: the sender then asks for what is due and reads no mail that is not, so that nobody's access log fills with looks
-- at a mail that only waits; and the pause is counted from the last try, however long the sender was away.
-- An older server can still run: it leaves the column empty, which means at once.

alter table kept.outbox add column next_try_at timestamptz;
create index outbox_waiting on kept.outbox (created_at) where sent_at is null;
