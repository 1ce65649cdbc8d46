/** Tables of what happens on the way in: recovery codes, and browsers that were sent to an identity provider. */
import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

export const recoveryCode = pgTable(
  "recovery_code",
  {
    tenantId: tenantId(),
    accountId: text("account_id").notNull(),
    codeHash: text("code_hash").notNull(),
    madeAt: moment("made_at").notNull(),
    /** Used, or replaced by newer ones. */
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.accountId, t.codeHash] })],
);

export const oidcAttempt = pgTable(
  "oidc_attempt",
  {
    tenantId: tenantId(),
    tokenHash: text("token_hash").notNull(),
    provider: text("provider").notNull(),
    /** State, nonce and code verifier. */
    sealed: text("sealed").notNull(),
    returnTo: text("return_to").notNull(),
    begunAt: moment("begun_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.tokenHash] })],
);
