-- How often an address came to the door within a minute: counted here, so that it holds however many processes serve. Nothing to be kept.
create table visit (
  tenant_id text not null default app_tenant() references tenant,
  -- Which way in.
  name text not null,
  address text not null,
  begun_at timestamptz not null default now(),
  count integer not null default 1,
  primary key (tenant_id, name, address)
);
grant select, insert, update on visit to zhengdui_app;
alter table visit enable row level security;
create policy system on visit using (tenant_id = (select app_tenant()) and (select app_scope()) = 'system');

-- The program deletes nothing by itself; this is all that goes.
create function forget_visits() returns void language sql security definer set search_path = public, pg_temp as
  $$ delete from visit where begun_at < now() - interval '1 hour' $$;
revoke execute on function forget_visits() from public;
grant execute on function forget_visits() to zhengdui_app;
