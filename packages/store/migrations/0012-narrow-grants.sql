-- What the program's role may change of who may what, and of how somebody came in: that it ended, or was used; never what it was.
revoke update on account, appointment, session, trusted_device, recovery_code, oidc_attempt, webhook from zhengdui_app;
grant update (name, phone, email, status) on account to zhengdui_app;
grant update (ended_by, ended_at) on appointment to zhengdui_app;
grant update (seen_at, ended_at) on session to zhengdui_app;
grant update (ended_at) on trusted_device, webhook to zhengdui_app;
grant update (used_at) on recovery_code, oidc_attempt to zhengdui_app;

-- A claim is decided by who checks it, not by who makes it.
create policy decided on unit_claim as restrictive for update using ((select app_scope()) in ('all', 'system', 'territory'));

-- Whoever has registered may upload the paper of a claim; how many of them in a day is counted.
create index file_of_nobody on file (tenant_id, uploaded_by, uploaded_at) where uscc is null;
