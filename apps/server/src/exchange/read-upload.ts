/** An uploaded package in a route: its body, how it is received, and its work as an answer or a refusal. */
import { Readable } from "node:stream";
import { type Outcome, ok, type Problem } from "@zhengdui/basics";
import { textOf } from "@zhengdui/casework";
import { z } from "zod";
import type { Refusal } from "../office/refusal.ts";
import { type OpenPackage, withPackage } from "./open-package.ts";
import type { ReceivedPackage } from "./receive-package.ts";

/** A stream, past JSON. */
export const uploadBody = z
  .custom<Readable>((value) => value instanceof Readable, "请上传平台导出的 zip 或 xlsx 文件")
  .meta({ type: "string", format: "binary" });

/** Faults of the file itself come back as one refusal with all of them. */
export async function withUpload<T>(
  received: ReceivedPackage,
  fileName: string,
  work: (opened: OpenPackage) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> {
  const done = await withPackage(received, fileName, async (opened) => ok(await work(opened)));
  return done.ok ? done.value : refusal(done.errors);
}

/** All or nothing: every place is named, and that nothing was kept. */
export const refusal = (problems: readonly Problem[]): { readonly ok: false; readonly errors: [Refusal] } => ({
  ok: false,
  errors: [{ status: 422, error: `申报包有 ${problems.length} 处要改，改好以后再导入；现在什么也没有保存。`, problems }],
});

export interface FirstRows {
  readonly sheets: { readonly name: string; readonly rows: string[][] }[];
  readonly files: string[];
}

/** The first rows of every sheet, and where some of the other files lie: what a mapping is made from. */
export const firstRows = (received: ReceivedPackage, fileName: string, rows: number): Promise<Outcome<FirstRows, Refusal>> =>
  withUpload(received, fileName, async ({ sheets, attachments }) =>
    ok({
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        rows: sheet.rows.slice(0, rows).map((cells) => cells.map((cell) => textOf(cell).slice(0, 100))),
      })),
      files: attachments.slice(0, 20).map(({ place }) => place),
    }),
  );
