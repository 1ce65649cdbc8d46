/** What of a package is its sheet and what are attachments: by where they lie. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { PackageEntry } from "./package-directory.ts";

export interface PackageAttachment extends PackageEntry {
  /** From the sheet's folder on. */
  readonly place: string;
}

export interface PackagePlan {
  readonly sheet: PackageEntry;
  readonly attachments: readonly PackageAttachment[];
}

/** What systems leave behind in archives. */
const LITTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;
const SHEET = /\.(xlsx|xls|csv)$/i;

const depth = (path: string): number => path.split("/").length;

export function planPackage(entries: readonly PackageEntry[]): Outcome<PackagePlan, Problem> {
  const files = entries.filter(({ path }) => !LITTER.test(path));
  const sheets = files.filter(({ path }) => SHEET.test(path));
  const least = Math.min(...sheets.map(({ path }) => depth(path)));
  const [sheet, ...more] = sheets.filter(({ path }) => depth(path) === least);
  if (sheet === undefined) return fail({ path: "", problem: "压缩包里没有申报表", expected: "一个 xlsx，在最外一层" });
  if (more.length > 0) {
    const paths = [sheet, ...more].map(({ path }) => path).join("、");
    return fail({ path: "", problem: `压缩包的最外一层有几张表：${paths}`, expected: "只留一张申报表，其余放进附件的文件夹" });
  }
  const folder = sheet.path.slice(0, sheet.path.lastIndexOf("/") + 1);
  const attachments = files
    .filter((one) => one !== sheet)
    .map((one) => ({ ...one, place: one.path.startsWith(folder) ? one.path.slice(folder.length) : one.path }));
  return ok({ sheet, attachments });
}
