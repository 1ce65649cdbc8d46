-- Sign-in: half sessions between two factors, passwords for one use, recovery codes, attempts at an identity provider; and the record's indexes.

-- `totp`: the password was right, the code is still to come. Opens nothing but that step.
alter table session add column stage text not null default 'full' check (stage in ('full', 'totp'));

-- A password for one use ends by itself; a new secret waits until its first code has shown that it arrived.
alter table credential
  add column password_expires_at timestamptz,
  add column totp_pending text;

create index on trusted_device (tenant_id, account_id);

-- Used once, in place of a code. Random, so a plain digest can't be guessed back.
create table recovery_code (
  tenant_id text not null default app_tenant(),
  account_id text not null,
  code_hash text not null,
  made_at timestamptz not null,
  -- Used, or replaced by newer ones.
  used_at timestamptz,
  primary key (tenant_id, account_id, code_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);

-- A browser that was sent to an identity provider, by the digest of its cookie. Comes back once.
create table oidc_attempt (
  tenant_id text not null default app_tenant() references tenant,
  token_hash text not null,
  provider text not null,
  -- State, nonce and code verifier, sealed.
  sealed text not null,
  return_to text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash)
);

grant select, insert, update on recovery_code, oidc_attempt to zhengdui_app;

alter table recovery_code enable row level security;
alter table oidc_attempt enable row level security;

create policy own on recovery_code using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
create policy system on oidc_attempt using (tenant_id = (select app_tenant()) and (select app_scope()) = 'system');

-- The record is read newest first: of all, of one account, of one action.
drop index record_by_time;
create index record_by_time on record (tenant_id, at desc, id desc);
create index record_by_account on record (tenant_id, account_id, at desc, id desc);
create index record_by_action on record (tenant_id, action, at desc, id desc);

-- Staff are few among many applicants; both are sought by parts of login and name.
alter table account add column sought text generated always as (folded(login || ' ' || name)) stored;
create index account_of_staff on account (tenant_id, login) where side <> 'applicant';
