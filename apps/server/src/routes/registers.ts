/**
 * Registers, the fiscal contribution and the opening ledger are imported, looked at, written out and undone in one way, each by its own lines of the table of
 * actions: /registers, /contributions, /ledger.
 */
import { fail, ok } from "@zhengdui/basics";
import { type ActionId, type Family, faultOfPeriod, type RegisterKind } from "@zhengdui/casework";
import {
  emptyExpiredPreviews,
  latestOfKinds,
  type RegisterVersion,
  rowsOf,
  rowsPage,
  type Tx,
  versionById,
  versionsOf,
  withSystemReach,
} from "@zhengdui/store";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { emit } from "../delivery/emit.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound } from "../office/refusal.ts";
import { tellWaiting } from "../office/tell-waiting.ts";
import { confirmRegister, stagesOf, undoRegister } from "../sheet/confirm-register.ts";
import { PREVIEW_STAGES, previewRegister } from "../sheet/preview-register.ts";
import {
  kindAnswer,
  previewAnswer,
  rowAnswer,
  shownKind,
  shownPreview,
  shownRow,
  shownVersions,
  versionAnswer,
} from "../sheet/register-answers.ts";
import { MEDIA_TYPES, registerSheet, registerTemplate, type SheetFormat } from "../sheet/register-sheet.ts";

/** Of an uploaded file. */
const UPLOAD_BYTES = 32 * 1024 * 1024;
const UPLOAD_TYPES = ["application/octet-stream", MEDIA_TYPES.xlsx, "text/csv", "text/plain", "application/vnd.ms-excel"];

interface FamilyRoutes {
  readonly family: Family;
  readonly path: string;
  readonly read: ActionId;
  readonly take: ActionId;
  readonly undo: ActionId;
  readonly noun: string;
}

const FAMILIES: readonly FamilyRoutes[] = [
  {
    family: "register",
    path: "/registers",
    read: "register.read",
    take: "register.import",
    undo: "register.undo",
    noun: "名单",
  },
  {
    family: "contribution",
    path: "/contributions",
    read: "contribution.read",
    take: "contribution.import",
    undo: "contribution.undo",
    noun: "财政贡献",
  },
  { family: "ledger", path: "/ledger", read: "ledger.versions", take: "ledger.import", undo: "ledger.undo", noun: "台账" },
];

const id = z.string().max(64);
const format = z.enum(["xlsx", "csv"]).default("xlsx");
const flag = z.enum(["true", "false"]).default("false");
/** The bytes of a file, past JSON. */
const fileBytes = z
  .custom<Buffer>((value) => Buffer.isBuffer(value), "请上传 xlsx 或 CSV 文件")
  .meta({ type: "string", format: "binary" });

