/** Tables of an enterprise's file: former names, events, facts by year, disputes about them, and the accounts it is paid to. */
import type { BankAccountState, DisputeState, EnterpriseEventKind, FactSource } from "@zhengdui/casework";
import { date, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

/** Names it no longer bears. */
export const enterpriseName = pgTable(
  "enterprise_name",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    uscc: text("uscc").notNull(),
    name: text("name").notNull(),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }).notNull(),
    reason: text("reason").notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const enterpriseEvent = pgTable(
  "enterprise_event",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    uscc: text("uscc").notNull(),
    kind: text("kind").$type<EnterpriseEventKind>().notNull(),
    happenedOn: date("happened_on", { mode: "string" }).notNull(),
    before: text("before"),
    after: text("after"),
    otherUscc: text("other_uscc"),
    reason: text("reason").notNull(),
    evidenceFile: text("evidence_file").notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Append-only. */
export const fact = pgTable(
  "fact",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    uscc: text("uscc").notNull(),
    fact: text("fact").notNull(),
    year: integer("year").notNull(),
    value: jsonb("value").$type<unknown>().notNull(),
    source: text("source").$type<FactSource>().notNull(),
    suppliedBy: text("supplied_by").notNull(),
    suppliedAt: moment("supplied_at").notNull(),
    evidenceFile: text("evidence_file"),
    registerVersion: text("register_version"),
    basis: text("basis"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const dispute = pgTable(
  "dispute",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    uscc: text("uscc").notNull(),
    fact: text("fact").notNull(),
    year: integer("year").notNull(),
    /** The statement that is disputed, or the version of a register and what it says. */
    factId: text("fact_id"),
    registerVersion: text("register_version"),
    disputed: jsonb("disputed"),
    disputedBy: text("disputed_by").notNull(),
    disputedAt: moment("disputed_at").notNull(),
    reason: text("reason").notNull(),
    evidenceFile: text("evidence_file").notNull(),
    state: text("state").$type<DisputeState>().notNull().default("open"),
    settledBy: text("settled_by"),
    settledAt: moment("settled_at"),
    answer: text("answer"),
    /** The statement that corrects it. */
    correctedBy: text("corrected_by"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const bankAccount = pgTable(
  "bank_account",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    uscc: text("uscc").notNull(),
    holder: text("holder").notNull(),
    number: text("number").notNull(),
    bankNumber: text("bank_number").notNull(),
    bankName: text("bank_name").notNull(),
    evidenceFile: text("evidence_file").notNull(),
    state: text("state").$type<BankAccountState>().notNull().default("proposed"),
    proposedBy: text("proposed_by").notNull(),
    proposedAt: moment("proposed_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    reason: text("reason"),
    replacedAt: moment("replaced_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);
