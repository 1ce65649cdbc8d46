-- What became of a webhook's calls: its administrator must see that they don't arrive.
create index outbox_of_webhook on outbox (tenant_id, (payload ->> 'webhook'), id desc) where kind = 'webhook';
create index outbox_not_arrived on outbox (tenant_id, (payload ->> 'webhook')) where kind = 'webhook' and sent_at is null;
