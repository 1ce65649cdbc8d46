/** Tables of who may come in: accounts, what proves them, sessions, devices, keys, appointments. Columns as in the migrations; a test compares. */
import { bigint, boolean, date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

export const tenant = pgTable("tenant", {
  tenantId: text("tenant_id").primaryKey(),
  name: text("name").notNull(),
  hosts: text("hosts").array().notNull().default([]),
  territories: text("territories").array().notNull().default([]),
  demonstration: boolean("demonstration").notNull().default(false),
});

export const account = pgTable(
  "account",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    side: text("side").$type<"applicant" | "office" | "partner" | "admin">().notNull(),
    login: text("login").notNull(),
    name: text("name").notNull(),
    phone: text("phone"),
    email: text("email"),
    status: text("status").$type<"active" | "disabled">().notNull().default("active"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** What proves who somebody is; only sign-in and the account itself see it. */
export const credential = pgTable(
  "credential",
  {
    tenantId: tenantId(),
    accountId: text("account_id").notNull(),
    passwordHash: text("password_hash"),
    passwordChangedAt: moment("password_changed_at"),
    mustChange: boolean("must_change").notNull().default(false),
    failedCount: integer("failed_count").notNull().default(0),
    lockedUntil: moment("locked_until"),
    /** Sealed: see the server's sign-in. */
    totpSecret: text("totp_secret"),
    totpConfirmedAt: moment("totp_confirmed_at"),
    /** The last 30-second step whose code was accepted; no code of it or before counts again (RFC 6238, 5.2). */
    totpLastStep: bigint("totp_last_step", { mode: "number" }),
    /** Sealed too: waits for its first code. */
    totpPending: text("totp_pending"),
    /** Of a password for one use. */
    passwordExpiresAt: moment("password_expires_at"),
    issuer: text("issuer"),
    subject: text("subject"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.accountId] })],
);

export const session = pgTable(
  "session",
  {
    tenantId: tenantId(),
    tokenHash: text("token_hash").notNull(),
    accountId: text("account_id").notNull(),
    begunAt: moment("begun_at").notNull(),
    seenAt: moment("seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** totp: half a session, for that step alone. */
    stage: text("stage").$type<"full" | "totp">().notNull().default("full"),
    /** password, totp, recovery, device, oidc, demonstration */
    factors: text("factors").array().notNull(),
    address: text("address"),
    agent: text("agent"),
    endedAt: moment("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.tokenHash] })],
);

export const trustedDevice = pgTable(
  "trusted_device",
  {
    tenantId: tenantId(),
    tokenHash: text("token_hash").notNull(),
    accountId: text("account_id").notNull(),
    name: text("name").notNull(),
    trustedAt: moment("trusted_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.tokenHash] })],
);

export const apiKey = pgTable(
  "api_key",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    prefix: text("prefix").notNull(),
    hash: text("hash").notNull(),
    name: text("name").notNull(),
    scopes: text("scopes").array().notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** By the security administrator; null: it opens nothing yet. */
    confirmedBy: text("confirmed_by"),
    confirmedAt: moment("confirmed_at"),
    revokedAt: moment("revoked_at"),
    revokedBy: text("revoked_by"),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const appointment = pgTable(
  "appointment",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    accountId: text("account_id").notNull(),
    role: text("role").notNull(),
    uscc: text("uscc"),
    territory: text("territory"),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validTo: date("valid_to", { mode: "string" }),
    deedFile: text("deed_file"),
    grantedBy: text("granted_by").notNull(),
    grantedAt: moment("granted_at").notNull(),
    confirmedBy: text("confirmed_by"),
    confirmedAt: moment("confirmed_at"),
    endedBy: text("ended_by"),
    endedAt: moment("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
