-- A key acts in a role. Roles are given by the security administrator, so a key that the system administrator makes opens nothing until that one has agreed.
alter table api_key
  add column confirmed_by text,
  add column confirmed_at timestamptz,
  add check (confirmed_by is null or confirmed_by <> created_by),
  add check ((confirmed_by is null) = (confirmed_at is null));

-- What a key may do and until when isn't changed once it was made.
revoke update on api_key from zhengdui_app;
grant update (confirmed_by, confirmed_at, revoked_at, revoked_by, used_at) on api_key to zhengdui_app;
