-- What credit checks and leads need beside their tables: one check an order, the wash that permitted a contact, and those
-- who have said no in a form that outlives their data.
-- Why: two members of staff who ask at once must not both ask the bureau; a contact has to be shown to follow its wash;
-- whoever said no must not be found on the next list that is bought.
-- An older server can still run: it writes none of it.

create unique index credit_check_once on register.credit_check (customer_id, order_id);

-- The wash that let the person be contacted: a day of the same month, before or on the day of the contact.
alter table register.lead add column washed_on date;
-- A person told on the telephone at the first contact, or by a letter before it.
alter table register.lead add column notice_channel text check (notice_channel in ('post', 'phone'));
alter table register.lead add constraint lead_notice_channel check ((notice_sent_on is null) = (notice_channel is null));

-- A digest under a key outside the database of an address or a number that said no. Whoever does not have the same address
-- or number at hand can tell from it who it is no more than that there is one.
create table register.suppression (
  suppression_digest text primary key check (suppression_digest ~ '^[A-Za-z0-9_-]{43}$'),
  kind text not null check (kind in ('email', 'phone', 'address')),
  since date not null
);
