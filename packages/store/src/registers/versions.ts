/** Versions of registers: which is in force, what there was, the next one, and the last one undone. */
import type { RegisterKind, RegisterRow } from "@zhengdui/casework";
import { and, asc, desc, eq, inArray, isNull, lt, max, type SQL, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { account } from "../schema/access.ts";
import { registerVersion } from "../schema/registers.ts";
import { insertRows } from "./rows.ts";

export type RegisterVersion = typeof registerVersion.$inferSelect;

/** Until the transaction ends nobody else imports or undoes this kind and period. */
export const lockRegister = async (tx: Tx, kind: string, period: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(app_tenant() || ' ' || ${kind} || ' ' || ${period}, 0))`);
};

const one = async (tx: Tx, condition: SQL | undefined): Promise<RegisterVersion | null> =>
  (await tx.select().from(registerVersion).where(condition).orderBy(desc(registerVersion.period)).limit(1))[0] ?? null;

export const versionInForce = (tx: Tx, kind: string, period: string): Promise<RegisterVersion | null> =>
  one(tx, and(eq(registerVersion.kind, kind), eq(registerVersion.period, period), eq(registerVersion.current, true)));

/** The one in force of the period before: what a first version is compared with. */
export const versionBefore = (tx: Tx, kind: string, period: string): Promise<RegisterVersion | null> =>
  one(tx, and(eq(registerVersion.kind, kind), lt(registerVersion.period, period), eq(registerVersion.current, true)));

export const versionById = (tx: Tx, id: string, kinds: readonly string[]): Promise<RegisterVersion | null> =>
  one(tx, and(eq(registerVersion.id, id), inArray(registerVersion.kind, [...kinds])));

/** Of each kind the one in force of its latest period. */
export const latestOfKinds = (tx: Tx, kinds: readonly string[]): Promise<RegisterVersion[]> =>
  tx
    .selectDistinctOn([registerVersion.kind])
    .from(registerVersion)
    .where(and(inArray(registerVersion.kind, [...kinds]), eq(registerVersion.current, true)))
    .orderBy(asc(registerVersion.kind), desc(registerVersion.period));

/** All in force of these kinds: what a file is read from. */
export const versionsInForce = (tx: Tx, kinds: readonly string[]): Promise<RegisterVersion[]> =>
  tx
    .select()
    .from(registerVersion)
    .where(and(inArray(registerVersion.kind, [...kinds]), eq(registerVersion.current, true)))
    .orderBy(asc(registerVersion.kind), desc(registerVersion.period));

/** Of those that spoke of a year; one more is read, so that it is known whether older ones are left off. */
export const REMEMBERED_VERSIONS = 200;

/** Every version that spoke of the year, in force or not, the newest first. */
export const versionsOfYear = (tx: Tx, kinds: readonly string[], year: number): Promise<RegisterVersion[]> =>
  tx
    .select()
    .from(registerVersion)
    .where(and(inArray(registerVersion.kind, [...kinds]), sql`left(${registerVersion.period}, 4) = ${String(year)}`))
    .orderBy(desc(registerVersion.id))
    .limit(REMEMBERED_VERSIONS + 1);

/** Who imported and who undid them, by account: the names, as far as the transaction may see them. */
export async function namesInVersions(tx: Tx, versions: readonly RegisterVersion[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(versions.flatMap(({ importedBy, undoneBy }) => [importedBy, undoneBy ?? importedBy]))];
  if (ids.length === 0) return new Map();
  const found = await tx.select({ id: account.id, name: account.name }).from(account).where(inArray(account.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** One that holds the same file and wasn't undone. */
export const versionOfFile = (tx: Tx, kind: string, period: string, sha256: string): Promise<RegisterVersion | null> =>
  one(
    tx,
    and(
      eq(registerVersion.kind, kind),
      eq(registerVersion.period, period),
      eq(registerVersion.fileSha256, sha256),
      isNull(registerVersion.undoneAt),
    ),
  );

/** The latest first; `after`: the id of the last one of the page before. */
export function versionsOf(
  tx: Tx,
  { kinds, period, after, limit }: { kinds: readonly string[]; period?: string; after?: string; limit: number },
): Promise<RegisterVersion[]> {
  const conditions = [
    inArray(registerVersion.kind, [...kinds]),
    period === undefined ? undefined : eq(registerVersion.period, period),
    after === undefined ? undefined : lt(registerVersion.id, after),
  ];
  return tx
    .select()
    .from(registerVersion)
    .where(and(...conditions))
    .orderBy(desc(registerVersion.id))
    .limit(limit);
}

export interface NewVersion {
  readonly kind: RegisterKind;
  readonly period: string;
  readonly base: RegisterVersion | null;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
  readonly by: string;
  readonly now: Date;
}

/** Under the lock of its kind and period. The base is no longer in force. */
export async function saveVersion(
  tx: Tx,
  version: NewVersion,
  rows: readonly RegisterRow[],
  told?: (rows: number) => void,
): Promise<RegisterVersion> {
  const { kind, period, base, counts, now } = version;
  if (base !== null) await setCurrent(tx, base.id, false);
  const sight = kind.family === "contribution" ? ("contribution" as const) : null;
  const [saved] = await tx
    .insert(registerVersion)
    .values({
      id: newId(now),
      kind: kind.id,
      period,
      number: (await lastNumber(tx, kind.id, period)) + 1,
      sight,
      baseId: base?.id ?? null,
      fileName: version.fileName,
      fileSha256: version.fileSha256,
      rowCount: rows.length,
      ...counts,
      importedBy: version.by,
      importedAt: now,
      current: true,
    })
    .returning();
  if (saved === undefined) throw new Error("an inserted row must come back");
  await insertRows(tx, saved, rows, told);
  return saved;
}

async function lastNumber(tx: Tx, kind: string, period: string): Promise<number> {
  const [found] = await tx
    .select({ last: max(registerVersion.number) })
    .from(registerVersion)
    .where(and(eq(registerVersion.kind, kind), eq(registerVersion.period, period)));
  return found?.last ?? 0;
}

const setCurrent = async (tx: Tx, id: string, current: boolean): Promise<void> => {
  await tx.update(registerVersion).set({ current }).where(eq(registerVersion.id, id));
};

/** Under the lock. What it replaced is in force again. */
export async function undoVersion(tx: Tx, version: RegisterVersion, by: string, reason: string, now: Date): Promise<void> {
  await tx
    .update(registerVersion)
    .set({ current: false, undoneBy: by, undoneAt: now, undoneReason: reason })
    .where(eq(registerVersion.id, version.id));
  if (version.baseId !== null) await setCurrent(tx, version.baseId, true);
}
