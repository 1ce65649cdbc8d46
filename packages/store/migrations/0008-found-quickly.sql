-- What is sought is found without asking row by row what row-level security hides: an index serves below it only where the comparison is leakproof,
-- as equality of texts is and containment of arrays isn't.

-- All that an enterprise is found by: its name, its code, and the names it bore, each folded by itself.
alter table enterprise add column former_sought text not null default '';
update enterprise e set former_sought = n.names
from (select tenant_id, uscc, string_agg(' ' || folded(name), '' order by id) as names from enterprise_name group by 1, 2) n
where n.tenant_id = e.tenant_id and n.uscc = e.uscc;
alter table enterprise drop column sought;
alter table enterprise add column sought text generated always as (folded(name) || ' ' || uscc || former_sought) stored;
alter table enterprise_name drop column sought;

-- A row's cells as they stand in JSON, folded.
alter table register_row add column sought text generated always as (folded(cells::text)) stored;

-- What ties awards together: an invoice ('i…'), a project ('p…'), an award told in parts ('a…').
create table award_mark (
  tenant_id text not null default app_tenant(),
  mark text not null,
  award_id text not null,
  primary key (tenant_id, mark, award_id),
  foreign key (tenant_id, award_id) references ledger_award (tenant_id, id)
);
insert into award_mark (tenant_id, mark, award_id)
select a.tenant_id, m.mark, a.id
from ledger_award a,
  lateral (
    select 'i' || invoice as mark from unnest(a.invoices) invoice
    union select 'p' || key from unnest(a.project_keys) key
    union select 'a' || a.award_key where a.award_key is not null
  ) m;
drop index ledger_award_by_invoice;
drop index ledger_award_by_project;
drop index ledger_award_by_award;
alter table ledger_award add column payee_sought text generated always as (folded(payee)) stored;

grant select, insert on award_mark to zhengdui_app;
alter table award_mark enable row level security;
create policy reach on award_mark using (
  tenant_id = (select app_tenant())
  and exists (select from ledger_award a where a.tenant_id = award_mark.tenant_id and a.id = award_mark.award_id)
);

-- Refusals are few among the deeds.
create index record_not_done on record (tenant_id, outcome, at desc, id desc) where outcome <> 'done';
