/** The attachments of a package, each with the claim that it belongs to and what it is by its content. */
import { createHash } from "node:crypto";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { type FileKind, fileKind, numberAt, type PackageAttachment } from "@zhengdui/casework";
import type { OpenPackage } from "./open-package.ts";

export interface PlacedAttachment {
  readonly number: string;
  readonly entry: PackageAttachment;
  readonly kind: FileKind;
  readonly sha256: string;
}

export interface Placed {
  readonly attachments: readonly PlacedAttachment[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

export async function placeAttachments(
  pattern: string | null,
  numbers: ReadonlySet<string>,
  opened: OpenPackage,
): Promise<Placed> {
  const placeOf = pattern === null ? () => null : numberAt(pattern, numbers);
  const [attachments, problems, left]: [PlacedAttachment[], Problem[], string[]] = [[], [], []];
  for (const entry of opened.attachments) {
    const number = placeOf(entry.place);
    if (number === null) left.push(entry.path);
    else if (!numbers.has(number))
      problems.push({
        path: entry.path,
        problem: `申报表里没有 ${number} 这一件`,
        expected: "补上这一件，或删去它的附件；附件的位置由栏目对应设定",
      });
    else {
      const known = await knownBy(entry, opened);
      if (known.ok) attachments.push({ number, entry, ...known.value });
      else problems.push(...known.errors);
    }
  }
  const notes =
    left.length === 0
      ? []
      : [`${left.length} 个文件不在附件的位置上，没有导入：${left.slice(0, 5).join("、")}${left.length > 5 ? "等" : ""}。`];
  return { attachments, problems, notes };
}

/** One at a time: never more than one is in memory. */
async function knownBy(
  entry: PackageAttachment,
  { bytesOf }: OpenPackage,
): Promise<Outcome<Pick<PlacedAttachment, "kind" | "sha256">, Problem>> {
  const bytes = await bytesOf(entry);
  if (!bytes.ok) return bytes;
  const kind = fileKind(bytes.value, entry.path);
  if (!kind.ok) return fail(...kind.errors.map((one) => ({ ...one, path: entry.path })));
  return ok({ kind: kind.value, sha256: createHash("sha256").update(bytes.value).digest("hex") });
}
