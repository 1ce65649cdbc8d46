/** /api/office/mappings: which column of the platform's sheet is what. A newer one of the same name follows the older, which stays. */
import { fail, ok } from "@zhengdui/basics";
import { type ClaimMapping, checkMapping, claimFacts } from "@zhengdui/casework";
import type { Policy } from "@zhengdui/policy";
import { findMapping, type MappingRow, mappingsNamed, newestMappings, saveMapping } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { firstRows, uploadBody } from "../exchange/read-upload.ts";
import { PACKAGE_TYPES, receivePackage, receivePackages } from "../exchange/receive-package.ts";
import { idText, line } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { officeRoute } from "../office/office-route.ts";
import { notFound } from "../office/refusal.ts";
import { sayNo } from "../office/say-no.ts";

const LISTED_ROWS = 200;
/** Headings stand in one of the first rows; so many are shown to choose from. */
const HEADING_ROWS = 12;

const unit = z.enum(["yuan", "wan"]);
const heading = line(100);
const optional = heading.nullable().default(null);
const mappingBody = z.strictObject({
  sheet: optional,
  headings: z.strictObject({
    number: heading,
    uscc: heading,
    name: heading,
    clause: optional,
    project: optional,
    claimed: optional,
  }),
  claimedUnit: unit.default("yuan"),
  facts: z
    .array(z.strictObject({ path: line(200), heading, unit: unit.default("yuan") }))
    .max(300)
    .default([]),
  attachments: line(200).nullable().default(null),
  results: z
    .strictObject({ result: heading, reason: heading, amount: heading })
    .default({ result: "办理结果", reason: "原因", amount: "核定金额" }),
});

const shape = z.object({
  id: z.string(),
  name: z.string(),
  policy: z.string(),
  mapping: z.object({
    sheet: z.string().nullable(),
    headings: z.object({
      number: z.string(),
      uscc: z.string(),
      name: z.string(),
      clause: z.string().nullable(),
      project: z.string().nullable(),
      claimed: z.string().nullable(),
    }),
    claimedUnit: unit,
    facts: z.array(z.object({ path: z.string(), heading: z.string(), unit })),
    attachments: z.string().nullable(),
    results: z.object({ result: z.string(), reason: z.string(), amount: z.string() }),
  }),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
});

const shown = ({ id, name, policy, mapping, savedBy, savedAt }: MappingRow): z.input<typeof shape> => ({
  ...{ id, name, policy, savedBy },
  mapping: { ...mapping, facts: mapping.facts.map((one) => ({ ...one })) },
  savedAt: savedAt.toISOString(),
});

export function mappingRoutes(app: FastifyInstance, parts: OfficeParts): void {
  listRoute(app, parts);
  oneRoute(app, parts);
  saveRoute(app, parts);
  meaningsRoute(app, parts);
  app.register(async (enclosed) => {
    receivePackages(enclosed);
    headingsRoute(enclosed, parts);
  });
}

function listRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/mappings",
    action: "package.read",
    summary: "申报包的栏目对应：每个名称最新的一份；写明名称的，是这个名称的各份，新的在前",
    query: z.strictObject({ name: line(80).optional() }),
    answer: z.object({ mappings: z.array(shape) }),
    about: () => ({ kind: "mapping", id: "list" }),
    handle: async ({ tx, query: { name } }) => {
      const rows = name === undefined ? await newestMappings(tx, LISTED_ROWS) : await mappingsNamed(tx, name, LISTED_ROWS);
      return ok({ mappings: rows.map(shown) });
    },
  });
}

function oneRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/mappings/:id",
    action: "package.read",
    summary: "一份栏目对应",
    params: z.strictObject({ id: idText }),
    answer: shape,
    about: ({ params }) => ({ kind: "mapping", id: params.id }),
    handle: async ({ tx, params }) => {
      const found = await findMapping(tx, params.id);
      return found === null ? fail(notFound) : ok(shown(found));
    },
  });
}

function saveRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/mappings",
    action: "mapping.edit",
    summary: "保存一份栏目对应；同名的旧的一份留着，以后的导入用新的",
    body: z.strictObject({ name: line(80), policy: line(80), mapping: mappingBody }),
    answer: shape,
    about: ({ body, made }) => ({ kind: "mapping", id: made?.id ?? "new", detail: { name: body.name, policy: body.policy } }),
    handle: async ({ tx, person, body: { name, policy: id, mapping }, now }) => {
      const policy = parts.policies.find((one) => one.id === id);
      if (policy === undefined) return sayNo([{ path: "policy", problem: `没有 ${id} 这项政策`, expected: "从列表里选一项" }]);
      const checked = checkMapping(mapping satisfies ClaimMapping, policy);
      if (!checked.ok) return sayNo(checked.errors.map((one) => ({ ...one, path: `mapping.${one.path}` })));
      return ok(shown(await saveMapping(tx, { name, policy: id, mapping: checked.value, savedBy: person.account }, now)));
    },
  });
}

function meaningsRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/mappings/meanings",
    action: "package.read",
    summary: "一列可以是什么：各项政策声明的申报事实",
    answer: z.object({
      policies: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          facts: z.array(z.object({ path: z.string(), group: z.string(), label: z.string(), kind: z.string() })),
        }),
      ),
    }),
    about: () => ({ kind: "mapping", id: "meanings" }),
    handle: async () =>
      ok({
        policies: parts.policies.map((policy) => ({
          id: policy.id,
          title: policy.title,
          facts: [...claimFacts(policy)].map(([path, { label, type }]) => ({
            ...{ path, group: groupOf(policy, path), label, kind: type.kind },
          })),
        })),
      }),
  });
}

function headingsRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/mappings/headings",
    action: "mapping.edit",
    summary: "上传一个样本，看各工作表开头几行，从中认表头；什么也不保存",
    query: z.strictObject({ name: line(200) }),
    body: uploadBody,
    answer: z.object({
      sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) })),
      files: z.array(z.string()),
    }),
    consumes: PACKAGE_TYPES,
    prepare: receivePackage,
    about: () => ({ kind: "mapping", id: "headings" }),
    handle: async ({ query, prepared }) => firstRows(prepared, query.name, HEADING_ROWS),
  });
}

/** What the record or list is called that the fact is in. */
const groupOf = ({ facts }: Policy, path: string): string => {
  const group = path.slice(0, path.lastIndexOf(".")).replace("[]", "");
  return [...facts.records, ...facts.lists].find(({ id }) => id === group)?.label ?? group;
};
