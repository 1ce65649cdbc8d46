-- Messages to accounts, what leaves the house (mails, calls to other systems), and the consultation log.

create table message (
  tenant_id text not null default app_tenant(),
  id text not null,
  account_id text not null,
  kind text not null,
  title text not null,
  body text not null,
  -- An address within the office; null: nothing to open.
  link text,
  at timestamptz not null,
  read_at timestamptz,
  -- Told of in a mail; null: the next digest takes it.
  digested_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index message_of_account on message (tenant_id, account_id, at desc, id desc);
create index message_to_digest on message (tenant_id, account_id) where digested_at is null;

create table message_setting (
  tenant_id text not null default app_tenant(),
  account_id text not null,
  mail text not null default 'daily' check (mail in ('daily', 'never')),
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);

-- What is to leave the house, written in the transaction of the deed that causes it; a worker sends it afterwards, again and again with growing pauses.
create table outbox (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  kind text not null check (kind in ('mail', 'webhook')),
  payload jsonb not null,
  written_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text,
  primary key (tenant_id, id)
);
create index outbox_due on outbox (tenant_id, due_at) where sent_at is null and given_up_at is null;

create table consultation (
  tenant_id text not null default app_tenant() references tenant,
  id text not null,
  policy text not null,
  clause text,
  channel text not null check (channel in ('online', 'phone', 'visit')),
  uscc text,
  asked_by text,
  question text not null,
  asked_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  -- As the public reads it: without names and figures of whoever asked.
  public_question text,
  public_answer text,
  published_by text,
  published_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, uscc) references enterprise (tenant_id, uscc)
);
create index consultation_by_time on consultation (tenant_id, asked_at desc, id desc);
create index consultation_published on consultation (tenant_id, policy, published_at desc) where published_at is not null;

grant select, insert, update on message, message_setting, outbox, consultation to zhengdui_app;

alter table message enable row level security;
alter table message_setting enable row level security;
alter table outbox enable row level security;
alter table consultation enable row level security;

-- Anybody's deed may cause a message to somebody else; only that one reads it.
create policy write on message for insert with check (tenant_id = (select app_tenant()));
create policy own on message for select using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
create policy mark on message for update using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
create policy own on message_setting using (
  tenant_id = (select app_tenant()) and ((select app_scope()) = 'system' or account_id = (select app_account()))
);
create policy write on outbox for insert with check (tenant_id = (select app_tenant()));
create policy send on outbox for select using (tenant_id = (select app_tenant()) and (select app_scope()) = 'system');
create policy mark on outbox for update using (tenant_id = (select app_tenant()) and (select app_scope()) = 'system');
create policy reach on consultation using (
  tenant_id = (select app_tenant())
  and (
    (select app_scope()) in ('all', 'system')
    or (uscc is not null and exists (select from enterprise e where e.tenant_id = consultation.tenant_id and e.uscc = consultation.uscc))
  )
);
