-- What each member of staff looked at in a day, as counts: what is usual for them is seen from it.
-- Why: to tell a day out of the ordinary the log of a month would have to be read every night; its counts are enough.
-- An older server can still run against this: it meets a new table that it does not name.

create table kept.staff_day (
  staff_id uuid not null,
  day date not null,
  -- People met by any look, looks in all, and those outside the working hours of the policy.
  people integer not null check (people >= 0),
  looks integer not null check (looks >= 0),
  looks_outside integer not null check (looks_outside >= 0),
  primary key (staff_id, day)
);
