-- What an answer, or what was published of it, said before it was changed or withdrawn; and who rang or came, where that was written down.

create table consultation_earlier (
  tenant_id text not null default app_tenant(),
  id text not null,
  consultation_id text not null,
  what text not null check (what in ('answer', 'publication')),
  -- Of a publication: the question as it was published.
  question text,
  answer text not null,
  said_by text,
  said_at timestamptz not null,
  replaced_by text not null,
  replaced_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, consultation_id) references consultation (tenant_id, id)
);
create index consultation_earlier_of on consultation_earlier (tenant_id, consultation_id, id);

-- Personal: apart from the consultation, so that whoever may read that doesn't read this.
create table consultation_caller (
  tenant_id text not null default app_tenant(),
  consultation_id text not null,
  name text,
  phone text,
  primary key (tenant_id, consultation_id),
  foreign key (tenant_id, consultation_id) references consultation (tenant_id, id),
  check (name is not null or phone is not null)
);

grant select, insert on consultation_earlier, consultation_caller to zhengdui_app;
alter table consultation_earlier enable row level security;
alter table consultation_caller enable row level security;

create policy office on consultation_earlier using (
  tenant_id = (select app_tenant()) and (select app_scope()) in ('all', 'system')
);
create policy office on consultation_caller for select using (
  tenant_id = (select app_tenant()) and (select app_scope()) in ('all', 'system')
);
-- A town writes down who rang, for those who answer.
create policy write on consultation_caller for insert with check (
  tenant_id = (select app_tenant())
  and exists (select from consultation c where c.tenant_id = consultation_caller.tenant_id and c.id = consultation_id)
);
