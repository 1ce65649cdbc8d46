/** Takes in a package as it comes, onto the disk and not into memory, within its limit; it is dropped once the request is over. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { PACKAGE_LIMITS } from "@zhengdui/casework";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Refusal } from "../office/refusal.ts";

export const PACKAGE_TYPES = [
  "application/zip",
  "application/x-zip-compressed",
  "application/octet-stream",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

export interface ReceivedPackage {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** How a package's folder begins in the machine's own for what is passing. */
export const PACKAGE_PLACE = "zhengdui-package-";

/** So many are taken in at once. */
const AT_ONCE = 4;
let underWay = 0;
/** Where a request's package lies. */
const folders = new WeakMap<FastifyRequest, string>();

const MOST = `${PACKAGE_LIMITS.bytes / 1024 / 1024} MB`;
const tooLarge: Refusal = { status: 413, error: `申报包太大：至多 ${MOST}，可以分几次导出。` };

class TooLarge extends Error {}
class CutShort extends Error {}

/** Routes in this enclosure get such a body as a stream; what was received is dropped whatever became of the request. */
export function receivePackages(enclosed: FastifyInstance): void {
  enclosed.addContentTypeParser(PACKAGE_TYPES, (_request, body, done) => done(null, body));
  const drop = async (request: FastifyRequest) => {
    const folder = folders.get(request);
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  enclosed.addHook("onResponse", drop);
  enclosed.addHook("onRequestAbort", drop);
}

interface Arriving {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export async function receivePackage({ request, reply }: Arriving): Promise<Outcome<ReceivedPackage, Refusal>> {
  const { body } = request;
  if (!(body instanceof Readable)) return fail({ status: 415, error: "请上传平台导出的 zip 或 xlsx 文件。" });
  if (Number(request.headers["content-length"] ?? 0) > PACKAGE_LIMITS.bytes) return fail(tooLarge);
  if (underWay >= AT_ONCE) return fail({ status: 429, error: "正在上传的申报包太多，请稍后再试。" });
  underWay++;
  try {
    const received = await written(request, body);
    // What was left unread would keep the connection waiting.
    if (!received.ok) reply.header("connection", "close");
    return received;
  } finally {
    underWay--;
  }
}

async function written(request: FastifyRequest, body: Readable): Promise<Outcome<ReceivedPackage, Refusal>> {
  const folder = await mkdtemp(join(tmpdir(), PACKAGE_PLACE));
  folders.set(request, folder);
  const path = join(folder, "package");
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const measure = new Transform({
    transform(part: Buffer, _encoding, done) {
      sizeBytes += part.length;
      hash.update(part);
      done(sizeBytes > PACKAGE_LIMITS.bytes ? new TooLarge() : null, part);
    },
  });
  // Piped by hand: a pipeline would end the connection with the body, and nobody would hear why.
  body.pipe(measure);
  body.once("close", () => {
    if (!body.readableEnded && !measure.destroyed) measure.destroy(new CutShort());
  });
  try {
    await pipeline(measure, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    body.unpipe(measure);
    if (error instanceof TooLarge) return fail(tooLarge);
    if (error instanceof CutShort) return fail({ status: 422, error: "文件没有传完整，请重新上传。" });
    throw error;
  }
  if (sizeBytes === 0) return fail({ status: 422, error: "文件是空的，请检查后重新上传。" });
  return ok({ path, sizeBytes, sha256: hash.digest("hex") });
}
