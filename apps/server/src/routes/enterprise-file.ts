/** 一企一档: an enterprise's head, names, events and facts by year, each with who said it and from what; what a unit states and what an office supplies. */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { type DeclaredFact, seesFact } from "@zhengdui/casework";
import { addFact, type EventRow, eventsOf, findEnterprise, formerNamesOf } from "@zhengdui/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { declaredIn } from "../office/declared-in.ts";
import { evidenceFor } from "../office/evidence.ts";
import { idText, line, usccParam, year } from "../office/input-shapes.ts";
import type { OfficeParts } from "../office/office-parts.ts";
import { type Asked, officeRoute } from "../office/office-route.ts";
import { readStatement } from "../office/read-statement.ts";
import { notFound, type Refusal } from "../office/refusal.ts";
import { listingShape, listingsOf } from "../office/registers-in-file.ts";
import { sayNo } from "../office/say-no.ts";
import { historyOfFact, shownStatement, standingsOf, statementShape, statementsOfFile } from "../office/statements-of-file.ts";
import { endForbids, unitEnd } from "../office/unit-end.ts";

export function enterpriseFileRoutes(app: FastifyInstance, parts: OfficeParts): void {
  declaredRoute(app, parts);
  fileRoute(app, parts);
  contributionRoute(app, parts);
  historyRoute(app, parts);
  stateRoute(app, parts);
  supplyRoute(app, parts);
}

const unit = z.strictObject({ uscc: usccParam });
function declaredRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/facts",
    action: "file.read",
    summary: "档案有哪些事实：由各项政策的申报事实声明而来",
    answer: z.object({
      facts: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          type: z.unknown(),
          source: z.string(),
          evidence: z.string(),
          privacy: z.string(),
          byUnit: z.boolean(),
          policies: z.array(z.string()),
        }),
      ),
    }),
    about: () => ({ kind: "fact", id: "declared" }),
    handle: async ({ reach }) =>
      ok({ facts: [...declaredIn(parts).values()].filter((one) => mayShow(one, reach)).map(described) }),
  });
}

const mayShow = (one: DeclaredFact | undefined, { scope }: Asked<unknown, unknown, unknown>["reach"]): one is DeclaredFact =>
  one !== undefined && seesFact(one.fact.privacy, scope);

const described = ({ id, fact, byUnit, policies }: DeclaredFact) => ({
  ...{ id, label: fact.label, type: fact.type, source: fact.source, evidence: fact.evidence },
  ...{ privacy: fact.privacy, byUnit, policies: [...policies] },
});

const eventShape = z.object({
  id: z.string(),
  kind: z.enum(["renamed", "merged", "moved", "closed", "restored"]),
  uscc: z.string(),
  on: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  otherUscc: z.string().nullable(),
  reason: z.string(),
  evidenceFile: z.string(),
});

/** Of a merger: what it went into, and who holds its rights today. */
const namedUnit = z.object({ uscc: z.string(), name: z.string() }).nullable();

const eventOf = ({ id, kind, uscc, happenedOn, before, after, otherUscc, reason, evidenceFile }: EventRow) => {
  return { id, kind, uscc, on: happenedOn, before, after, otherUscc, reason, evidenceFile };
};

function fileRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/enterprises/:uscc",
    action: "file.read",
    summary: "一家企业的档案",
    params: unit,
    answer: z.object({
      uscc: z.string(),
      name: z.string(),
      territory: z.string().nullable(),
      status: z.enum(["open", "merged", "moved", "closed"]),
      /** null: it goes on. */
      end: z
        .object({ status: z.enum(["merged", "moved", "closed"]), on: z.string(), into: namedUnit, heir: namedUnit })
        .nullable(),
      /** The present name first. */
      names: z.array(
        z.object({ name: z.string(), from: z.string().nullable(), to: z.string().nullable(), reason: z.string().nullable() }),
      ),
      /** Those of other enterprises that went into this one too. */
      events: z.array(eventShape),
      facts: z.array(
        z.object({ fact: z.string(), year: z.number(), current: statementShape, beside: statementShape.nullable() }),
      ),
      /** Rows of registers in force that name it. */
      registers: z.array(listingShape),
    }),
    about: ({ params }) => ({ kind: "enterprise", id: params.uscc, uscc: params.uscc }),
    handle: async ({ tx, reach, params, today }) => {
      const enterprise = await findEnterprise(tx, params.uscc);
      if (enterprise === null) return fail(notFound);
      const { uscc, name, territory, status, establishedOn } = enterprise;
      const former = await formerNamesOf(tx, uscc);
      const names = [
        { name, from: former[0]?.validTo ?? establishedOn, to: null, reason: null },
        ...former.map((one) => ({ name: one.name, from: one.validFrom, to: one.validTo, reason: one.reason })),
      ];
      const events = (await eventsOf(tx, uscc)).map(eventOf);
      const declared = declaredIn(parts);
      const statements = (await statementsOfFile(tx, parts, uscc)).filter(({ fact }) => mayShow(declared.get(fact), reach));
      const facts = standingsOf(statements, declared).map(({ current, beside, ...of }) => {
        return { ...of, current: shownStatement(current), beside: beside === null ? null : shownStatement(beside) };
      });
      const listed = [...parts.registers.values()].filter(
        ({ family, privacy }) => family === "register" && seesFact(privacy, reach.scope),
      );
      const registers = await listingsOf(tx, parts, listed, uscc, today);
      const end = await unitEnd(tx, enterprise);
      return ok({ uscc, name, territory, status, end, names, events, facts, registers });
    },
  });
}

