-- What a register says of an enterprise is read through, never copied into its file; a dispute about it therefore names the register's version, and quotes what it said.

alter table dispute alter column fact_id drop not null;
alter table dispute add column register_version text;
alter table dispute add column disputed jsonb;
alter table dispute add foreign key (tenant_id, register_version) references register_version (tenant_id, id);
alter table dispute add check (num_nonnulls(fact_id, register_version) = 1);
alter table dispute add check ((register_version is null) = (disputed is null));
