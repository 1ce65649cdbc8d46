-- The enterprise's file and its people: claims, invitations, former names, events, facts by year, disputes, accounts to pay to. Whether a row is seen hangs
-- on the enterprise's own policy. What is history can't be changed; nothing can be deleted.

-- What somebody who claims a unit must be told before they may see it: is it known, where is it, is it represented? Past row-level security, and no more than that.
create function unit_standing(code text, day date, out name text, out territory text, out status text, out represented boolean)
  returns setof record language sql stable security definer set search_path = public, pg_temp as
  $$ select e.name, e.territory, e.status, exists (
       select from appointment a
       where a.tenant_id = e.tenant_id and a.uscc = e.uscc and a.role = 'legal-representative' and a.confirmed_at is not null
         and a.ended_at is null and a.valid_from <= day and (a.valid_to is null or a.valid_to >= day))
     from enterprise e where e.tenant_id = app_tenant() and e.uscc = code $$;

create table unit_claim (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  uscc text not null,
  name text not null,
  -- The town that checks: the known enterprise's own; of an unknown one, the one stated.
  territory text,
  account_id text not null,
  evidence_file text not null,
  claimed_at timestamptz not null,
  state text not null default 'pending' check (state in ('pending', 'confirmed', 'refused')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, evidence_file) references file (tenant_id, id)
);
create index unit_claim_open on unit_claim (tenant_id, id) where state = 'pending';
create index on unit_claim (tenant_id, account_id);
create index on unit_claim (tenant_id, evidence_file);
create unique index unit_claim_once on unit_claim (tenant_id, uscc, account_id) where state = 'pending';

create table invitation (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  token_hash text not null,
  uscc text not null,
  unit_name text not null,
  role text not null check (role in ('handler', 'agent')),
  invitee text not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  deed_file text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by text,
  accepted_at timestamptz,
  appointment_id text,
  revoked_by text,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc),
  foreign key (tenant_id, deed_file) references file (tenant_id, id),
  foreign key (tenant_id, invited_by) references account (tenant_id, id)
);
create index on invitation (tenant_id, uscc);

-- Names that an enterprise no longer bears; the one it bears is the enterprise's own.
create table enterprise_name (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  uscc text not null,
  name text not null,
  valid_from date,
  valid_to date not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  sought text generated always as (folded(name)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc)
);
create index on enterprise_name (tenant_id, uscc);

create table enterprise_event (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  uscc text not null,
  kind text not null check (kind in ('renamed', 'merged', 'moved', 'closed', 'restored')),
  happened_on date not null,
  -- renamed: the names; moved: the towns, none where it left the county.
  before text,
  after text,
  -- merged: what it went into. Both files tell.
  other_uscc text,
  reason text not null,
  evidence_file text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc),
  foreign key (tenant_id, other_uscc) references enterprise (tenant_id, uscc),
  foreign key (tenant_id, evidence_file) references file (tenant_id, id)
);
create index on enterprise_event (tenant_id, uscc, happened_on);
create index on enterprise_event (tenant_id, other_uscc) where other_uscc is not null;

-- What is said of an enterprise for a year, by whom, from what. A later row of the same source takes the place of an earlier one; both stay.
create table fact (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  uscc text not null,
  fact text not null,
  year integer not null check (year between 1949 and 9999),
  value jsonb not null,
  source text not null check (source in ('unit', 'bureau', 'register')),
  supplied_by text not null,
  supplied_at timestamptz not null,
  evidence_file text,
  register_version text,
  basis text,
  primary key (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc),
  foreign key (tenant_id, evidence_file) references file (tenant_id, id),
  check (source = 'unit' or evidence_file is not null or register_version is not null or basis is not null)
);
create index fact_newest on fact (tenant_id, uscc, fact, year, source, supplied_at desc, id desc);

create table dispute (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  uscc text not null,
  fact text not null,
  year integer not null,
  fact_id text not null,
  disputed_by text not null,
  disputed_at timestamptz not null,
  reason text not null,
  evidence_file text not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'rejected')),
  settled_by text,
  settled_at timestamptz,
  answer text,
  corrected_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc),
  foreign key (tenant_id, fact_id) references fact (tenant_id, id),
  foreign key (tenant_id, corrected_by) references fact (tenant_id, id),
  foreign key (tenant_id, evidence_file) references file (tenant_id, id)
);
create unique index dispute_once on dispute (tenant_id, uscc, fact, year) where state = 'open';
create index on dispute (tenant_id, uscc);
create index dispute_by_state on dispute (tenant_id, state, id);

