-- A town reads what its own units ask and what it wrote down itself; before, it wrote into the log of the whole county and never saw it again.
drop policy reach on consultation;
create policy reach on consultation using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or (uscc is not null and exists (select from enterprise e where e.tenant_id = consultation.tenant_id and e.uscc = consultation.uscc))
    or ((select app_scope()) = 'territory' and uscc is null and asked_by = (select app_account()))
  )
);
