-- Guards that a look at the office with hostile eyes asked for.

-- A file of a unit is seen by those who reach the unit; having uploaded it is no reason once the authority has ended. What is of no unit is the uploader's own.
drop policy reach on file;
create policy reach on file using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or (uscc is null and uploaded_by = (select app_account()))
    or (uscc is not null and exists (select from enterprise e where e.tenant_id = file.tenant_id and e.uscc = file.uscc))
  )
);
