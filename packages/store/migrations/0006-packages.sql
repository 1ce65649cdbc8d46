-- Beside the official channel: claims as the 惠企政策 platform exports them, and other systems that are told of what happens.

create table webhook (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  name text not null,
  url text not null,
  events text[] not null,
  -- Sealed; it signs every call.
  sealed_secret text not null,
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);

-- Which column of the platform's sheet is what: an officer's work, kept as data, never changed but followed by a newer one of the same name.
create table claim_mapping (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  name text not null,
  policy text not null,
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (tenant_id, id)
);
create index claim_mapping_by_name on claim_mapping (tenant_id, name, saved_at desc);

create table claim_package (
  tenant_id text not null default app_tenant(),
  id text not null,
  mapping_id text not null,
  policy text not null,
  file_name text not null,
  sha256 text not null,
  added_count integer not null,
  changed_count integer not null,
  unchanged_count integer not null,
  attachment_count integer not null,
  imported_by text not null,
  imported_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, mapping_id) references claim_mapping (tenant_id, id)
);
create index claim_package_by_file on claim_package (tenant_id, sha256);

create table claim (
  tenant_id text not null default app_tenant(),
  -- The platform's own number: one claim, however often it is exported.
  number text not null,
  -- The one from which its contents are.
  package_id text not null,
  policy text not null,
  uscc text not null,
  name text not null,
  clause text,
  project text,
  claimed_fen bigint,
  -- The dossier's values by their paths, and every other column as it stood.
  facts jsonb not null,
  others jsonb not null,
  state text not null default 'received' check (state in ('received', 'accepted', 'returned', 'refused', 'approved')),
  reason text,
  approved_fen bigint,
  decided_by text,
  decided_at timestamptz,
  -- When the platform was told of the state; null again with the next one.
  exported_at timestamptz,
  primary key (tenant_id, number),
  foreign key (tenant_id, package_id) references claim_package (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc)
);
create index claim_by_unit on claim (tenant_id, uscc, number);
create index claim_by_state on claim (tenant_id, state, number);

-- Which claims a package brought, and what it changed of them.
create table claim_import (
  tenant_id text not null default app_tenant(),
  package_id text not null,
  number text not null,
  brought text not null check (brought in ('added', 'changed', 'unchanged')),
  changes jsonb not null default '[]',
  primary key (tenant_id, package_id, number),
  foreign key (tenant_id, package_id) references claim_package (tenant_id, id),
  foreign key (tenant_id, number) references claim (tenant_id, number)
);
create index claim_import_by_claim on claim_import (tenant_id, number, package_id);

create table claim_decision (
  tenant_id text not null default app_tenant(),
  id text not null,
  number text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  approved_fen bigint,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, number) references claim (tenant_id, number)
);
create index claim_decision_by_claim on claim_decision (tenant_id, number, id);

-- A newer package may bring a file anew at the same place; the older one stays.
create table claim_attachment (
  tenant_id text not null default app_tenant(),
  number text not null,
  path text not null,
  package_id text not null,
  file_id text not null,
  primary key (tenant_id, number, path, package_id),
  foreign key (tenant_id, number) references claim (tenant_id, number),
  foreign key (tenant_id, package_id) references claim_package (tenant_id, id),
  foreign key (tenant_id, file_id) references file (tenant_id, id)
);

grant select, insert on claim_mapping, claim_package, claim_import, claim_decision, claim_attachment to zhengdui_app;
grant select, insert, update on webhook, claim to zhengdui_app;

alter table webhook enable row level security;
alter table claim_mapping enable row level security;
alter table claim_package enable row level security;
alter table claim enable row level security;
alter table claim_import enable row level security;
alter table claim_decision enable row level security;
alter table claim_attachment enable row level security;

create policy reach on webhook using (tenant_id = (select app_tenant()) and (select app_scope()) in ('all', 'system'));
create policy reach on claim_mapping using (tenant_id = (select app_tenant()) and (select app_scope()) in ('all', 'system'));
create policy reach on claim_package using (tenant_id = (select app_tenant()) and (select app_scope()) in ('all', 'system'));
create policy reach on claim using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or exists (select from enterprise e where e.tenant_id = claim.tenant_id and e.uscc = claim.uscc)
  )
);
create policy reach on claim_attachment using (
  tenant_id = (select app_tenant())
  and exists (select from claim c where c.tenant_id = claim_attachment.tenant_id and c.number = claim_attachment.number)
);
create policy reach on claim_import using (
  tenant_id = (select app_tenant())
  and exists (select from claim c where c.tenant_id = claim_import.tenant_id and c.number = claim_import.number)
);
create policy reach on claim_decision using (
  tenant_id = (select app_tenant())
  and exists (select from claim c where c.tenant_id = claim_decision.tenant_id and c.number = claim_decision.number)
);
