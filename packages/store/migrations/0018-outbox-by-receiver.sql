-- To whom a parcel goes, as a column: an expression isn't looked up in an index where row-level security stands before it, so the indexes of 0015 never served.
-- By it a webhook's calls are found among years of them, and how many mails one address was sent within a day, by however many accounts.
alter table outbox add column receiver text
  generated always as (case kind when 'webhook' then payload ->> 'webhook' else lower(payload ->> 'to') end) stored;
drop index outbox_of_webhook;
drop index outbox_not_arrived;
create index outbox_not_arrived on outbox (tenant_id, receiver, id desc) where kind = 'webhook' and sent_at is null;
create index outbox_arrived on outbox (tenant_id, receiver, id desc) where kind = 'webhook' and sent_at is not null;
create index outbox_mails on outbox (tenant_id, receiver, written_at) where kind = 'mail';