export function registerRoutes(app: FastifyInstance, parts: OfficeParts): void {
  // In an enclosure of its own: no other route takes a file for a body.
  app.register(async (enclosed) => {
    enclosed.addContentTypeParser(UPLOAD_TYPES, { parseAs: "buffer", bodyLimit: UPLOAD_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    for (const routes of FAMILIES) {
      const kinds = [...parts.registers.values()].filter(({ family }) => family === routes.family);
      kindRoutes(enclosed, parts, routes, kinds);
      importRoutes(enclosed, parts, routes, kinds);
      undoRoute(enclosed, parts, routes, kinds);
      versionRoutes(enclosed, parts, routes, kinds);
    }
  });
}

async function shownOne(tx: Tx, version: RegisterVersion) {
  const [shown] = await shownVersions(tx, [version]);
  if (shown === undefined) throw new Error("one version in, one out");
  return shown;
}

/** What other systems learn: which list, never what is in it. */
const told = ({ id, kind, period, number }: RegisterVersion) => ({ id, kind, period, number });

/** In the office it may be said which one. */
const changeWords = (kinds: readonly RegisterKind[], { kind, period, undoneAt }: RegisterVersion): string => {
  const which = `${kindOf(kinds, kind)?.title ?? kind}（${period}）`;
  return undoneAt === null ? `${which}有了新的一版。` : `${which}最新的一版已撤销，前一版重新有效。`;
};

const kindOf = (kinds: readonly RegisterKind[], kind: string): RegisterKind | undefined => kinds.find((one) => one.id === kind);

function kindRoutes(
  app: FastifyInstance,
  parts: OfficeParts,
  { path, read, noun }: FamilyRoutes,
  kinds: readonly RegisterKind[],
) {
  officeRoute(app, parts, {
    method: "GET",
    path: `${path}/kinds`,
    action: read,
    summary: `${noun}有哪几种，各有哪些栏目`,
    answer: z.object({ kinds: z.array(kindAnswer) }),
    about: () => ({ kind: "register-kind", id: noun }),
    handle: async ({ tx }) => {
      const latest = await shownVersions(
        tx,
        await latestOfKinds(
          tx,
          kinds.map((kind) => kind.id),
        ),
      );
      return ok({ kinds: kinds.map((kind) => shownKind(kind, latest.find((version) => version.kind === kind.id) ?? null)) });
    },
  });
  officeRoute(app, parts, {
    method: "GET",
    path: `${path}/kinds/:kind/template`,
    action: read,
    summary: `${noun}的空白模板`,
    params: z.strictObject({ kind: id }),
    query: z.strictObject({ format }),
    answer: fileBytes,
    about: ({ params }) => ({ kind: "register-kind", id: params.kind }),
    handle: async ({ params, query, reply }) => {
      const kind = kindOf(kinds, params.kind);
      if (kind === undefined) return fail(notFound);
      asFile(reply, `${kind.title}模板`, query.format);
      return ok(registerTemplate(kind, query.format));
    },
  });
}

function asFile(reply: FastifyReply, name: string, as: SheetFormat): void {
  reply.header("content-type", MEDIA_TYPES[as]);
  reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${as}`)}`);
}

function importRoutes(
  app: FastifyInstance,
  parts: OfficeParts,
  { family, path, take, noun }: FamilyRoutes,
  kinds: readonly RegisterKind[],
) {
  officeRoute(app, parts, {
    method: "POST",
    path: `${path}/previews`,
    action: take,
    summary: `上传${noun}文件（xlsx 或 CSV），看差异和错处；什么也不导入`,
    query: z.strictObject({
      kind: id,
      period: z.string().max(10),
      name: z.string().min(1).max(200),
      force: flag,
      /** Chosen by the caller: under it how far the import is can be asked. */ progress: id.optional(),
    }),
    body: fileBytes,
    consumes: UPLOAD_TYPES,
    bodyLimit: UPLOAD_BYTES,
    answer: previewAnswer,
    about: ({ query }) => ({ kind: "register", id: `${query.kind} ${query.period}` }),
    handle: async ({ tx, query, body, person, now }) => {
      const kind = kindOf(kinds, query.kind);
      if (kind === undefined) return fail(notFound);
      const fault = faultOfPeriod(kind, query.period);
      if (fault !== null) return fail({ status: 422, error: fault });
      // Everybody's, not the caller's alone.
      await withSystemReach(tx, () => emptyExpiredPreviews(tx, now));
      const { period, name: fileName } = query;
      const upload = { kind, period, fileName, bytes: body, force: query.force === "true", by: person.account, now };
      const previewed = await parts.progress.during(person.account, query.progress, (tell) =>
        previewRegister(tx, upload, tell(PREVIEW_STAGES)),
      );
      return previewed.ok ? ok(shownPreview(previewed.value)) : previewed;
    },
  });
  officeRoute(app, parts, {
    method: "POST",
    path: `${path}/previews/:id/confirm`,
    action: take,
    summary: `导入预览过的${noun}：全部，或者一行也不`,
    params: z.strictObject({ id }),
    body: z.strictObject({ addEnterprises: z.boolean().default(false) }),
    answer: z.object({ version: versionAnswer, enterprisesAdded: z.int() }),
    about: ({ params }) => ({ kind: "register-preview", id: params.id }),
    handle: async ({ tx, params, body, person, now, today }) => {
      const confirmation = { preview: params.id, addEnterprises: body.addEnterprises, by: person.account, now };
      const taken = await parts.progress.during(person.account, params.id, (tell) =>
        confirmRegister(tx, kinds, confirmation, (kind) => tell(stagesOf(kind))),
      );
      if (!taken.ok) return taken;
      const { version, enterprisesAdded } = taken.value;
      await emit(tx, "register.imported", { ...told(version), rows: version.rowCount }, now);
      await tellWaiting(tx, family, { body: changeWords(kinds, version), by: person.account, now, today });
      return ok({ version: await shownOne(tx, version), enterprisesAdded });
    },
  });
}

function undoRoute(
  app: FastifyInstance,
  parts: OfficeParts,
  { family, path, undo, noun }: FamilyRoutes,
  kinds: readonly RegisterKind[],
) {
  officeRoute(app, parts, {
    method: "POST",
    path: `${path}/versions/:id/undo`,
    action: undo,
    summary: `撤销最新一版${noun}，写明理由；前一版重新有效`,
    params: z.strictObject({ id }),
    body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
    answer: versionAnswer,
    about: ({ params }) => ({ kind: "register-version", id: params.id }),
    handle: async ({ tx, params, body, person, now, today }) => {
      const undone = await undoRegister(tx, kinds, { id: params.id, reason: body.reason, by: person.account, now });
      if (!undone.ok) return undone;
      await emit(tx, "register.undone", { ...told(undone.value), now: undone.value.baseId }, now);
      await tellWaiting(tx, family, { body: changeWords(kinds, undone.value), by: person.account, now, today });
      return ok(await shownOne(tx, undone.value));
    },
  });
}

function versionRoutes(
  app: FastifyInstance,
  parts: OfficeParts,
  { path, read, noun }: FamilyRoutes,
  kinds: readonly RegisterKind[],
) {
  const ids = kinds.map((kind) => kind.id);
  officeRoute(app, parts, {
    method: "GET",
    path: `${path}/versions`,
    action: read,
    summary: `${noun}的各版，最新的在前，撤销了的也在`,
    query: z.strictObject({
      kind: id.optional(),
      period: z.string().max(10).optional(),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ versions: z.array(versionAnswer), next: z.string().nullable() }),
    about: ({ query }) => ({ kind: "register", id: query.kind ?? noun }),
    handle: async ({ tx, query: { kind, period, after, limit } }) => {
      const wanted = kind === undefined ? ids : ids.filter((one) => one === kind);
      const page = {
        kinds: wanted,
        limit,
        ...(period === undefined ? {} : { period }),
        ...(after === undefined ? {} : { after }),
      };
      const versions = await versionsOf(tx, page);
      const last = versions.at(-1);
      return ok({ versions: await shownVersions(tx, versions), next: versions.length < limit || !last ? null : last.id });
    },
  });
  officeRoute(app, parts, {
    method: "GET",
    path: `${path}/versions/:id/rows`,
    action: read,
    summary: `一版${noun}的各行，或其中一家企业的、含有某些字的`,
    params: z.strictObject({ id }),
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      uscc: z.string().length(18).optional(),
      words: z.string().trim().min(1).max(100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({ version: versionAnswer, rows: z.array(rowAnswer), next: z.int().nullable() }),
    about: ({ params, query }) => ({
      kind: "register-version",
      id: params.id,
      ...(query.uscc === undefined ? {} : { uscc: query.uscc }),
    }),
    handle: async ({ tx, params, query: { after, uscc, words, limit }, today }) => {
      const version = await versionById(tx, params.id, ids);
      const kind = version === null ? undefined : kindOf(kinds, version.kind);
      if (version === null || kind === undefined) return fail(notFound);
      const sought = { ...(uscc === undefined ? {} : { uscc }), ...(words === undefined ? {} : { words }) };
      const rows = await rowsPage(tx, version.id, { after, limit, ...sought });
      const next = rows.length < limit ? null : (rows.at(-1)?.place ?? null);
      return ok({ version: await shownOne(tx, version), rows: rows.map((row) => shownRow(kind, row, today)), next });
    },
  });
  exportRoute(app, parts, { path, read, noun }, kinds);
}

function exportRoute(
  app: FastifyInstance,
  parts: OfficeParts,
  { path, read, noun }: Pick<FamilyRoutes, "path" | "read" | "noun">,
  kinds: readonly RegisterKind[],
) {
  officeRoute(app, parts, {
    method: "GET",
    path: `${path}/versions/:id/export`,
    action: read,
    summary: `导出一版${noun}；再导入即得相同的内容`,
    params: z.strictObject({ id }),
    query: z.strictObject({ format }),
    answer: fileBytes,
    about: ({ params, query }) => ({ kind: "register-version", id: params.id, detail: { exported: query.format } }),
    handle: async ({ tx, params, query, reply }) => {
      const version = await versionById(
        tx,
        params.id,
        kinds.map((kind) => kind.id),
      );
      const kind = version === null ? undefined : kindOf(kinds, version.kind);
      if (version === null || kind === undefined) return fail(notFound);
      asFile(reply, `${kind.title} ${version.period} 第${version.number}版`, query.format);
      return ok(registerSheet(kind, await rowsOf(tx, version.id), query.format));
    },
  });
}
