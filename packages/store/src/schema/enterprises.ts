/** Tables of what all else hangs on: enterprises, files, and the record of who did what. */
import { bigint, date, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

export const enterprise = pgTable(
  "enterprise",
  {
    tenantId: tenantId(),
    uscc: text("uscc").notNull(),
    name: text("name").notNull(),
    territory: text("territory"),
    industry: text("industry"),
    establishedOn: date("established_on", { mode: "string" }),
    status: text("status").$type<"open" | "merged" | "moved" | "closed">().notNull().default("open"),
    knownAt: moment("known_at").notNull(),
    /** Names it bore, folded, each after a space. */
    formerSought: text("former_sought").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.uscc] })],
);

export const file = pgTable(
  "file",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    sha256: text("sha256").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    uscc: text("uscc"),
    uploadedBy: text("uploaded_by").notNull(),
    uploadedAt: moment("uploaded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export type RecordOutcome = "done" | "refused" | "failed";

/** Append-only: the program's role can't change or delete a row. */
export const record = pgTable(
  "record",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    at: moment("at").notNull(),
    accountId: text("account_id"),
    roles: text("roles").array().notNull().default([]),
    action: text("action").notNull(),
    outcome: text("outcome").$type<RecordOutcome>().notNull(),
    subjectKind: text("subject_kind"),
    subject: text("subject"),
    uscc: text("uscc"),
    address: text("address"),
    detail: jsonb("detail").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
