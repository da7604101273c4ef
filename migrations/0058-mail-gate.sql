-- Mail knows the purpose that it was written for, and whether it may go is settled when it is sent, not when it was written.
-- Why: a consent that is withdrawn, or an objection that is made, between writing and sending must stop the mail (Art. 7(3),
-- Art. 21(3)), and whoever must show that a consent stood then needs it by name. An address that nobody has opened a link
-- at may be somebody else's: offers go to none such.
-- An older server cannot run against this: it names no purpose for the mail it writes.

alter table kept.purpose add column direct_marketing boolean not null default false;

alter table kept.outbox
  add column purpose text,
  -- Of the last try; `consent_id` and `address_verified_at` are what it rested on, where the purpose asks for them.
  add column tried_at timestamptz,
  add column consent_id uuid,
  add column address_verified_at timestamptz,
  add column stopped_at timestamptz,
  add column stopped_because text constraint outbox_stopped_because check
    (stopped_because in ('no-consent', 'objected', 'restricted', 'address-not-verified', 'purpose-gone')),
  add constraint outbox_stopped_once check ((stopped_at is null) = (stopped_because is null)
    and (stopped_at is null or sent_at is null));
-- No template so far was for a purpose that asks for consent; one could be objected to.
update kept.outbox set purpose = case
  when template = 'survey-invitation' then 'satisfaction-surveys'
  when template = 'sign-in-link' then 'sign-in'
  when template like 'credit-%' and template <> 'credit-note-issued' then 'credit-check'
  when template like 'claim-%' then 'claims'
  when template like 'invoice-%' or template = 'credit-note-issued' then 'invoicing'
  when template = 'answer' then 'customer-communication'
  else 'ordering' end;
alter table kept.outbox alter column purpose set not null;
drop index kept.outbox_waiting;
create index outbox_waiting on kept.outbox (created_at) where sent_at is null and stopped_at is null;

-- When somebody was last shown to hold the mailbox: they opened a link that was mailed there.
alter table register.customer add column email_verified_at timestamptz;
alter table register.contact_person add column email_verified_at timestamptz;

-- A new address begins anew. A purpose says that an address is verified only where a link was mailed to it just now.
create function register.verify_address() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person constant uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if tg_op = 'INSERT' then
    if not pg_has_role(session_user, current_user, 'member') then
      new.email_verified_at := null;
    end if;
    return new;
  end if;
  if new.email is distinct from old.email then
    new.email_verified_at := null;
  elsif new.email_verified_at is distinct from old.email_verified_at
    and not pg_has_role(session_user, current_user, 'member')
    and not exists (select from kept.outbox as mail
                     where mail.person_id = person and mail.addressee = new.email and mail.template = 'sign-in-link'
                       and mail.created_at between new.email_verified_at - interval '1 hour' and new.email_verified_at)
  then
    new.email_verified_at := old.email_verified_at;
  end if;
  return new;
end $$;
create trigger verify_address before insert or update on register.customer
  for each row execute function register.verify_address('customer_id');
create trigger verify_address before insert or update on register.contact_person
  for each row execute function register.verify_address('contact_person_id');
create index outbox_by_person on kept.outbox (person_id);

-- Whether a mail may be tried now: null, or why not. What asks for consent is what rests on it and all direct marketing.
create function kept.mail_stop(mail kept.outbox, consent uuid, verified timestamptz) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  used kept.purpose;
begin
  select * into used from kept.purpose as one where one.name = mail.purpose and one.in_force;
  if not found then
    return 'purpose-gone';
  end if;
  if used.gate = 'always' and not used.direct_marketing then
    return null;
  end if;
  if (used.gate = 'consent' or used.direct_marketing) and consent is null then
    return 'no-consent';
  end if;
  if exists (select from kept.objection as made where made.person_id = mail.person_id and made.purpose = mail.purpose
                                                  and made.withdrawn_at is null) then
    return 'objected';
  end if;
  if kept.person_permits(mail.person_id) & (1::bigint << used.bit::integer) = 0 then
    return 'restricted';
  end if;
  if (used.gate = 'consent' or used.direct_marketing) and verified is null then
    return 'address-not-verified';
  end if;
  return null;
end $$;

-- A try is counted before the mail server is called; here it is settled, by what is committed at that moment. Who is the
-- owner may write what happened elsewhere.
create function kept.mail_gate() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  owner constant boolean := pg_has_role(session_user, current_user, 'member');
begin
  if tg_op = 'INSERT' then
    if owner then
      return new;
    end if;
    if session_user is distinct from
       (select here.role_prefix || '_' || replace(new.purpose, '-', '_') from kept.installation as here) then
      raise exception 'the role % writes no mail for another purpose', session_user using errcode = 'insufficient_privilege';
    end if;
    new.tried_at := null;
    new.consent_id := null;
    new.address_verified_at := null;
    new.sent_at := null;
    return new;
  end if;
  if new.attempts > old.attempts and old.sent_at is null and old.stopped_at is null then
    new.tried_at := coalesce(new.tried_at, clock_timestamp());
    select given.consent_id into new.consent_id from kept.consent_record as given
     where given.person_id = new.person_id and given.purpose = new.purpose and given.withdrawn_at is null
     order by given.given_at desc limit 1;
    select max(known.email_verified_at) into new.address_verified_at from (
      select email_verified_at from register.customer where customer_id = new.person_id and email = lower(new.addressee)
      union all
      select email_verified_at from register.contact_person
       where contact_person_id = new.person_id and email = lower(new.addressee)) as known;
    new.stopped_because := kept.mail_stop(new, new.consent_id, new.address_verified_at);
    new.stopped_at := case when new.stopped_because is not null then new.tried_at end;
  elsif not owner then
    new.consent_id := old.consent_id;
    new.address_verified_at := old.address_verified_at;
    new.stopped_at := old.stopped_at;
    new.stopped_because := old.stopped_because;
    new.tried_at := old.tried_at;
  end if;
  if not owner and new.sent_at is not null and old.sent_at is null and new.tried_at is null then
    raise exception 'a mail is sent after it was tried, not before' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger mail_gate before insert or update on kept.outbox for each row execute function kept.mail_gate();

-- As before; the purpose stays, too.
create or replace function kept.mail_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    return new;
  end if;
  if (new.mail_id, new.person_id, new.addressee, new.language, new.template, new.subject_line, new.body_text,
      new.body_html, new.created_at, new.purpose)
    is distinct from
     (old.mail_id, old.person_id, old.addressee, old.language, old.template, old.subject_line, old.body_text,
      old.body_html, old.created_at, old.purpose)
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
  then
    raise exception 'a mail is not changed once it is written' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke execute on function register.verify_address(), kept.mail_stop(kept.outbox, uuid, timestamptz), kept.mail_gate()
  from public;
