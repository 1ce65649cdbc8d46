-- Staff are few among many applicants; both are sought by parts of login and name.
alter table account add column sought text generated always as (folded(login || ' ' || name)) stored;
create index account_of_staff on account (tenant_id, login) where side <> 'applicant';
