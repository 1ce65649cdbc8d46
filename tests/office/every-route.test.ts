/**
 * Every route of the office, made from its own description, by every role, upon what is its own unit's, a neighbour's in the same town, another town's and another
 * county's. What must come of it is computed from the table of rights alone.
 */
import { type ActionId, actionOf, covers, mayDo, ROLE_IDS, ROLES, type RoleId } from "@zhengdui/casework";
import { record } from "@zhengdui/store";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeOffice } from "./describe-office.ts";
import {
  FACT,
  type Make,
  makeBankAccount,
  makeClaim,
  makeConsultation,
  makeDispute,
  makeFile,
  makeInvitation,
  makeKey,
  makeMapping,
  makeMember,
  makePackage,
  makePerson,
  makePlatformClaim,
  makeVersion,
  makeWebhook,
  openWorld,
  PLACES,
  type Place,
  RELATIONS,
  type Relation,
  YEAR,
} from "./every-route-world.ts";
import { OTHER_COUNTY, type TestOffice, type TestPerson } from "./test-office.ts";

interface Described {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** As described: /api/office/units/{uscc}/people */
  readonly path: string;
  readonly action: ActionId;
}

const described: Described[] = Object.entries<Record<string, { "x-action"?: ActionId }>>(JSON.parse(await describeOffice()).paths)
  .flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { "x-action": action }]) =>
      action === undefined ? [] : [{ method: method.toUpperCase() as Described["method"], path, action }],
    ),
  )
  .sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));

const nameOf = ({ method, path }: Described) => `${method} ${path.replace("/api/office", "")}`;

