/** Columns that many tables have, in the one form they have here. */
import { sql } from "drizzle-orm";
import { text, timestamp } from "drizzle-orm/pg-core";

/** Filled by the database from the transaction: what is inserted belongs to the tenant one acts for. */
export const tenantId = () => text("tenant_id").notNull().default(sql`app_tenant()`);

/** A moment, as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
