/** Tables of what is said: messages, mails and calls that leave the house, the consultation log. */
import { date, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, tenantId } from "./columns.ts";

export const message = pgTable(
  "message",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    accountId: text("account_id").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    link: text("link"),
    at: moment("at").notNull(),
    readAt: moment("read_at"),
    digestedAt: moment("digested_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const messageSetting = pgTable(
  "message_setting",
  {
    tenantId: tenantId(),
    accountId: text("account_id").notNull(),
    mail: text("mail").$type<"daily" | "never">().notNull().default("daily"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.accountId] })],
);

export const mailAddressAsked = pgTable(
  "mail_address_asked",
  {
    tenantId: tenantId(),
    accountId: text("account_id").notNull(),
    address: text("address").notNull(),
    codeHash: text("code_hash").notNull(),
    askedAt: moment("asked_at").notNull(),
    askedOn: date("asked_on", { mode: "string" }).notNull(),
    askedCount: integer("asked_count").notNull(),
    wrongCount: integer("wrong_count").notNull().default(0),
    confirmedAt: moment("confirmed_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.accountId] })],
);

export const outbox = pgTable(
  "outbox",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    kind: text("kind").$type<"mail" | "webhook">().notNull(),
    payload: jsonb("payload").notNull(),
    writtenAt: moment("written_at").notNull(),
    dueAt: moment("due_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    sentAt: moment("sent_at"),
    givenUpAt: moment("given_up_at"),
    lastError: text("last_error"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const consultation = pgTable(
  "consultation",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    policy: text("policy").notNull(),
    clause: text("clause"),
    channel: text("channel").$type<"online" | "phone" | "visit">().notNull(),
    uscc: text("uscc"),
    askedBy: text("asked_by"),
    question: text("question").notNull(),
    askedAt: moment("asked_at").notNull(),
    answer: text("answer"),
    answeredBy: text("answered_by"),
    answeredAt: moment("answered_at"),
    publicQuestion: text("public_question"),
    publicAnswer: text("public_answer"),
    publishedBy: text("published_by"),
    publishedAt: moment("published_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Append-only. */
export const consultationEarlier = pgTable(
  "consultation_earlier",
  {
    tenantId: tenantId(),
    id: text("id").notNull(),
    consultationId: text("consultation_id").notNull(),
    what: text("what").$type<"answer" | "publication">().notNull(),
    question: text("question"),
    answer: text("answer").notNull(),
    saidBy: text("said_by"),
    saidAt: moment("said_at").notNull(),
    replacedBy: text("replaced_by").notNull(),
    replacedAt: moment("replaced_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Personal data. */
export const consultationCaller = pgTable(
  "consultation_caller",
  {
    tenantId: tenantId(),
    consultationId: text("consultation_id").notNull(),
    name: text("name"),
    phone: text("phone"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.consultationId] })],
);
