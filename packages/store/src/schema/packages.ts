/** Tables of the traffic with other systems: webhooks, and the claims that the platform exports. */
import type { ClaimChange, ClaimMapping, ClaimStage } from "@zhengdui/casework";
import { bigint, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

export const webhook = pgTable(
  "webhook",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    url: text("url").notNull(),
    events: text("events").array().notNull(),
    sealedSecret: text("sealed_secret").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const claimMapping = pgTable(
  "claim_mapping",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    policy: text("policy").notNull(),
    mapping: jsonb("mapping").$type<ClaimMapping>().notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const claimPackage = pgTable(
  "claim_package",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    mappingId: text("mapping_id").notNull(),
    policy: text("policy").notNull(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    addedCount: integer("added_count").notNull(),
    changedCount: integer("changed_count").notNull(),
    unchangedCount: integer("unchanged_count").notNull(),
    attachmentCount: integer("attachment_count").notNull(),
    importedBy: text("imported_by").notNull(),
    importedAt: moment("imported_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const claim = pgTable(
  "claim",
  {
    tenantId: tenantId(),
    number: text("number").notNull(),
    packageId: text("package_id").notNull(),
    policy: text("policy").notNull(),
    uscc: text("uscc").notNull(),
    name: text("name").notNull(),
    clause: text("clause"),
    project: text("project"),
    claimedFen: bigint("claimed_fen", { mode: "number" }),
    facts: jsonb("facts").$type<Readonly<Record<string, unknown>>>().notNull(),
    others: jsonb("others").$type<Readonly<Record<string, string>>>().notNull(),
    state: text("state").$type<ClaimStage>().notNull().default("received"),
    reason: text("reason"),
    approvedFen: bigint("approved_fen", { mode: "number" }),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    exportedAt: moment("exported_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.number] })],
);

export const claimImport = pgTable(
  "claim_import",
  {
    tenantId: tenantId(),
    packageId: text("package_id").notNull(),
    number: text("number").notNull(),
    brought: text("brought").$type<"added" | "changed" | "unchanged">().notNull(),
    changes: jsonb("changes").$type<readonly ClaimChange[]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.packageId, t.number] })],
);

export const claimDecision = pgTable(
  "claim_decision",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    number: text("number").notNull(),
    fromState: text("from_state").$type<ClaimStage>().notNull(),
    toState: text("to_state").$type<ClaimStage>().notNull(),
    reason: text("reason"),
    approvedFen: bigint("approved_fen", { mode: "number" }),
    decidedBy: text("decided_by").notNull(),
    decidedAt: moment("decided_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const claimAttachment = pgTable(
  "claim_attachment",
  {
    tenantId: tenantId(),
    number: text("number").notNull(),
    path: text("path").notNull(),
    packageId: text("package_id").notNull(),
    fileId: text("file_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.number, t.path, t.packageId] })],
);
