/** What the register routes answer: shapes, and how they are filled. */
import { hasEnded, type RegisterKind, type RegisterRow, type RowChange } from "@zhengdui/casework";
import { namesInVersions, type RegisterVersion, type Tx } from "@zhengdui/store";
import { z } from "zod";
import type { PreviewedRegister } from "./preview-register.ts";

/** How many rows of each sort a preview shows; the counts say how many there are. */
const SHOWN_ROWS = 200;

const cells = z.array(z.string().nullable());

export const versionAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  period: z.string(),
  number: z.int(),
  fileName: z.string(),
  fileSha256: z.string(),
  rowCount: z.int(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  importedBy: z.string(),
  importedByName: z.string(),
  importedAt: z.string(),
  current: z.boolean(),
  undone: z.object({ by: z.string(), byName: z.string(), at: z.string(), reason: z.string() }).nullable(),
});

export const kindAnswer = z.object({
  id: z.string(),
  title: z.string(),
  supplier: z.string(),
  basis: z.string(),
  period: z.enum(["year", "day"]),
  unknownEnterprise: z.enum(["add", "refuse", "accept"]),
  key: z.array(z.string()),
  /** The column with a row's last day. */
  ends: z.string().nullable(),
  columns: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      also: z.array(z.string()),
      type: z.string(),
      required: z.boolean(),
      options: z.array(z.object({ id: z.string(), label: z.string() })),
      note: z.string().optional(),
    }),
  ),
  /** The one in force of the latest period; null: there is none. */
  latest: versionAnswer.nullable(),
});

export const shownKind = (kind: RegisterKind, latest: z.input<typeof versionAnswer> | null): z.input<typeof kindAnswer> => ({
  latest,
  ...kind,
  key: [...kind.key],
  columns: kind.columns.map((column) => ({
    ...column,
    also: [...column.also],
    options: column.options.map((option) => ({ ...option })),
  })),
});

export async function shownVersions(tx: Tx, versions: readonly RegisterVersion[]): Promise<z.input<typeof versionAnswer>[]> {
  const names = await namesInVersions(tx, versions);
  return versions.map((version) => shownVersion(version, (by) => names.get(by) ?? by));
}

function shownVersion(version: RegisterVersion, nameOf: (account: string) => string): z.input<typeof versionAnswer> {
  const { undoneBy: by, undoneAt: at, undoneReason: reason, importedBy } = version;
  const undone = at === null ? null : { by: by ?? "", byName: nameOf(by ?? ""), at: at.toISOString(), reason: reason ?? "" };
  return { ...version, importedAt: version.importedAt.toISOString(), importedByName: nameOf(importedBy), undone };
}

const previewedRow = z.object({ place: z.int(), cells });
export const rowAnswer = previewedRow.extend({
  /** Its last day has passed. */
  ended: z.boolean(),
});

const shownPreviewed = ({ place, cells }: RegisterRow): z.input<typeof previewedRow> => ({ place, cells: [...cells] });

export const shownRow = (kind: RegisterKind, row: RegisterRow, today: string): z.input<typeof rowAnswer> => ({
  ...shownPreviewed(row),
  ended: hasEnded(kind, row.cells, today),
});

const some = <T extends z.ZodType>(one: T) => z.object({ count: z.int(), first: z.array(one) });

export const previewAnswer = z.object({
  preview: z.string(),
  expiresAt: z.string(),
  format: z.string(),
  sheet: z.string(),
  rowCount: z.int(),
  /** What was let be. */
  notes: z.array(z.string()),
  /** Names that differ from the enterprise file's. */
  warnings: some(z.string()),
  unknown: some(z.object({ uscc: z.string(), name: z.string(), place: z.int() })),
  against: z.object({ period: z.string(), number: z.int() }).nullable(),
  diff: z.object({
    added: some(previewedRow),
    removed: some(previewedRow),
    changed: some(z.object({ before: previewedRow, after: previewedRow })),
    /** Of the added and the removed: pairs that may be one row whose key was changed. They stay counted as what they are. */
    alike: some(z.object({ before: previewedRow, after: previewedRow, by: z.enum(["name", "rest"]) })),
    same: z.int(),
  }),
});

const someOf = <T, S>(all: readonly T[], show: (one: T) => S) => ({
  count: all.length,
  first: all.slice(0, SHOWN_ROWS).map(show),
});

const shownChange = ({ before, after }: RowChange) => ({ before: shownPreviewed(before), after: shownPreviewed(after) });

export function shownPreview(previewed: PreviewedRegister): z.input<typeof previewAnswer> {
  const { id, expiresAt, format, reading, comparison, diff, alike, against } = previewed;
  return {
    preview: id,
    expiresAt: expiresAt.toISOString(),
    format,
    sheet: reading.sheet,
    rowCount: reading.rows.length,
    notes: [...reading.notes],
    warnings: someOf(comparison.warnings, (warning) => warning),
    unknown: someOf(comparison.unknown, (one) => ({ ...one })),
    against: against === null ? null : { period: against.period, number: against.number },
    diff: {
      added: someOf(diff.added, shownPreviewed),
      removed: someOf(diff.removed, shownPreviewed),
      changed: someOf(diff.changed, shownChange),
      alike: someOf(alike, ({ by, ...pair }) => ({ ...shownChange(pair), by })),
      same: diff.same,
    },
  };
}
