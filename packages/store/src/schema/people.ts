/** Tables of how people come to act for units: claims of legal representatives, invitations of handlers and agents. */
import type { ClaimState, InvitedRole } from "@zhengdui/casework";
import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

export const unitClaim = pgTable(
  "unit_claim",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    uscc: text("uscc").notNull(),
    name: text("name").notNull(),
    territory: text("territory"),
    accountId: text("account_id").notNull(),
    evidenceFile: text("evidence_file").notNull(),
    claimedAt: moment("claimed_at").notNull(),
    state: text("state").$type<ClaimState>().notNull().default("pending"),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const invitation = pgTable(
  "invitation",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    tokenHash: text("token_hash").notNull(),
    uscc: text("uscc").notNull(),
    unitName: text("unit_name").notNull(),
    role: text("role").$type<InvitedRole>().notNull(),
    /** Who is meant, as the inviter calls them. */
    invitee: text("invitee").notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validTo: date("valid_to", { mode: "string" }).notNull(),
    deedFile: text("deed_file").notNull(),
    invitedBy: text("invited_by").notNull(),
    invitedAt: moment("invited_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    acceptedBy: text("accepted_by"),
    acceptedAt: moment("accepted_at"),
    appointmentId: text("appointment_id"),
    revokedBy: text("revoked_by"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
