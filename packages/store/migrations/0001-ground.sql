-- The ground: tenants, accounts and what they may, the enterprise's head, files, and the record. Every key contains tenant_id, so that the
-- tables distribute by it. The program works as zhengdui_app, which owns nothing: row-level security holds for it everywhere.

do $$ begin
  if not exists (select from pg_roles where rolname = 'zhengdui_app') then create role zhengdui_app nologin; end if;
  execute format('grant zhengdui_app to %I', current_user);
  execute format('grant usage on schema public to zhengdui_app');
end $$;

-- What the transaction acts for, set locally at its beginning; where nothing is set, nothing is seen.
create function app_tenant() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('zhengdui.tenant', true), '') $$;
create function app_account() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('zhengdui.account', true), '') $$;
create function app_scope() returns text language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('zhengdui.scope', true), ''), 'none') $$;
create function app_units() returns text[] language sql stable parallel safe as
  $$ select string_to_array(coalesce(current_setting('zhengdui.units', true), ''), ',') $$;
create function app_territories() returns text[] language sql stable parallel safe as
  $$ select string_to_array(coalesce(current_setting('zhengdui.territories', true), ''), ',') $$;
create function app_sees(what text) returns boolean language sql stable parallel safe as
  $$ select what = any(string_to_array(coalesce(current_setting('zhengdui.sees', true), ''), ',')) $$;

-- A text as it is sought: without white space, width and case.
create function folded(words text) returns text language sql immutable strict parallel safe as
  $$ select upper(normalize(regexp_replace(words, '\s', '', 'g'), NFKC)) $$;

create table tenant (
  tenant_id text primary key,
  name text not null,
  hosts text[] not null default '{}',
  -- Towns, streets and zones that report to it.
  territories text[] not null default '{}',
  demonstration boolean not null default false
);
grant select on tenant to zhengdui_app;

create table account (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  side text not null check (side in ('applicant', 'office', 'partner', 'admin')),
  login text not null,
  name text not null,
  phone text,
  email text,
  status text not null default 'active' check (status in ('active', 'disabled')),
  created_at timestamptz not null,
  created_by text,
  primary key (tenant_id, id),
  unique (tenant_id, login)
);

-- What proves who somebody is. Seen at sign-in, and by the account itself; by nobody else.
create table credential (
  tenant_id text not null default app_tenant(),
  account_id text not null,
  password_hash text,
  password_changed_at timestamptz,
  must_change boolean not null default false,
  failed_count integer not null default 0,
  locked_until timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  issuer text,
  subject text,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  unique (tenant_id, issuer, subject)
);

create table session (
  tenant_id text not null default app_tenant(),
  token_hash text not null,
  account_id text not null,
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  factors text[] not null,
  address text,
  agent text,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index on session (tenant_id, account_id);

create table trusted_device (
  tenant_id text not null default app_tenant(),
  token_hash text not null,
  account_id text not null,
  name text not null,
  trusted_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);

create table api_key (
  tenant_id text not null default app_tenant(),
  id text not null,
  prefix text not null,
  hash text not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, prefix)
);

create table enterprise (
  tenant_id text not null default app_tenant() references tenant,
  uscc text not null,
  name text not null,
  territory text,
  industry text,
  established_on date,
  status text not null default 'open' check (status in ('open', 'merged', 'moved', 'closed')),
  known_at timestamptz not null,
  sought text generated always as (folded(name)) stored,
  primary key (tenant_id, uscc)
);
create index enterprise_by_name on enterprise (tenant_id, name, uscc);
create index enterprise_by_territory on enterprise (tenant_id, territory, name, uscc);

create table file (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  uscc text,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (tenant_id, id)
);

create table appointment (
  tenant_id text not null default app_tenant(),
  id text not null,
  account_id text not null,
  role text not null,
  uscc text,
  territory text,
  valid_from date not null,
  valid_to date,
  deed_file text,
  granted_by text not null,
  granted_at timestamptz not null,
  -- A claim to represent a unit counts once somebody has checked it.
  confirmed_by text,
  confirmed_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc),
  foreign key (tenant_id, deed_file) references file (tenant_id, id)
);
create index on appointment (tenant_id, account_id);
create index on appointment (tenant_id, uscc);

-- Who did what: append-only. No personal data beyond the account's id.
create table record (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  at timestamptz not null,
  account_id text,
  roles text[] not null default '{}',
  action text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  subject_kind text,
  subject text,
  uscc text,
  address text,
  detail jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index record_by_time on record (tenant_id, at desc, id);
create index record_by_subject on record (tenant_id, uscc, at desc);

grant select, insert, update on account, credential, session, trusted_device, api_key, enterprise, appointment to zhengdui_app;
grant select, insert on file, record to zhengdui_app;

alter table account enable row level security;
alter table credential enable row level security;
alter table session enable row level security;
alter table trusted_device enable row level security;
alter table api_key enable row level security;
alter table enterprise enable row level security;
alter table file enable row level security;
alter table appointment enable row level security;
alter table record enable row level security;

create policy reach on enterprise using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or ((select app_scope()) = 'territory' and territory = any ((select app_territories())::text[]))
    or ((select app_scope()) = 'own' and uscc = any ((select app_units())::text[]))
  )
);

create policy reach on appointment using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or account_id = (select app_account())
    or (uscc is not null and exists (
      select from enterprise e where e.tenant_id = appointment.tenant_id and e.uscc = appointment.uscc
    ))
  )
);

-- Names of those one has to do with.
create policy reach on account using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or id = (select app_account())
    or exists (select from appointment a where a.tenant_id = account.tenant_id and a.account_id = account.id)
  )
);

create policy own on credential using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
create policy own on session using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
create policy own on trusted_device using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
create policy reach on api_key using (
  tenant_id = (select app_tenant()) and (select app_scope()) in ('all', 'system')
);
create policy reach on file using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or uploaded_by = (select app_account())
    or (uscc is not null and exists (select from enterprise e where e.tenant_id = file.tenant_id and e.uscc = file.uscc))
  )
);
-- Anybody's deed is written down; it is read by those who may read the record (scope all), and by the account itself.
create policy write on record for insert with check (tenant_id = (select app_tenant()));
create policy read on record for select using (
  tenant_id = (select app_tenant())
  and ((select app_scope()) in ('all', 'system') or account_id = (select app_account()))
);
