/** What registers say of one enterprise: as facts by year, and row by row. Read through from the versions, so that an undone import says nothing any more. */
import { factsOfVersions, hasEnded, latestOfYear, type RegisterKind, tellsFact } from "@zhengdui/casework";
import { namesInVersions, type RegisterVersion, rowsInVersions, type Tx, versionsInForce, versionsOfYear } from "@zhengdui/store";
import { z } from "zod";
import type { OfficeParts } from "./office-parts.ts";

/** From which import something is known. */
export const importShape = z.object({
  version: z.string(),
  kind: z.string(),
  title: z.string(),
  supplier: z.string(),
  period: z.string(),
  number: z.int(),
  fileName: z.string(),
  importedAt: z.string(),
  /** null: who asks doesn't see whose account it is. */
  importedByName: z.string().nullable(),
  standing: z.enum(["current", "replaced", "undone"]),
  undoneReason: z.string().nullable(),
});
export type ImportShown = z.input<typeof importShape>;

export const listingShape = z.object({
  from: importShape,
  columns: z.array(
    z.object({ label: z.string(), type: z.string(), options: z.array(z.object({ id: z.string(), label: z.string() })) }),
  ),
  rows: z.array(z.array(z.string().nullable())),
  /** Of each row whether its last day has passed; null: the rows of this list have none. */
  ended: z.array(z.boolean()).nullable(),
});

export interface SaidByRegister {
  readonly fact: string;
  readonly year: number;
  readonly value: unknown;
  readonly from: ImportShown;
  readonly importedBy: string;
}

type Kinds = readonly RegisterKind[];

/** `year`: all versions that ever spoke of it; left out: those in force. */
export async function factsFromRegisters(
  tx: Tx,
  { registers }: OfficeParts,
  uscc: string,
  asked?: { readonly fact: string; readonly year: number },
): Promise<readonly SaidByRegister[]> {
  const telling = [...registers.values()].filter((kind) =>
    asked === undefined ? kind.supplies.length > 0 : tellsFact(kind, asked.fact),
  );
  if (telling.length === 0) return [];
  const ids = telling.map(({ id }) => id);
  const versions = asked === undefined ? latestOfYear(await versionsInForce(tx, ids)) : await versionsOfYear(tx, ids, asked.year);
  const rows = await rowsInVersions(
    tx,
    uscc,
    versions.map(({ id }) => id),
  );
  const names = await namesInVersions(tx, versions);
  return factsOfVersions(registers, versions, rows)
    .filter(({ fact }) => asked === undefined || fact === asked.fact)
    .map(({ fact, year, value, version }) => {
      const from = importOf(registers, version, names);
      return { fact, year, value, from, importedBy: version.importedBy };
    });
}

/** The enterprise's rows in the versions in force of these kinds, the newest period of each first; of several days of a year the last. */
export async function listingsOf(
  tx: Tx,
  { registers }: OfficeParts,
  kinds: Kinds,
  uscc: string,
  today: string,
): Promise<z.input<typeof listingShape>[]> {
  if (kinds.length === 0) return [];
  const ids = kinds.map(({ id }) => id);
  const versions = latestOfYear(await versionsInForce(tx, ids));
  const rows = await rowsInVersions(
    tx,
    uscc,
    versions.map(({ id }) => id),
  );
  const listing = versions.filter(({ id }) => (rows.get(id) ?? []).length > 0);
  const names = await namesInVersions(tx, listing);
  return listing.map((version) => {
    const kind = registers.get(version.kind);
    const own = rows.get(version.id) ?? [];
    return {
      from: importOf(registers, version, names),
      columns: (kind?.columns ?? []).map(({ label, type, options }) => ({
        ...{ label, type, options: options.map((option) => ({ ...option })) },
      })),
      rows: own.map(({ cells }) => [...cells]),
      ended: kind === undefined || kind.ends === null ? null : own.map(({ cells }) => hasEnded(kind, cells, today)),
    };
  });
}

function importOf(
  registers: OfficeParts["registers"],
  version: RegisterVersion,
  names: ReadonlyMap<string, string>,
): ImportShown {
  const { id, kind, period, number, fileName, importedAt, importedBy, current, undoneAt, undoneReason } = version;
  const of = registers.get(kind);
  return {
    ...{ version: id, kind, title: of?.title ?? kind, supplier: of?.supplier ?? "", period, number, fileName },
    ...{ importedAt: importedAt.toISOString(), importedByName: names.get(importedBy) ?? null },
    ...{ standing: undoneAt !== null ? "undone" : current ? "current" : "replaced", undoneReason },
  };
}
