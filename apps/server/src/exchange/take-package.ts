/** Takes a weighed package: all of it or nothing; the attachments' bytes are safe before a row names them. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { FILE_KINDS, harmlessName } from "@zhengdui/casework";
import {
  addEnterprises,
  addFile,
  attachFile,
  insertClaims,
  type MappingRow,
  type PackageRow,
  putFile,
  saveBrought,
  savePackage,
  type Tx,
  updateClaim,
} from "@zhengdui/store";
import { emit } from "../delivery/emit.ts";
import type { OpenPackage } from "./open-package.ts";
import type { PlacedAttachment } from "./place-attachments.ts";
import type { WeighedPackage } from "./weigh-package.ts";

export interface Taking {
  readonly weighed: WeighedPackage;
  readonly opened: OpenPackage;
  readonly mapping: MappingRow;
  readonly fileName: string;
  readonly sha256: string;
  /** The folder of files. */
  readonly files: string;
  readonly by: string;
  readonly now: Date;
}

export async function takePackage(tx: Tx, taking: Taking): Promise<Outcome<PackageRow, Problem>> {
  const { weighed, mapping, fileName, sha256, by, now } = taking;
  await addEnterprises(tx, weighed.unknownUnits, now);
  const counted = (brought: string) => weighed.claims.filter((one) => one.brought === brought).length;
  const counts = { addedCount: counted("added"), changedCount: counted("changed"), unchangedCount: counted("unchanged") };
  const saved = await savePackage(
    tx,
    {
      ...{ mappingId: mapping.id, policy: mapping.policy, fileName, sha256, importedBy: by },
      ...{ ...counts, attachmentCount: weighed.attachments.length },
    },
    now,
  );
  const from = { packageId: saved.id, policy: mapping.policy };
  const added = weighed.claims.filter(({ brought }) => brought === "added");
  await insertClaims(
    tx,
    added.map(({ read }) => read),
    from,
  );
  for (const { read, brought, again } of weighed.claims) if (brought === "changed") await updateClaim(tx, read, from, again);
  await saveBrought(
    tx,
    saved.id,
    weighed.claims.map(({ read, brought, changes }) => ({ number: read.number, brought, changes })),
  );
  const owners = new Map(weighed.claims.map(({ read }) => [read.number, read.uscc]));
  for (const one of weighed.attachments) {
    const kept = await keepAttachment(tx, taking, saved.id, one, owners.get(one.number) ?? null);
    if (!kept.ok) return kept;
  }
  const { addedCount: fresh, changedCount: changed, unchangedCount: unchanged } = saved;
  await emit(tx, "package.imported", { id: saved.id, policy: saved.policy, added: fresh, changed, unchanged }, now);
  return ok(saved);
}

async function keepAttachment(
  tx: Tx,
  { opened, files, by, now }: Taking,
  packageId: string,
  { number, entry, kind, sha256 }: PlacedAttachment,
  uscc: string | null,
): Promise<Outcome<null, Problem>> {
  const bytes = await opened.bytesOf(entry);
  if (!bytes.ok) return bytes;
  const kept = await putFile(files, bytes.value);
  if (kept !== sha256) return fail({ path: entry.path, problem: "文件在导入时变了", expected: "请重新上传" });
  const [name, { mediaType }] = [harmlessName(entry.path, kind), FILE_KINDS[kind]];
  const one = { sha256, name, mediaType, sizeBytes: entry.unpackedBytes, uscc, uploadedBy: by };
  await attachFile(tx, { number, path: entry.place, packageId, fileId: await addFile(tx, one, now) });
  return ok(null);
}
