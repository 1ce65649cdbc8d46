export { allowLongWork } from "./allow-long-work.ts";
export { type BackupOptions, backupDatabase } from "./backup/backup-database.ts";
export type { Manifest } from "./backup/manifest.ts";
export { type RestoreOptions, restoreDatabase } from "./backup/restore-database.ts";
export { countWaiting, type WaitingKind } from "./count-waiting.ts";
export { type DatabaseProblem, databaseProblem, isDatabaseAway } from "./database-problem.ts";
export * from "./enterprise-file/bank-accounts.ts";
export * from "./enterprise-file/disputes.ts";
export * from "./enterprise-file/enterprises.ts";
export * from "./enterprise-file/events.ts";
export * from "./enterprise-file/facts.ts";
export * from "./files/file-rows.ts";
export { putFile, readFile } from "./files/file-vault.ts";
export { sweepUnfinished } from "./files/sweep-unfinished.ts";
export * from "./keys/api-keys.ts";
export { type DataFolder, dataFolder } from "./launcher/data-folder.ts";
export { type KeepOptions, type KeptPostgres, keepPostgres } from "./launcher/keep-postgres.ts";
export { type PostgresOptions, type RunningPostgres, startPostgres } from "./launcher/start-postgres.ts";
export { awardsOfOrganisers, awardsPage, type LedgerQuery, mergersAround, relatedAwards, saveAwards } from "./ledger/awards.ts";
export { type CallsOfWebhook, callsOf, sendAgain } from "./messages/calls-of.ts";
export * from "./messages/consultation-history.ts";
export * from "./messages/mail-address.ts";
export {
  type DigestFor,
  mailsTo,
  markFailed,
  markSent,
  type Parcel,
  takeDigests,
  takeDue,
  writeParcel,
} from "./messages/outbox.ts";
export { accountsIn, type HoldersQuery, type Telling, tell } from "./messages/tell.ts";
export { type Migrated, migrate } from "./migrate.ts";
export { newId } from "./new-id.ts";
export { type FirstAdministrator, openCounty } from "./open-county.ts";
export { type Acting, openStore, type Store, type StoreOptions, type Tx } from "./open-store.ts";
export * from "./packages/claim-attachments.ts";
export * from "./packages/claim-mappings.ts";
export * from "./packages/claim-packages.ts";
export * from "./packages/claims.ts";
export * from "./people/claims.ts";
export * from "./people/invitations.ts";
export * from "./people/unit-appointments.ts";
export * from "./persons/demonstration-persons.ts";
export * from "./persons/persons.ts";
export * from "./records/find-records.ts";
export { addEnterprises, codesNotFiled, namesByCode } from "./registers/enterprise-names.ts";
export * from "./registers/previews.ts";
export { rowsInVersions, rowsOf, rowsPage } from "./registers/rows.ts";
export * from "./registers/versions.ts";
export * from "./schema/access.ts";
export * from "./schema/enterprise-file.ts";
export * from "./schema/enterprises.ts";
export * from "./schema/messages.ts";
export * from "./schema/packages.ts";
export * from "./schema/people.ts";
export * from "./schema/registers.ts";
export * from "./schema/sign-in.ts";
export * from "./sign-in/credentials.ts";
export * from "./sign-in/oidc-attempts.ts";
export { makeOneTimePassword, type OneTimePassword } from "./sign-in/one-time-password.ts";
export * from "./sign-in/password-hash.ts";
export * from "./sign-in/recovery-codes.ts";
export * from "./sign-in/sessions.ts";
export * from "./sign-in/visits.ts";
export { createTenant, type Tenant, tenantsOf } from "./tenants.ts";
export { ownerVariable } from "./under-schema-lock.ts";
export { withSystemReach } from "./with-system-reach.ts";
export { type Deed, writeRecord } from "./write-record.ts";