create table bank_account (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  uscc text not null,
  holder text not null,
  number text not null check (number ~ '^[0-9]{8,32}$'),
  bank_number text not null check (bank_number ~ '^[0-9]{12}$'),
  bank_name text not null,
  evidence_file text not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'refused', 'withdrawn', 'replaced')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  replaced_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc),
  foreign key (tenant_id, evidence_file) references file (tenant_id, id),
  check (decided_by is null or decided_by <> proposed_by or state = 'withdrawn')
);
-- To one account a unit is paid, and one change at a time is looked at.
create unique index bank_account_confirmed on bank_account (tenant_id, uscc) where state = 'confirmed';
create unique index bank_account_proposed on bank_account (tenant_id, uscc) where state = 'proposed';
create index on bank_account (tenant_id, uscc);
create index bank_account_by_state on bank_account (tenant_id, state, id);

create index file_by_enterprise on file (tenant_id, uscc);

-- What may be changed is what is decided later; never what was said.
grant select, insert on unit_claim, invitation, enterprise_name, enterprise_event, fact, dispute, bank_account to zhengdui_app;
grant update (state, decided_by, decided_at, reason) on unit_claim to zhengdui_app;
grant update (accepted_by, accepted_at, appointment_id, revoked_by, revoked_at) on invitation to zhengdui_app;
grant update (state, settled_by, settled_at, answer, corrected_by) on dispute to zhengdui_app;
grant update (state, decided_by, decided_at, reason, replaced_at) on bank_account to zhengdui_app;

alter table unit_claim enable row level security;
alter table invitation enable row level security;
alter table enterprise_name enable row level security;
alter table enterprise_event enable row level security;
alter table fact enable row level security;
alter table dispute enable row level security;
alter table bank_account enable row level security;

create policy reach on unit_claim using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or account_id = (select app_account())
    or ((select app_scope()) = 'territory' and territory = any ((select app_territories())::text[]))
    or ((select app_scope()) = 'own' and state = 'confirmed' and uscc = any ((select app_units())::text[]))
  )
);
-- Who bears the token sees the invitation; nobody else outside of the unit does.
create function app_invitation() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('zhengdui.invitation', true), '') $$;
create policy reach on invitation using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or token_hash = (select app_invitation())
    or exists (select from enterprise e where e.tenant_id = invitation.tenant_id and e.uscc = invitation.uscc)
  )
);
create policy reach on enterprise_name using (
  tenant_id = (select app_tenant())
  and exists (select from enterprise e where e.tenant_id = enterprise_name.tenant_id and e.uscc = enterprise_name.uscc)
);
-- A merger is told in both files.
create policy reach on enterprise_event using (
  tenant_id = (select app_tenant())
  and (
    exists (select from enterprise e where e.tenant_id = enterprise_event.tenant_id and e.uscc = enterprise_event.uscc)
    or exists (select from enterprise e where e.tenant_id = enterprise_event.tenant_id and e.uscc = enterprise_event.other_uscc)
  )
);
create policy reach on fact using (
  tenant_id = (select app_tenant())
  and exists (select from enterprise e where e.tenant_id = fact.tenant_id and e.uscc = fact.uscc)
);
create policy reach on dispute using (
  tenant_id = (select app_tenant())
  and exists (select from enterprise e where e.tenant_id = dispute.tenant_id and e.uscc = dispute.uscc)
);
create policy reach on bank_account using (
  tenant_id = (select app_tenant())
  and exists (select from enterprise e where e.tenant_id = bank_account.tenant_id and e.uscc = bank_account.uscc)
);
-- Whoever checks a claim sees who claims and by what paper.
create policy claimed on account for select using (
  tenant_id = (select app_tenant())
  and exists (select from unit_claim c where c.tenant_id = account.tenant_id and c.account_id = account.id)
);
create policy claimed on file for select using (
  tenant_id = (select app_tenant())
  and exists (select from unit_claim c where c.tenant_id = file.tenant_id and c.evidence_file = file.id)
);
