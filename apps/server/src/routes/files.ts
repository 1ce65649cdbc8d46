/** Files: uploaded once their kind is known by their content, sent back as what they are and never opened in the page's own right. */
import { fail, ok } from "@zhengdui/basics";
import { FILE_KINDS, fileKind, harmlessName } from "@zhengdui/casework";
import { addFile, countFilesOfNobody, findEnterprise, findFile, putFile, readFile } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { idText, usccParam } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { takeUpload } from "../office/take-upload.ts";

/** A field that isn't named is refused, as in every form. */
const fields = z.strictObject({ uscc: usccParam.optional() });

const DAY_MS = 86_400_000;
/** Anybody may register and upload the paper of a claim: so many in a day, and no disk is filled. */
const OF_NOBODY_A_DAY_SIZE = 40;
const tooManyFiles: Refusal = { status: 429, error: "今天上传的、不属于任何单位的文件太多，请明天再传，或在单位名下上传。" };

const stored = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  uscc: z.string().nullable(),
});

export function fileRoutes(app: FastifyInstance, parts: OfficeParts): void {
  uploadRoute(app, parts);
  downloadRoute(app, parts);
}

function uploadRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/files",
    action: "upload.add",
    summary: "上传一个文件（表单：先 uscc，后 file）；文件类型按内容判断",
    answer: stored,
    prepare: ({ request }) => takeUpload(request),
    about: ({ made }) => ({ kind: "file", id: made?.id ?? "new", ...(made?.uscc ? { uscc: made.uscc } : {}) }),
    handle: async ({ tx, person, prepared: upload, now }) => {
      const named = fields.safeParse(upload.fields);
      if (!named.success) return sayNo([{ path: "uscc", problem: "表单有不认识的栏目", expected: "只能有 uscc 和 file" }]);
      const uscc = named.data.uscc ?? null;
      if (uscc === null && person.side === "applicant") {
        const since = new Date(now.getTime() - DAY_MS);
        if ((await countFilesOfNobody(tx, person.account, since)) >= OF_NOBODY_A_DAY_SIZE) return fail(tooManyFiles);
      }
      if (uscc !== null && (await findEnterprise(tx, uscc)) === null) return fail(notFound);
      const kind = fileKind(upload.bytes, upload.name);
      if (!kind.ok) return sayNo(kind.errors);
      const name = harmlessName(upload.name, kind.value);
      const { mediaType } = FILE_KINDS[kind.value];
      const sizeBytes = upload.bytes.length;
      // First the bytes, then the row: a row never names what isn't there.
      const sha256 = await putFile(parts.files, upload.bytes);
      const id = await addFile(tx, { sha256, name, mediaType, sizeBytes, uscc, uploadedBy: person.account }, now);
      return ok({ id, name, kind: kind.value, sizeBytes, sha256, uscc });
    },
  });
}

function downloadRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/files/:id",
    action: "upload.read",
    summary: "下载一个文件",
    params: z.strictObject({ id: idText }),
    answer: z.any(),
    about: ({ params }) => ({ kind: "file", id: params.id }),
    handle: async ({ tx, params, reply, request }) => {
      const file = await findFile(tx, params.id);
      if (file === null) return fail(notFound);
      const bytes = await readFile(parts.files, file.sha256, file.sizeBytes);
      if (bytes === null) {
        request.log.error({ file: file.id, sha256: file.sha256 }, "a file is not in its folder");
        return fail({ status: 503, error: "文件暂时取不到，请联系系统管理员。" });
      }
      reply.headers({
        "content-type": file.mediaType,
        "content-length": file.sizeBytes,
        "content-disposition": contentDisposition(file.name),
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-store",
      });
      return ok(bytes);
    },
  });
}

/** RFC 6266 with the name by RFC 5987, and an ASCII one for those who don't read it. */
function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
