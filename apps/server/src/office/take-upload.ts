/** Takes in one uploaded file, whole and within its limits, before any transaction begins. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { FILE_SIZE_BYTES } from "@zhengdui/casework";
import type { FastifyRequest } from "fastify";
import type { Refusal } from "./refusal.ts";

export interface Upload {
  readonly bytes: Buffer;
  /** As the browser called it. */
  readonly name: string;
  /** Short fields beside it; those before the file. */
  readonly fields: Readonly<Record<string, string>>;
}

/** So many uploads are held in memory at once. */
const AT_ONCE = 8;
let underWay = 0;

const refuse = (status: Refusal["status"], error: string): Outcome<Upload, Refusal> => fail({ status, error });

export async function takeUpload(request: FastifyRequest): Promise<Outcome<Upload, Refusal>> {
  if (!request.isMultipart()) return refuse(415, "请以表单上传一个文件。");
  if (underWay >= AT_ONCE) return refuse(429, "正在上传的文件太多，请稍后再试。");
  underWay++;
  try {
    return await received(request);
  } catch (error) {
    return troubleOf(error);
  } finally {
    underWay--;
  }
}

async function received(request: FastifyRequest): Promise<Outcome<Upload, Refusal>> {
  const part = await request.file();
  if (part === undefined) return refuse(422, "没有选择文件。");
  const bytes = await part.toBuffer();
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    const one = Array.isArray(field) ? field[0] : field;
    if (one?.type === "field" && typeof one.value === "string") fields[name] = one.value;
  }
  return ok({ bytes, name: part.filename, fields });
}

function troubleOf(error: unknown): Outcome<Upload, Refusal> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "FST_REQ_FILE_TOO_LARGE") return refuse(413, `文件太大：每个不超过 ${FILE_SIZE_BYTES / 1024 / 1024} MB。`);
  if (code.startsWith("FST_")) return refuse(422, "表单里的文件或栏目太多。");
  if (error instanceof Error && /multipart|Unexpected end of form|Malformed/i.test(error.message))
    return refuse(422, "文件没有传完整，请重新上传。");
  throw error;
}
