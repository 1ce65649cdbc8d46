/** /api/workshop: the documents of policies, published (read-only) and drafts; checks what an author writes by compiling it and running its cases. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Problem } from "@zhengdui/basics";
import {
  type Complaint,
  DEFAULT_TITLE,
  DOCUMENTS,
  type DocumentName,
  type Documents,
  examinePolicy,
  faultOfTitle,
  newPolicy,
  readCases,
  runCase,
  vocabularyOf,
} from "@zhengdui/compiler";
import type { WorkshopCase, WorkshopCheck, WorkshopComplaint, WorkshopDocument, WorkshopSave } from "@zhengdui/contract";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import type { FastifyInstance, FastifyReply } from "fastify";
import { addressOf, BAD_NAME } from "../draft-address.ts";
import { onlyHere } from "../only-here.ts";
import { openWorkshop, type WorkshopFolder } from "../workshop-folder.ts";
import { draftRoutes } from "./workshop-drafts.ts";
import { studyRoutes } from "./workshop-studies.ts";

export interface WorkshopParts {
  /** Where drafts are kept. */
  readonly folder: string;
  /** The published policies. */
  readonly policies: string;
  /** The folder that holds the documents a new policy begins with. */
  readonly template: string;
  /** The program that proves and mutates a draft. */
  readonly study: string;
}

/** Documents of a policy may be longer than any dossier. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
/** What complaints call the folder; the page names documents only. */
const FOLDER = "草稿";

type At = { Params: { policy: string; version: string } };

export function workshopRoutes(app: FastifyInstance, parts: WorkshopParts): Outcome<null, Problem> {
  const opened = openWorkshop(parts.folder, parts.policies, DOCUMENTS);
  if (!opened.ok) return opened;
  app.register(async (scope) => {
    scope.addHook("onRequest", onlyHere);
    scope.addHook("onRequest", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    readRoutes(scope, opened.value);
    writeRoutes(scope, opened.value, parts.template);
    draftRoutes(scope, opened.value);
    studyRoutes(scope, {
      program: parts.study,
      bodyLimit: BODY_LIMIT_BYTES,
      documentsIn: (given) => {
        const documents = documentsIn(given);
        return documents && listOf(documents);
      },
    });
  });
  return { ok: true, value: null };
}

function readRoutes(app: FastifyInstance, folder: WorkshopFolder): void {
  app.get("/api/workshop", async () => ({
    published: folder.published(),
    drafts: folder.drafts(),
    deleted: folder.shelf.deleted(),
    defaultTitle: DEFAULT_TITLE,
  }));
  app.get<At>("/api/workshop/published/:policy/:version", async ({ params }, reply) => {
    const at = addressOf(params.policy, params.version);
    return (at && folder.readPublished(at)) ?? missing(reply);
  });
  app.get<At>("/api/workshop/drafts/:policy/:version", async ({ params }, reply) => {
    const at = addressOf(params.policy, params.version);
    return (at && folder.readDraft(at)) ?? missing(reply);
  });
}

function writeRoutes(app: FastifyInstance, folder: WorkshopFolder, template: string): void {
  const limit = { bodyLimit: BODY_LIMIT_BYTES };
  app.put<At & { Body: WorkshopSave }>("/api/workshop/drafts/:policy/:version", limit, async ({ params, body }, reply) => {
    const at = addressOf(params.policy, params.version);
    if (at === null) return refuse(reply, BAD_NAME);
    const documents = documentsIn(body?.documents);
    if (documents === null || !isRevision(body.revision)) return refuse(reply, "请求有误：缺少文件。");
    const saved = folder.save(at, listOf(documents), body.revision);
    if (saved.ok) return { revision: saved.value };
    return reply.code(409).send({
      error: body.revision === null ? "已经有这份草稿，没有覆盖。" : "草稿在别处改动过，没有覆盖；可先下载这里的文字。",
    });
  });
  app.post<{ Body: { documents: unknown } }>("/api/workshop/check", limit, async ({ body }, reply) => {
    const documents = documentsIn(body?.documents);
    return documents === null ? refuse(reply, "请求有误：缺少文件。") : check(documents);
  });
  app.post<{ Body: { policy: unknown; version: unknown; title: unknown } }>("/api/workshop/new", async ({ body }, reply) => {
    const at = addressOf(body?.policy, body?.version);
    if (at === null) return refuse(reply, BAD_NAME);
    const title = typeof body.title === "string" ? body.title.trim() : "";
    const fault = faultOfTitle(title);
    if (fault !== null) return refuse(reply, `政策的名称：${fault}。`);
    return { documents: listOf(newPolicy(readTemplate(template), { policy: at.policy, from: at.version, title })) };
  });
}

const missing = (reply: FastifyReply) => reply.code(404).send({ error: "没有这份政策。" });
const refuse = (reply: FastifyReply, error: string) => reply.code(400).send({ error });
const isRevision = (value: unknown): value is string | null => value === null || typeof value === "string";

/** Each document once and nothing else; null: it isn't so. */
function documentsIn(given: unknown): Documents | null {
  if (!Array.isArray(given) || given.length !== DOCUMENTS.length) return null;
  const texts = new Map<unknown, unknown>(given.map((one: { name?: unknown; text?: unknown } | null) => [one?.name, one?.text]));
  return DOCUMENTS.every((name) => typeof texts.get(name) === "string") ? fromMap(texts) : null;
}

const fromMap = (texts: ReadonlyMap<unknown, unknown>): Documents =>
  Object.fromEntries(DOCUMENTS.map((name) => [name, texts.get(name)])) as unknown as Documents;

const readTemplate = (folder: string): Documents =>
  fromMap(new Map(DOCUMENTS.map((name: DocumentName) => [name, readFileSync(join(folder, name), "utf8")])));

const listOf = (documents: Documents): WorkshopDocument[] => DOCUMENTS.map((name) => ({ name, text: documents[name] }));

/** Compiles and runs the cases; whatever is wrong is a complaint. */
export function check(documents: Documents): WorkshopCheck {
  const vocabulary = vocabularyOf(documents);
  const { compiled, notices: noticed } = examinePolicy({
    folder: FOLDER,
    original: documents["original.txt"],
    policy: documents["policy.md"],
    facts: documents["facts.md"],
    interpretations: documents["interpretations.md"],
  });
  const notices = noticed.map(told);
  if (!compiled.ok) return { complaints: compiled.errors.map(told), notices, cases: null, policy: null, vocabulary };
  const policy = compiled.value;
  const cases = runCases(policy, documents["cases.md"]);
  if (!cases.ok) return { complaints: cases.errors.map(told), notices, cases: null, policy, vocabulary };
  return { complaints: cases.value.flatMap((one) => one.complaints), notices, cases: cases.value, policy, vocabulary };
}

function runCases(policy: Policy, text: string): Outcome<WorkshopCase[], Complaint> {
  const file = `${FOLDER}/cases.md`;
  const read = readCases(file, text, policy);
  if (!read.ok) return read;
  const engine = createEngine(policy, "closures");
  return {
    ok: true,
    value: read.value.map((worked) => {
      const { found, complaints, ...run } = runCase(engine, file, worked);
      return { ...run, ...(found === undefined ? {} : { found }), complaints: complaints.map(told), dossier: worked.dossier };
    }),
  };
}

const told = ({ file, ...rest }: Complaint): WorkshopComplaint => ({ ...rest, file: file.slice(FOLDER.length + 1) });
