-- Registers that other bodies supply, version by version; what was previewed and waits to be confirmed; and the ledger of earlier awards that came in the same way.
-- History: a version is never changed but for being replaced or undone, a row never.

create table register_version (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  kind text not null,
  -- A year ("2023") or the day as of which it holds ("2023-05-01").
  period text not null,
  number integer not null,
  -- 'contribution': only who sees contributions sees that it is there at all.
  sight text check (sight in ('contribution')),
  base_id text,
  file_name text not null,
  file_sha256 text not null,
  row_count integer not null,
  added integer not null,
  removed integer not null,
  changed integer not null,
  imported_by text not null,
  imported_at timestamptz not null,
  -- The one in force of its kind and period.
  current boolean not null,
  undone_by text,
  undone_at timestamptz,
  undone_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, kind, period, number),
  foreign key (tenant_id, base_id) references register_version (tenant_id, id),
  check (not (current and undone_at is not null)),
  check ((undone_at is null) = (undone_reason is null))
);
create unique index register_version_in_force on register_version (tenant_id, kind, period) where current;
create index register_version_by_kind on register_version (tenant_id, kind, id desc);

create table register_row (
  tenant_id text not null default app_tenant(),
  version_id text not null,
  place integer not null,
  sight text check (sight in ('contribution')),
  key text not null,
  uscc text,
  name text,
  -- An array of texts and nulls, in the order of the kind's columns.
  cells jsonb not null,
  primary key (tenant_id, version_id, place),
  foreign key (tenant_id, version_id) references register_version (tenant_id, id)
);
create index register_row_by_enterprise on register_row (tenant_id, uscc, version_id);

-- The parsed rows of a file that somebody looks at before taking it: emptied once it was taken or has expired.
create table register_preview (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  kind text not null,
  period text not null,
  sight text check (sight in ('contribution')),
  base_id text,
  file_name text not null,
  file_sha256 text not null,
  rows bytea,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  version_id text,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references register_version (tenant_id, id)
);
create index register_preview_by_expiry on register_preview (tenant_id, expires_at) where rows is not null;

create table ledger_award (
  tenant_id text not null default app_tenant(),
  id text not null,
  version_id text not null,
  place integer not null,
  source text not null check (source in ('ours', 'other')),
  organ text not null,
  policy text not null,
  clause text,
  policy_year integer not null,
  claim_year integer not null,
  budget_year integer,
  uscc text not null,
  payee text not null,
  project text,
  project_number text,
  organiser text,
  -- Numbers as texts.
  invoices text[] not null,
  -- 分
  expense bigint,
  approved bigint not null,
  paid bigint,
  paid_on date,
  document text,
  -- What makes two rows the same project, or parts of the same award.
  project_keys text[] not null,
  award_key text,
  project_sought text generated always as (folded(coalesce(project, '') || coalesce(project_number, ''))) stored,
  organiser_sought text generated always as (folded(organiser)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references register_version (tenant_id, id)
);
create index ledger_award_by_year on ledger_award (tenant_id, claim_year desc, id desc);
create index ledger_award_by_enterprise on ledger_award (tenant_id, uscc, claim_year desc, id desc);
create index ledger_award_by_invoice on ledger_award using gin (invoices);
create index ledger_award_by_project on ledger_award using gin (project_keys);
create index ledger_award_by_award on ledger_award (tenant_id, award_key);

grant select, insert on register_row, ledger_award to zhengdui_app;
grant select, insert on register_version, register_preview to zhengdui_app;
grant update (current, undone_by, undone_at, undone_reason) on register_version to zhengdui_app;
grant update (rows, version_id) on register_preview to zhengdui_app;

alter table register_version enable row level security;
alter table register_row enable row level security;
alter table register_preview enable row level security;
alter table ledger_award enable row level security;

-- A version holds nothing of an enterprise; rows below are seen through it.
create policy reach on register_version using (
  tenant_id = (select app_tenant())
  and (select app_scope()) in ('all', 'system', 'territory', 'own')
  and (sight is null or (select app_sees('contribution')))
);
create policy reach on register_row using (
  tenant_id = (select app_tenant())
  and (sight is null or (select app_sees('contribution')))
  and (
    (select app_scope()) in ('all', 'system')
    or (uscc is not null and exists (
      select from enterprise e where e.tenant_id = register_row.tenant_id and e.uscc = register_row.uscc
    ))
  )
);
create policy own on register_preview using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) = 'system'
    or (
      (select app_scope()) = 'all'
      and created_by = (select app_account())
      and (sight is null or (select app_sees('contribution')))
    )
  )
);
create policy reach on ledger_award using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or exists (select from enterprise e where e.tenant_id = ledger_award.tenant_id and e.uscc = ledger_award.uscc)
  )
);
