-- Accounts: how people sign in, who is signed in now, and who has signed in lately.
-- Why: sign-in runs through the purpose `sign-in` like everything else, so its tables are described in the policy. An
-- account's key is the key of the person it is for, so that each row says whose it is without a look elsewhere; the
-- address people sign in with stays in the register alone.
-- An older server can still run: nothing existing is touched.

create table kept.account (
  -- A staff_id, a customer_id or a contact_person_id.
  account_id uuid primary key,
  second_step boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_signed_in_at timestamptz not null
);

create table kept.account_session (
  account_id uuid not null references kept.account on delete cascade,
  session_id uuid not null,
  -- SHA-256 of what the browser holds, so that whoever reads the table cannot sign in with it.
  token_digest text not null unique,
  -- The last thing the person did to open it: `code`, `recovery-code` and `passkey` count as two steps.
  opened_by text not null check (opened_by in ('link', 'password', 'passkey', 'openid', 'code', 'recovery-code')),
  opened_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text check (length(user_agent) <= 400),
  primary key (account_id, session_id)
);
create index account_session_by_id on kept.account_session (session_id);

-- One row a time somebody signed in; it outlives the session.
create table kept.sign_in (
  account_id uuid not null references kept.account on delete cascade,
  sign_in_id uuid not null,
  at timestamptz not null,
  opened_by text not null check (opened_by in ('link', 'password', 'passkey', 'openid', 'code', 'recovery-code')),
  ip_address text,
  user_agent text check (length(user_agent) <= 400),
  primary key (account_id, sign_in_id)
);

create table kept.credential (
  account_id uuid not null references kept.account on delete cascade,
  credential_id uuid not null,
  -- `credential`: a password; otherwise the provider of OpenID Connect.
  provider text not null,
  -- The provider's name for the person; the account's own key for a password.
  provider_subject text not null,
  password_digest text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, credential_id),
  unique (provider, provider_subject)
);

create table kept.passkey (
  account_id uuid not null references kept.account on delete cascade,
  passkey_id uuid not null,
  name text check (length(name) <= 100),
  credential_identifier text not null unique,
  public_key text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  authenticator text,
  created_at timestamptz,
  primary key (account_id, passkey_id)
);

create table kept.second_step (
  account_id uuid not null references kept.account on delete cascade,
  second_step_id uuid not null,
  sealed_secret text not null,
  sealed_recovery_codes text not null,
  verified boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  primary key (account_id, second_step_id),
  unique (account_id)
);

-- What is waiting to be shown back: links that were mailed, second steps under way, challenges of passkeys. The
-- account is null while nobody knows yet who asks.
create table kept.verification (
  verification_id uuid primary key,
  account_id uuid,
  identifier_digest text not null,
  sealed_value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on kept.verification (identifier_digest, created_at);
create index verification_by_expiry on kept.verification (expires_at);

-- Two members of staff with one mailbox could not be told apart when they sign in.
create unique index staff_email_any_case on kept.staff (lower(email));
