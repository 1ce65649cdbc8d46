export { databaseProblem } from "./database-problem.ts";
export { type PostgresOptions, type RunningPostgres, startPostgres } from "./launcher/start-postgres.ts";
export { type Migrated, migrate } from "./migrate.ts";
export { newId } from "./new-id.ts";
export { type Acting, openStore, type Store, type StoreOptions, type Tx } from "./open-store.ts";
export * from "./schema/access.ts";
export * from "./schema/enterprises.ts";
export { createTenant, type Tenant, tenantsOf } from "./tenants.ts";
export { type Deed, writeRecord } from "./write-record.ts";
