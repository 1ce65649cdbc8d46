/** The line above a table that gives it a name: 表：比例, 表：奖励(产值), 累进表：补助(服务费). */
import type { DocCell, TableCaption } from "./policy-document.ts";

const LINE = /^(累进)?表[：:]\s*(.*)$/u;
const NAME = "\\p{Script=Han}[\\p{Script=Han}A-Za-z0-9]*";
const HEAD = new RegExp(`^(${NAME})(?:\\((${NAME}(?:,${NAME})*)\\))?$`, "u");

/** The last line of a paragraph, where it is a caption; "bad" where it looks like one and can't be read; null where it is none. */
export function readCaption(text: string, firstLine: number): TableCaption | { readonly bad: DocCell } | null {
  const lines = text.split("\n");
  const source = lines.at(-1)?.trim() ?? "";
  const match = LINE.exec(source);
  if (match === null) return null;
  const cell: DocCell = { text: source, line: firstLine + lines.length - 1, column: 1 };
  const head = HEAD.exec((match[2] ?? "").replaceAll(" ", ""));
  if (head === null) return { bad: cell };
  return { name: head[1] as string, params: head[2]?.split(",") ?? null, marginal: match[1] !== undefined, cell };
}