/** What stands for `{id}` (and other names) in a path: a thing that belongs to the place. */
const things: readonly (readonly [RegExp, Readonly<Record<string, Make>>])[] = [
  [/^\/bank-accounts\//, { id: makeBankAccount }],
  [/^\/claims\//, { number: makePlatformClaim }],
  [/^\/consultations\//, { id: makeConsultation }],
  [/^\/disputes\//, { id: makeDispute }],
  [/^\/files\//, { id: makeFile }],
  [/^\/mappings\//, { id: makeMapping }],
  [/^\/packages\//, { id: makePackage }],
  [/^\/unit-claims\//, { id: makeClaim }],
  [/^\/units\/\{uscc\}\/invitations\//, { id: makeInvitation }],
  [/^\/units\/\{uscc\}\/people\/\{id\}\/release/, { id: makeMember("legal-representative") }],
  [/^\/units\/\{uscc\}\/people\//, { id: makeMember("handler") }],
  [/^\/persons\//, { id: makePerson, appointment: makePerson }],
  [/^\/keys\//, { id: makeKey }],
  [/^\/webhooks\//, { id: makeWebhook }],
  [/^\/registers\/versions\//, { id: makeVersion("above-scale") }],
  [/^\/contributions\/versions\//, { id: makeVersion("fiscal-contribution") }],
  [/^\/ledger\/versions\//, { id: makeVersion("ledger-ours") }],
];

/** Of an enterprise: then the scope decides. The others belong to the county. */
const ofEnterprise = (path: string) =>
  /\{uscc\}|^\/api\/office\/(bank-accounts|consultations|disputes|files|unit-claims)\/\{id\}/.test(path);

const fixed: Readonly<Record<string, string>> = {
  fact: FACT,
  year: String(YEAR),
  kind: "above-scale",
  handle: "none",
  import: "none",
};

async function addressOf(office: TestOffice, { path }: Described, place: Place): Promise<string> {
  const below = path.replace("/api/office", "");
  const makes = things.find(([pattern]) => pattern.test(below))?.[1] ?? {};
  let made: string | null = null;
  let address = path.replace("{uscc}", place.uscc);
  for (const [, name = ""] of path.matchAll(/\{(\w+)\}/g)) {
    if (name === "uscc") continue;
    const make = makes[name];
    // A person's appointment has the person's own id: see makePerson.
    if (make !== undefined) made ??= await make(office, place);
    address = address.replace(`{${name}}`, make === undefined ? (fixed[name] ?? "none") : (made ?? ""));
  }
  return address;
}

/** Bodies that pass, where the scope is asked for only after the form was found whole. */
const bodies: Readonly<Record<string, (office: TestOffice, place: Place) => object | Promise<object>>> = {
  "POST /bank-accounts/{id}/decision": () => ({ confirm: true }),
  "POST /claims/{number}/decisions": () => ({ state: "accepted" }),
  "PUT /consultations/{id}/answer": () => ({ answer: "见通知。" }),
  "PUT /consultations/{id}/publication": () => ({ question: "怎么报？", answer: "见通知。" }),
  "POST /disputes/{id}/settlement": () => ({ verdict: "rejected", answer: "经核对无误。" }),
  "POST /unit-claims/{id}/decision": () => ({ confirm: true }),
  "POST /units/{uscc}/people/{id}/release": () => ({ reason: "已换人" }),
  "POST /units/{uscc}/consultations": () => ({ policy: "jinjiang-2023-11", question: "怎么报？" }),
  "POST /units/{uscc}/facts": () => ({ fact: FACT, year: YEAR, value: 10 }),
  "POST /enterprises/{uscc}/facts": () => ({ fact: FACT, year: YEAR, value: 10, basis: "示例" }),
  "POST /units/{uscc}/disputes": async (office, place) => ({
    ...{ fact: FACT, year: YEAR, reason: "有误" },
    evidence: await makeFile(office, place),
  }),
  "POST /enterprises/{uscc}/events": async (office, place) => ({
    ...{ kind: "renamed", on: "2026-11-01", reason: "更名", name: `${place.name}二` },
    evidence: await makeFile(office, place),
  }),
  "POST /units/{uscc}/invitations": async (office, place) => ({
    ...{ role: "handler", invitee: "示例人员", from: "2026-11-25", to: "2027-11-24" },
    deed: await makeFile(office, place),
  }),
  "POST /units/{uscc}/bank-accounts": async (office, place) => ({
    ...{ holder: place.name, number: "6222020000000000", bankNumber: "102397000012", bankName: "示例银行" },
    evidence: await makeFile(office, place),
  }),
  "POST /persons/{id}/status": () => ({ status: "disabled" }),
  "POST /persons/{id}/appointments": () => ({ role: "bank" }),
  "POST /registers/versions/{id}/undo": () => ({ reason: "导错了" }),
  "POST /contributions/versions/{id}/undo": () => ({ reason: "导错了" }),
  "POST /ledger/versions/{id}/undo": () => ({ reason: "导错了" }),
};

/** Each request from an address of its own: how often one may ask is another test's. */
let asked = 0;
const somewhere = () => {
  asked += 1;
  return { remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` };
};

let office: TestOffice;
const persons = new Map<RoleId, TestPerson>();

beforeAll(async () => {
  office = await openWorld();
  for (const role of ROLE_IDS) persons.set(role, await join(role));
});
afterAll(() => office.close());

const join = (role: RoleId) =>
  office.person(role, {
    ...(ROLES[role].bound === "unit" ? { unit: PLACES.own.uscc } : {}),
    ...(ROLES[role].bound === "territory" ? { territory: PLACES.own.territory } : {}),
  });

const personOf = (role: RoleId): TestPerson => persons.get(role) as TestPerson;

const reachOf = (role: RoleId, action: ActionId) =>
  mayDo(
    [
      {
        role,
        unit: ROLES[role].bound === "unit" ? PLACES.own.uscc : null,
        territory: ROLES[role].bound === "territory" ? PLACES.own.territory : null,
        ...{ from: "2020-01-01", to: null },
      },
    ],
    action,
    "2026-11-25",
  );

async function ask(route: Described, person: TestPerson, place: Place) {
  const body = bodies[nameOf(route)];
  const url = await addressOf(office, route, place);
  const payload =
    body === undefined ? (route.method === "GET" || route.method === "DELETE" ? undefined : {}) : await body(office, place);
  return person.client({ ...somewhere(), method: route.method, url, ...(payload === undefined ? {} : { payload }) });
}

/** Deeds upon one's own account: done by a person made for it. */
const endsOneself = (route: Described) => route.action.startsWith("self.");

describe("whoever", () => {
  it("isn't signed in is told to sign in, by every route", async () => {
    const answers = await Promise.all(
      described.map(async (route) => {
        const url = route.path.replaceAll(/\{\w+\}/g, "none");
        const { statusCode } = await office.nobody({
          ...somewhere(),
          method: route.method,
          url,
          ...(route.method === "GET" ? {} : { payload: {} }),
        });
        return `${nameOf(route)}: ${statusCode}`;
      }),
    );
    expect(answers.filter((one) => !one.endsWith(": 401"))).toEqual([]);
  });

  it("comes from another site's page changes nothing, by any route", async () => {
    const wrong: string[] = [];
    for (const route of described.filter(({ action }) => actionOf(action).kind === "change")) {
      const role = ROLE_IDS.find((one) => reachOf(one, route.action) !== null) ?? "finance";
      const url = route.path.replaceAll(/\{\w+\}/g, "none");
      const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
      const answer = await personOf(role).client({ ...somewhere(), method: route.method, url, headers, payload: {} });
      if (answer.statusCode !== 403 || !answer.body.includes("不是从本站页面发出"))
        wrong.push(`${nameOf(route)}: ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(ROLE_IDS)("%s", (role) => {
  it("is refused, with a record, whatever the table doesn't give it", async () => {
    const denied = described.filter(({ action }) => reachOf(role, action) === null);
    const person = personOf(role);
    const wrong: string[] = [];
    for (const route of denied) {
      const url = route.path.replaceAll(/\{\w+\}/g, PLACES.own.uscc);
      const { statusCode, body } = await person.client({
        ...somewhere(),
        method: route.method,
        url,
        ...(route.method === "GET" ? {} : { payload: {} }),
      });
      if (statusCode !== 403 || !/[\u4e00-\u9fff]/.test(body)) wrong.push(`${nameOf(route)}: ${statusCode} ${body.slice(0, 80)}`);
    }
    expect(wrong).toEqual([]);
    const mine = and(eq(record.accountId, person.account), eq(record.outcome, "refused"));
    const written = await office.asSystem((tx) => tx.select().from(record).where(mine));
    expect(written.length).toBeGreaterThanOrEqual(denied.length);
  });

  it("reaches what the table gives it, and nothing beyond its units, its town, its county", async () => {
    const wrong: string[] = [];
    for (const route of described) {
      const reach = reachOf(role, route.action);
      if (reach === null || endsOneself(route)) continue;
      const inPath = /\{/.test(route.path);
      const scoped = ofEnterprise(route.path);
      for (const relation of inPath ? RELATIONS : (["own"] as const)) {
        const place = PLACES[relation];
        const { statusCode, body } = await ask(route, personOf(role), place);
        const open = !inPath || isWithin(reach, scoped, place, relation);
        const good = open ? isReached(route, statusCode) : statusCode === 404 || (hasNoThing(route) && statusCode === 200);
        if (!good) wrong.push(`${relation}: ${nameOf(route)}: ${statusCode} ${body.slice(0, 160)}`);
        if (
          !open &&
          Object.values(PLACES).some(({ name }) => name !== PLACES.own.name && statusCode !== 404 && body.includes(name))
        )
          wrong.push(`${relation}: ${nameOf(route)} tells of others`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

type Reached = NonNullable<ReturnType<typeof reachOf>>;

function isWithin(reach: Reached, scoped: boolean, place: Place, relation: Relation): boolean {
  if (relation === "abroad") return false;
  // Who may see to what is their own alone has nothing of an enterprise's.
  return scoped ? covers(reach, place) : true;
}

/** Templates of registers and the like belong to nobody. */
const hasNoThing = ({ path }: Described) => /\/kinds\//.test(path);

/** Admitted and found. Where no body that passes is given above, the form's own complaint is as far as one gets. */
function isReached(route: Described, status: number): boolean {
  if (status === 401 || status === 403) return false;
  if (status === 404) return /\{(handle|kind)\}|previews\/\{id\}/.test(route.path);
  if (status === 400 || status === 422 || status === 415) return bodies[nameOf(route)] === undefined || status === 422;
  return status < 500;
}

describe("lists", () => {
  const listing: readonly (readonly [string, Make | null])[] = [
    ["/enterprises", null],
    ["/disputes", makeDispute],
    ["/bank-accounts", makeBankAccount],
    ["/consultations", makeConsultation],
    ["/unit-claims", makeClaim],
  ];

  it.each(listing)("%s hold what one reaches, and nothing else", async (path, make) => {
    const route = described.find((one) => nameOf(one) === `GET ${path}`);
    expect(route).toBeDefined();
    if (make !== null) for (const relation of RELATIONS) await make(office, PLACES[relation]);
    for (const role of ROLE_IDS) {
      const reach = reachOf(role, (route as Described).action);
      if (reach === null) continue;
      const { body, statusCode } = await personOf(role).client({ ...somewhere(), method: "GET", url: `/api/office${path}` });
      expect(statusCode, role).toBe(200);
      for (const relation of RELATIONS) {
        const place = PLACES[relation];
        expect(body.includes(place.uscc), `${role} sees ${relation}`).toBe(relation !== "abroad" && covers(reach, place));
      }
    }
  });
});

it("finds nobody of another county in any list, whoever looks there", async () => {
  const there = await office.person("case-officer", { county: OTHER_COUNTY });
  const { body } = await there.client({ ...somewhere(), method: "GET", url: "/api/office/enterprises" });
  expect(body).toContain(PLACES.abroad.uscc);
  expect(body).not.toContain(PLACES.own.uscc);
});

it("has a thing, or a fixed word, for every name in a path", () => {
  const nameless = described.flatMap((route) => {
    const below = route.path.replace("/api/office", "");
    const makes = things.find(([pattern]) => pattern.test(below))?.[1] ?? {};
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    return names
      .filter((name) => name !== "uscc" && !(name in makes) && !(name in fixed))
      .map((name) => `${nameOf(route)}: ${name}`);
  });
  expect(nameless.filter((one) => !/previews|kinds/.test(one))).toEqual([]);
});