/** Apart from the file: its own line of the table says who sees contributions. */
function contributionRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/enterprises/:uscc/contributions",
    action: "contribution.read",
    summary: "一家企业各年度的财政贡献",
    params: unit,
    answer: z.object({ registers: z.array(listingShape) }),
    about: ({ params }) => ({ kind: "enterprise", id: params.uscc, uscc: params.uscc }),
    handle: async ({ tx, params, today }) => {
      if ((await findEnterprise(tx, params.uscc)) === null) return fail(notFound);
      const kinds = [...parts.registers.values()].filter(({ family }) => family === "contribution");
      return ok({ registers: await listingsOf(tx, parts, kinds, params.uscc, today) });
    },
  });
}

function historyRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "GET",
    path: "/enterprises/:uscc/facts/:fact/:year",
    action: "file.read",
    summary: "一项事实在一个年度的全部记载，最近的在前",
    params: z.strictObject({
      uscc: usccParam,
      fact: z.string().max(200),
      year: z
        .string()
        .regex(/^\d{4}$/)
        .transform(Number),
    }),
    answer: z.object({
      statements: z.array(statementShape.extend({ standing: z.enum(["counts", "office-first", "later", "replaced", "undone"]) })),
      /** true: older ones were left off. */
      more: z.boolean(),
    }),
    about: ({ params }) => ({
      kind: "enterprise",
      id: params.uscc,
      uscc: params.uscc,
      detail: { fact: params.fact, year: params.year },
    }),
    handle: async ({ tx, reach, params }) => {
      if ((await findEnterprise(tx, params.uscc)) === null) return fail(notFound);
      if (!mayShow(declaredIn(parts).get(params.fact), reach)) return fail(notFound);
      const { statements, more } = await historyOfFact(tx, parts, params.uscc, params.fact, params.year);
      return ok({ statements: statements.map((one) => ({ ...shownStatement(one), standing: one.standing })), more });
    },
  });
}

const statement = { fact: z.string().max(200), year, value: z.unknown() };
const about = ({ params, body }: { params: { uscc: string }; body: { fact: string; year: number } }) => ({
  ...{ kind: "fact", id: `${params.uscc} ${body.fact.slice(0, 200)} ${body.year}`, uscc: params.uscc },
});

function stateRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/units/:uscc/facts",
    action: "file.state",
    summary: "填报本单位一个年度的一项情况",
    params: unit,
    body: z.strictObject({ ...statement, evidence: idText.optional() }),
    answer: z.object({ id: z.string() }),
    about,
    handle: async (asked) => {
      const { fact, year, value, evidence } = asked.body;
      return add(parts, asked, { fact, year, value, evidence, basis: null, source: "unit" });
    },
  });
}

function supplyRoute(app: FastifyInstance, parts: OfficeParts): void {
  officeRoute(app, parts, {
    method: "POST",
    path: "/enterprises/:uscc/facts",
    action: "file.supply",
    summary: "登记部门提供的一项数据，写明依据（文号、文件）",
    params: unit,
    body: z.strictObject({ ...statement, basis: line(200), evidence: idText.optional() }),
    answer: z.object({ id: z.string() }),
    about,
    handle: async (asked) => {
      const { fact, year, value, evidence, basis } = asked.body;
      return add(parts, asked, { fact, year, value, evidence, basis, source: "bureau" });
    },
  });
}

interface Said {
  readonly fact: string;
  readonly year: number;
  readonly value: unknown;
  readonly evidence: string | undefined;
  readonly basis: string | null;
  readonly source: "unit" | "bureau";
}

async function add(
  parts: OfficeParts,
  { tx, person, params, now, today }: Asked<{ readonly uscc: string }, unknown, unknown>,
  { fact, year, value, evidence, basis, source }: Said,
): Promise<Outcome<{ id: string }, Refusal>> {
  const { uscc } = params;
  const enterprise = await findEnterprise(tx, uscc);
  if (enterprise === null) return fail(notFound);
  // An office may still set right what was.
  const forbidden = source === "unit" ? await endForbids(tx, enterprise, { act: "state", year }) : null;
  if (forbidden !== null) return forbidden;
  const read = readStatement(declaredIn(parts), fact, value, "value");
  if (!read.ok) return sayNo(read.errors);
  if (year > Number(today.slice(0, 4)))
    return sayNo([{ path: "year", problem: "年度还没有到", expected: "请填写今年或以前的年度" }]);
  if (evidence !== undefined) {
    const file = await evidenceFor(tx, evidence, "evidence", { uscc, account: person.account });
    if (!file.ok) return file;
  }
  const evidenceFile = evidence ?? null;
  const said = { uscc, fact, year, value: read.value.value, source, suppliedBy: person.account, evidenceFile, basis };
  return ok({ id: await addFact(tx, { ...said, registerVersion: null }, now) });
}
