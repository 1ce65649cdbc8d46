/** Takes a previewed file: all of it, or nothing. Also undoes the last version. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { awardOfRow, diffInSteps, type RegisterKind, type RegisterRow } from "@zhengdui/casework";
import {
  addEnterprises,
  allowLongWork,
  closePreview,
  codesNotFiled,
  loadPreview,
  lockRegister,
  type RegisterVersion,
  rowsOf,
  saveAwards,
  saveVersion,
  type Tx,
  undoVersion,
  versionById,
  versionInForce,
  type WaitingPreview,
} from "@zhengdui/store";
import { notFound, type Refusal } from "../office/refusal.ts";
import { type ImportStage, type TellStage, untold } from "./import-progress.ts";
import { inSteps } from "./in-steps.ts";
import { namesInRows } from "./names-in-rows.ts";

export interface Confirmation {
  readonly preview: string;
  /** Enter into the enterprise file who isn't in it yet. */
  readonly addEnterprises: boolean;
  readonly by: string;
  readonly now: Date;
}

export interface Confirmed {
  readonly version: RegisterVersion;
  readonly enterprisesAdded: number;
}

/** In their order. */
export const stagesOf = ({ family, unknownEnterprise }: RegisterKind): readonly ImportStage[] => [
  ...(unknownEnterprise === "add" ? (["enter"] as const) : []),
  ...(["difference", "write"] as const),
  ...(family === "ledger" ? (["awards"] as const) : []),
];

/** `kinds`: those of the route's family; a preview of another one isn't found. */
export async function confirmRegister(
  tx: Tx,
  kinds: readonly RegisterKind[],
  confirmation: Confirmation,
  tellOf: (kind: RegisterKind) => TellStage = () => untold,
): Promise<Outcome<Confirmed, Refusal>> {
  const { by, now } = confirmation;
  await allowLongWork(tx);
  const preview = await loadPreview(tx, confirmation.preview);
  const kind = kinds.find(({ id }) => id === preview?.kind);
  if (preview === null || kind === undefined) return fail(notFound);
  const tell = tellOf(kind);
  const rows = await rowsToTake(tx, kind, preview, now);
  if (!rows.ok) return rows;
  const added = await enterUnknown(tx, kind, rows.value, confirmation, tell);
  if (!added.ok) return added;
  const base = await versionInForce(tx, kind.id, preview.period);
  const { length } = rows.value;
  const before = base === null ? [] : await rowsOf(tx, base.id);
  const diff = await inSteps(diffInSteps(before, rows.value), tell("difference", length));
  const counts = { added: diff.added.length, removed: diff.removed.length, changed: diff.changed.length };
  const { period, fileName, fileSha256 } = preview;
  const version = await saveVersion(
    tx,
    { kind, period, base, fileName, fileSha256, counts, by, now },
    rows.value,
    tell("write", length),
  );
  if (kind.family === "ledger") {
    const awardOf = (row: RegisterRow) => awardOfRow(kind, row);
    await saveAwards(tx, { versionId: version.id, rows: rows.value, awardOf, now, told: tell("awards", length) });
  }
  await closePreview(tx, preview.id, version.id);
  return ok({ version, enterprisesAdded: added.value });
}

async function rowsToTake(
  tx: Tx,
  kind: RegisterKind,
  preview: WaitingPreview,
  now: Date,
): Promise<Outcome<readonly RegisterRow[], Refusal>> {
  if (preview.versionId !== null) return fail({ status: 409, error: "这次预览已经确认过了，不会再导入一次。" });
  if (preview.rows === null || preview.expiresAt <= now)
    return fail({ status: 410, error: "这次预览已经失效（两小时内有效，再次预览后前一次作废），请重新上传文件。" });
  await lockRegister(tx, kind.id, preview.period);
  const base = await versionInForce(tx, kind.id, preview.period);
  if ((base?.id ?? null) !== preview.baseId)
    return fail({
      status: 409,
      error: `预览以后，${preview.period} ${kind.title}已被别人导入或撤销，请重新上传文件，看新的差异。`,
    });
  return ok(preview.rows);
}

async function enterUnknown(
  tx: Tx,
  kind: RegisterKind,
  rows: readonly RegisterRow[],
  { addEnterprises: mayAdd, now }: Confirmation,
  tell: TellStage,
): Promise<Outcome<number, Refusal>> {
  if (kind.unknownEnterprise === "accept") return ok(0);
  const byCode = await inSteps(namesInRows(rows));
  const missing = await codesNotFiled(tx, [...byCode.keys()]);
  if (missing.size === 0) return ok(0);
  const said = `有 ${missing.size} 家企业不在企业档案里`;
  if (kind.unknownEnterprise === "refuse")
    return fail({ status: 422, error: `${said}（${[...missing].slice(0, 3).join("、")}），没有导入。请先在企业档案登记。` });
  if (!mayAdd) return fail({ status: 422, error: `${said}。请选“一并登记”（所属镇街留空，以后补），或从文件里删去。` });
  const unknown = [...missing].map((uscc) => ({ uscc, name: byCode.get(uscc) ?? uscc }));
  await addEnterprises(tx, unknown, now, tell("enter", unknown.length));
  return ok(unknown.length);
}

/** The latest version alone; it stays readable. */
export async function undoRegister(
  tx: Tx,
  kinds: readonly RegisterKind[],
  { id, reason, by, now }: { readonly id: string; readonly reason: string; readonly by: string; readonly now: Date },
): Promise<Outcome<RegisterVersion, Refusal>> {
  const ids = kinds.map((kind) => kind.id);
  const found = await versionById(tx, id, ids);
  if (found === null) return fail(notFound);
  await lockRegister(tx, found.kind, found.period);
  const version = await versionById(tx, id, ids);
  if (version === null) return fail(notFound);
  if (version.undoneAt !== null) return fail({ status: 409, error: "这一版已经撤销过了。" });
  if (!version.current) return fail({ status: 409, error: "只能撤销最新的一版；要撤销这一版，先撤销它后面的各版。" });
  await undoVersion(tx, version, by, reason, now);
  const undone = await versionById(tx, id, ids);
  return undone === null ? fail(notFound) : ok(undone);
}
