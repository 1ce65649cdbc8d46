/** /api/office/packages: what the platform exports is looked at, taken in whole or not at all, listed; and its results go back. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import {
  claimsBrought,
  claimsToTell,
  findMapping,
  findPackage,
  type MappingRow,
  mappingsNamed,
  markTold,
  packagesPage,
  type Tx,
} from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  broughtAnswer,
  packageAnswer,
  shownClaim,
  shownPackage,
  shownWeighed,
  weighedAnswer,
} from "../exchange/claim-answers.ts";
import { refusal, uploadBody, withUpload } from "../exchange/read-upload.ts";
import { PACKAGE_TYPES, receivePackage, receivePackages } from "../exchange/receive-package.ts";
import { resultsSheet } from "../exchange/results-sheet.ts";
import { takePackage } from "../exchange/take-package.ts";
import { weighPackage } from "../exchange/weigh-package.ts";
import { idText, line } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { PAGE_ROWS } from "../office/page-cursor.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";
import { tellWaiting } from "../office/tell-waiting.ts";
import { MEDIA_TYPES } from "../sheet/register-sheet.ts";

const mappingText = line(80).meta({ description: "栏目对应的名称（用最新的一份）或编号" });
const upload = { mapping: mappingText, name: line(200).meta({ description: "文件名" }) };
const flag = z.enum(["true", "false"]).default("false");
const fileAnswer = z.custom<Buffer>((value) => Buffer.isBuffer(value)).meta({ type: "string", format: "binary" });
const after = line(64).optional();

export function packageRoutes(app: FastifyInstance, parts: OfficeParts): void {
  app.register(async (enclosed) => {
    receivePackages(enclosed);
    previewRoute(enclosed, parts);
    importRoute(enclosed, parts);
  });
  listRoute(app, parts);
  oneRoute(app, parts);
  resultsRoute(app, parts);
}

async function mappingBy(tx: Tx, nameOrId: string): Promise<MappingRow | null> {
  const [named] = await mappingsNamed(tx, nameOrId, 1);
  return named ?? (await findMapping(tx, nameOrId));
}

async function mappedBy(tx: Tx, { policies }: OfficeParts, nameOrId: string) {
  const mapping = await mappingBy(tx, nameOrId);
  const policy = policies.find(({ id }) => id === mapping?.policy);
  if (mapping === null)
    return sayNo([{ path: "query.mapping", problem: `没有“${nameOrId}”这份栏目对应`, expected: "请先设定栏目对应" }]);
  if (policy === undefined)
    return sayNo([{ path: "query.mapping", problem: `${mapping.policy} 这项政策不在政策库里`, expected: "请重新设定栏目对应" }]);
  return ok({ row: mapping, policy });
}

function previewRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/packages/previews",
    action: "package.import",
    summary: "预览申报包（zip 或 xlsx）：新的、变了的、没变的，不在档案里的单位，以及全部错处；什么也不导入",
    query: z.strictObject(upload),
    body: uploadBody,
    consumes: PACKAGE_TYPES,
    prepare: receivePackage,
    answer: weighedAnswer.extend({ sha256: z.string() }),
    about: ({ query }) => ({ kind: "package", id: "preview", detail: { mapping: query.mapping } }),
    handle: async ({ tx, query, prepared }) => {
      const mapped = await mappedBy(tx, parts, query.mapping);
      if (!mapped.ok) return mapped;
      const { row, policy } = mapped.value;
      const { sha256 } = prepared;
      return withUpload(prepared, query.name, async (opened) => {
        const weighed = await weighPackage(tx, { mapping: row.mapping, policy, opened, sha256 });
        return weighed.problems.length > 0 ? refusal(weighed.problems) : ok({ ...shownWeighed(weighed), sha256 });
      });
    },
  });
}

function importRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/packages",
    action: "package.import",
    summary: "导入申报包：全部，或者一件也不；同一编号再次导入的只更新，不重复",
    query: z.strictObject({
      ...upload,
      addUnits: flag.meta({ description: "true：不在企业档案里的单位一并登记" }),
      sha256: z.string().length(64).optional().meta({ description: "预览过的文件的 SHA-256；不符的不导入" }),
    }),
    body: uploadBody,
    consumes: PACKAGE_TYPES,
    prepare: receivePackage,
    answer: z.object({ package: packageAnswer, weighed: weighedAnswer }),
    about: ({ query, made }) => ({ kind: "package", id: made?.package.id ?? "new", detail: { mapping: query.mapping } }),
    handle: async ({ tx, query, prepared, person, now, today }) => {
      const mapped = await mappedBy(tx, parts, query.mapping);
      if (!mapped.ok) return mapped;
      const { row, policy } = mapped.value;
      const { sha256 } = prepared;
      if (query.sha256 !== undefined && query.sha256 !== sha256)
        return fail({ status: 409, error: "这不是预览过的那个文件，没有导入。请重新预览。" });
      return withUpload(prepared, query.name, async (opened) => {
        const weighed = await weighPackage(tx, { mapping: row.mapping, policy, opened, sha256 });
        if (weighed.problems.length > 0) return refusal(weighed.problems);
        const unknown = unknownRefused(weighed.unknownUnits, query.addUnits === "true");
        if (!unknown.ok) return unknown;
        const taking = { weighed, opened, mapping: row, fileName: query.name, sha256, files: parts.files };
        const taken = await takePackage(tx, { ...taking, by: person.account, now });
        if (!taken.ok) return refusal(taken.errors);
        // Whoever imports by hand sees to it; what another system brings, nobody would notice.
        if (person.key !== null)
          await tellWaiting(tx, "package", { body: "平台经接口送来了申报包，请办理。", by: person.account, now, today });
        return ok({ package: shownPackage(taken.value), weighed: shownWeighed(weighed) });
      });
    },
  });
}

function unknownRefused(
  units: readonly { readonly uscc: string; readonly name: string }[],
  mayAdd: boolean,
): Outcome<null, Refusal> {
  if (units.length === 0 || mayAdd) return ok(null);
  const problems = units.map(({ uscc, name }) => ({
    path: uscc,
    problem: `${name} 不在企业档案里`,
    expected: "一并登记，或先建档",
  }));
  const error = `有 ${units.length} 家单位不在企业档案里，没有导入。请选“一并登记”（所属镇街留空，以后补），或先建档。`;
  return fail({ status: 422, error, problems });
}

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/packages",
    action: "package.read",
    summary: "导入过的申报包，新的在前",
    query: z.strictObject({ after: idText.optional() }),
    answer: z.object({ packages: z.array(packageAnswer), next: z.string().nullable() }),
    about: () => ({ kind: "package", id: "list" }),
    handle: async ({ tx, query: { after } }) => {
      const rows = await packagesPage(tx, { limit: PAGE_ROWS + 1, ...(after === undefined ? {} : { after }) });
      const shown = rows.slice(0, PAGE_ROWS);
      return ok({ packages: shown.map(shownPackage), next: rows.length > PAGE_ROWS ? (shown.at(-1)?.id ?? null) : null });
    },
  });
}

function oneRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/packages/:id",
    action: "package.read",
    summary: "一个申报包，连同它带来的申报件",
    params: z.strictObject({ id: idText }),
    query: z.strictObject({ after }),
    answer: z.object({ package: packageAnswer, claims: z.array(broughtAnswer), next: z.string().nullable() }),
    about: ({ params }) => ({ kind: "package", id: params.id }),
    handle: async ({ tx, params, query: { after } }) => {
      const found = await findPackage(tx, params.id);
      if (found === null) return fail(notFound);
      const rows = await claimsBrought(tx, found.id, { limit: PAGE_ROWS + 1, ...(after === undefined ? {} : { after }) });
      const shown = rows.slice(0, PAGE_ROWS);
      const claims = shown.map(({ claim, brought, changes }) => ({
        ...{ ...shownClaim(claim), brought },
        changes: changes.map((one) => ({ ...one })),
      }));
      return ok({
        package: shownPackage(found),
        claims,
        next: rows.length > PAGE_ROWS ? (shown.at(-1)?.claim.number ?? null) : null,
      });
    },
  });
}

function resultsRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/packages/:id/results",
    action: "package.export",
    summary: "导出一个申报包的办理结果（xlsx），并记下已告知平台；again=true 连已导出过的",
    params: z.strictObject({ id: idText }),
    query: z.strictObject({ again: flag }),
    answer: fileAnswer,
    produces: [MEDIA_TYPES.xlsx],
    about: ({ params, query }) => ({ kind: "package", id: params.id, detail: { again: query.again } }),
    handle: async ({ tx, params, query, reply, now }) => {
      const found = await findPackage(tx, params.id);
      const mapping = found === null ? null : await findMapping(tx, found.mappingId);
      if (found === null || mapping === null) return fail(notFound);
      const claims = await claimsToTell(tx, found.id, query.again === "true");
      if (claims.length === 0)
        return fail({ status: 409, error: "没有新的办理结果可以导出；要把已导出过的再导出一次，请选“全部重新导出”。" });
      await markTold(
        tx,
        claims.map(({ number }) => number),
        now,
      );
      reply.header("content-type", MEDIA_TYPES.xlsx);
      const name = encodeURIComponent(`办理结果 ${found.fileName.replace(/\.\w{1,5}$/, "")}.xlsx`);
      reply.header("content-disposition", `attachment; filename*=UTF-8''${name}`);
      return ok(resultsSheet(mapping.mapping, claims));
    },
  });
}
