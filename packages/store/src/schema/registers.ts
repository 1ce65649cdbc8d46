/** Tables of registers, version by version, and of the ledger of earlier awards that came with them. */
import { bigint, boolean, customType, date, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

type Sight = "contribution";

export const registerVersion = pgTable(
  "register_version",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    period: text("period").notNull(),
    number: integer("number").notNull(),
    sight: text("sight").$type<Sight>(),
    baseId: text("base_id"),
    fileName: text("file_name").notNull(),
    fileSha256: text("file_sha256").notNull(),
    rowCount: integer("row_count").notNull(),
    added: integer("added").notNull(),
    removed: integer("removed").notNull(),
    changed: integer("changed").notNull(),
    importedBy: text("imported_by").notNull(),
    importedAt: moment("imported_at").notNull(),
    current: boolean("current").notNull(),
    undoneBy: text("undone_by"),
    undoneAt: moment("undone_at"),
    undoneReason: text("undone_reason"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const registerRow = pgTable(
  "register_row",
  {
    tenantId: tenantId(),
    versionId: text("version_id").notNull(),
    place: integer("place").notNull(),
    sight: text("sight").$type<Sight>(),
    key: text("key").notNull(),
    uscc: text("uscc"),
    name: text("name"),
    cells: jsonb("cells").$type<readonly (string | null)[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.versionId, t.place] })],
);

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const registerPreview = pgTable(
  "register_preview",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    kind: text("kind").notNull(),
    period: text("period").notNull(),
    sight: text("sight").$type<Sight>(),
    baseId: text("base_id"),
    fileName: text("file_name").notNull(),
    fileSha256: text("file_sha256").notNull(),
    rows: bytes("rows"),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    versionId: text("version_id"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const ledgerAward = pgTable(
  "ledger_award",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    versionId: text("version_id").notNull(),
    place: integer("place").notNull(),
    source: text("source").$type<"ours" | "other">().notNull(),
    organ: text("organ").notNull(),
    policy: text("policy").notNull(),
    clause: text("clause"),
    policyYear: integer("policy_year").notNull(),
    claimYear: integer("claim_year").notNull(),
    budgetYear: integer("budget_year"),
    uscc: text("uscc").notNull(),
    payee: text("payee").notNull(),
    project: text("project"),
    projectNumber: text("project_number"),
    organiser: text("organiser"),
    invoices: text("invoices").array().notNull(),
    /** 分, below 2^53 as all money. */
    expense: bigint("expense", { mode: "number" }),
    approved: bigint("approved", { mode: "number" }).notNull(),
    paid: bigint("paid", { mode: "number" }),
    paidOn: date("paid_on", { mode: "string" }),
    document: text("document"),
    projectKeys: text("project_keys").array().notNull(),
    awardKey: text("award_key"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** What awards may share, so that they are found by an index. */
export const awardMark = pgTable(
  "award_mark",
  { tenantId: tenantId(), mark: text("mark").notNull(), awardId: text("award_id").notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.mark, t.awardId] })],
);
