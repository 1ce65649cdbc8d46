/** A file of a register is read and compared, and nothing is taken yet: what would change, what is wrong, what is to be minded. */
import { createHash } from "node:crypto";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import {
  compareInSteps,
  diffInSteps,
  type FileComparison,
  type LikelySame,
  likelySame,
  type RegisterDiff,
  type RegisterKind,
  type RegisterReading,
  type RegisterRow,
  readRegisterInSteps,
} from "@zhengdui/casework";
import {
  allowLongWork,
  namesByCode,
  newId,
  type RegisterVersion,
  rowsOf,
  savePreview,
  type Tx,
  versionBefore,
  versionInForce,
  versionOfFile,
} from "@zhengdui/store";
import type { Refusal } from "../office/refusal.ts";
import { type TellStage, untold } from "./import-progress.ts";
import { inSteps } from "./in-steps.ts";
import { namesInRows } from "./names-in-rows.ts";
import { readSheetsAside } from "./read-sheets.ts";

const VALID_FOR_MS = 2 * 3_600_000;

export interface UploadedRegister {
  readonly kind: RegisterKind;
  readonly period: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Take a file that was taken before. */
  readonly force: boolean;
  readonly by: string;
  readonly now: Date;
}

export interface PreviewedRegister {
  readonly id: string;
  readonly format: string;
  readonly reading: RegisterReading;
  readonly comparison: FileComparison;
  readonly diff: RegisterDiff;
  readonly alike: readonly LikelySame[];
  /** What the diff is against: the version in force, or the period's before; null: nothing. */
  readonly against: RegisterVersion | null;
  readonly expiresAt: Date;
}

/** In their order. */
export const PREVIEW_STAGES = ["read", "check", "compare", "difference", "keep"] as const;
const THOUSANDTHS = 1_000;

export async function previewRegister(
  tx: Tx,
  upload: UploadedRegister,
  tell: TellStage = untold,
): Promise<Outcome<PreviewedRegister, Refusal>> {
  const { kind, period, bytes, now } = upload;
  await allowLongWork(tx);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = upload.force ? null : await versionOfFile(tx, kind.id, period, sha256);
  if (known !== null) return fail(sameFile(kind, known));
  const read = tell("read", THOUSANDTHS);
  const file = await readSheetsAside(bytes, upload.fileName, (part) => read(Math.floor(part * THOUSANDTHS)));
  if (!file.ok) return fail({ status: 422, error: "这个文件不能读。", problems: file.errors });
  const { sheets } = file.value;
  const longest = Math.max(0, ...sheets.map(({ rows }) => rows.length));
  const reading = await inSteps(readRegisterInSteps(kind, period, sheets), tell("check", longest));
  const comparison = await comparedWithFile(tx, kind, reading, tell);
  const problems = [...reading.problems, ...comparison.problems];
  if (problems.length > 0)
    return fail({
      status: 422,
      error: `${kind.title}有 ${problems.length} 处要改，改好以后再导入；现在什么也没有保存。`,
      problems,
    });
  const base = await versionInForce(tx, kind.id, period);
  const against = base ?? (await versionBefore(tx, kind.id, period));
  const before = against === null ? [] : await rowsOf(tx, against.id);
  const diff = await inSteps(diffInSteps(before, reading.rows), tell("difference", reading.rows.length));
  if (base !== null && !upload.force && isUnchanged(diff)) return fail(sameRows(kind, base));
  const id = newId(now);
  const expiresAt = new Date(now.getTime() + VALID_FOR_MS);
  const preview = { id, kind: kind.id, period, sight: kind.family === "contribution" ? ("contribution" as const) : null };
  const source = { baseId: base?.id ?? null, fileName: upload.fileName, fileSha256: sha256 };
  await savePreview(
    tx,
    { ...preview, ...source, createdBy: upload.by, createdAt: now, expiresAt },
    reading.rows,
    tell("keep", reading.rows.length),
  );
  return ok({ id, format: file.value.format, reading, comparison, diff, alike: likelySame(kind, diff), against, expiresAt });
}

async function comparedWithFile(
  tx: Tx,
  kind: RegisterKind,
  { sheet, rows }: { readonly sheet: string; readonly rows: readonly RegisterRow[] },
  tell: TellStage,
): Promise<FileComparison> {
  const codes = [...(await inSteps(namesInRows(rows))).keys()];
  return inSteps(compareInSteps(kind, sheet, rows, await namesByCode(tx, codes, tell("compare", codes.length))));
}

const isUnchanged = ({ added, removed, changed }: RegisterDiff): boolean => added.length + removed.length + changed.length === 0;

const sameFile = (kind: RegisterKind, { number, period, fileName }: RegisterVersion): Refusal => ({
  status: 409,
  error: `这个文件已经导入过：${period} ${kind.title}第 ${number} 版（${fileName}）。确要再导入一次的，请选“仍然导入”。`,
});

const sameRows = (kind: RegisterKind, { number, period }: RegisterVersion): Refusal => ({
  status: 409,
  error: `内容与现行的 ${period} ${kind.title}第 ${number} 版完全相同，不必导入。确要导入的，请选“仍然导入”。`,
});
