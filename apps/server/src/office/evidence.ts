/** Files that a request names as evidence: they must be there, within reach, and belong to the unit (or, for a claim, be the caller's own). */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { type FileRow, findFile, type Tx } from "@zhengdui/store";
import type { Refusal } from "./refusal.ts";
import { sayNo } from "./say-no.ts";

export interface Owner {
  /** The unit that the file must be of. */
  readonly uscc: string | null;
  /** Where no unit is named yet: who must have uploaded it. */
  readonly account: string;
}

export async function evidenceFor(tx: Tx, id: string, path: string, owner: Owner): Promise<Outcome<FileRow, Refusal>> {
  const file = await findFile(tx, id);
  const isRight = file !== null && (owner.uscc === null ? file.uploadedBy === owner.account : file.uscc === owner.uscc);
  if (isRight) return ok(file);
  return fail(...sayNo([{ path, problem: "没有这个文件，或不是这家单位的文件", expected: "请先为这家单位上传文件" }]).errors);
}
