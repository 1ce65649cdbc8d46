/** Tables of the traffic with other systems: webhooks, and the claims that the platform exports. */
import { bigint, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
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
    mapping: jsonb("mapping").notNull(),
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
    uscc: text("uscc").notNull(),
    name: text("name").notNull(),
    clause: text("clause"),
    project: text("project"),
    claimedFen: bigint("claimed_fen", { mode: "bigint" }),
    facts: jsonb("facts").notNull(),
    others: jsonb("others").notNull(),
    state: text("state").$type<"received" | "accepted" | "returned" | "refused" | "approved">().notNull().default("received"),
    reason: text("reason"),
    approvedFen: bigint("approved_fen", { mode: "bigint" }),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    exportedAt: moment("exported_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.number] })],
);

export const claimAttachment = pgTable(
  "claim_attachment",
  {
    tenantId: tenantId(),
    number: text("number").notNull(),
    fileId: text("file_id").notNull(),
    path: text("path").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.number, t.path] })],
);
