-- The address that an account's daily mail goes to counts once a code sent there has come back: whoever registers must not send mails to anybody he likes.
create table mail_address_asked (
  tenant_id text not null default app_tenant(),
  account_id text not null,
  address text not null,
  -- Of account and code.
  code_hash text not null,
  asked_at timestamptz not null,
  -- The day (in China) and how often on it.
  asked_on date not null,
  asked_count integer not null,
  wrong_count integer not null default 0,
  confirmed_at timestamptz,
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
grant select, insert, update on mail_address_asked to zhengdui_app;
alter table mail_address_asked enable row level security;
create policy own on mail_address_asked using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
